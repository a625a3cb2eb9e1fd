// node peers.js docxtemplater|carbone WORKSPACE TEMPLATE OUT
import fs from "node:fs";
import { context } from "./sums.js";

const [tool, workspace, template, out] = process.argv.slice(2);
const data = context(workspace);

if (tool === "docxtemplater") {
  const { default: PizZip } = await import("pizzip");
  const { default: Docxtemplater } = await import("docxtemplater");
  const document = new Docxtemplater(new PizZip(fs.readFileSync(template)), { nullGetter: () => "" });
  document.render(data);
  fs.writeFileSync(out, document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
} else {
  const { default: carbone } = await import("carbone");
  carbone.render(template, data, (error, result) => {
    if (error) throw error;
    fs.writeFileSync(out, result);
  });
}
