// The figures that docxtemplater and Carbone print, from the same YAML files: the sums of ../sums.py. No types are checked.
import fs from "node:fs";
import path from "node:path";
import yaml from "js-yaml";

const read = (...parts) => yaml.load(fs.readFileSync(path.join(...parts), "utf8"));
const at = (record, dotted) => dotted.split(".").reduce((value, name) => value?.[name], record);
const key = (kind, dotted) => `${kind}__${dotted.replaceAll(".", "__")}`;
const grouped = (number) => (number == null ? "–" : String(number).replace(/\B(?=(\d{3})+(?!\d))/g, "."));
const sum = (block) => Object.values(block).reduce((a, b) => a + b, 0);

function percent(part, whole) {
  if (!whole) return "–";
  const tenths = Math.floor((2000 * part + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)},${tenths % 10}%`.replace(",0%", "%");
}

function average(total, of) {
  const tenths = Math.floor((20 * total + of) / (2 * of));
  return total % of ? `${Math.floor(tenths / 10)},${tenths % 10}` : grouped(total / of);
}

const BLOCKS = ["ho_so.tiep_nhan", "ho_so.da_giai_quyet", "ho_so.dang_giai_quyet", "trang_thiet_bi", "so_hoa"];
const SINGLE = ["ho_so.tra_lai", "mot_cua.bang_bieu", "mot_cua.tthc_phai_niem_yet", "mot_cua.tthc_da_niem_yet"];
const YEARS = ["cong_nhan.nam", "cong_nhan.muc_sao"];

function counts(nam) {
  return {
    "so_don_vi": [() => true, ""],
    "mot_cua.wifi": [(x) => x.mot_cua.wifi, ""],
    "mot_cua.chinh_trang": [(x) => x.mot_cua.chinh_trang, ""],
    "mot_cua.xay_moi": [(x) => x.mot_cua.dau_tu === "xây mới", "xay_moi"],
    "mot_cua.cai_tao": [(x) => x.mot_cua.dau_tu === "cải tạo", "cai_tao"],
    "cong_nhan.so_don_vi": [(x) => x.cong_nhan.nam != null, "cong_nhan"],
    "cong_nhan.nam_truoc": [(x) => x.cong_nhan.nam === nam - 1, "cong_nhan"],
    "cong_nhan.da_gan_sao": [(x) => x.cong_nhan.da_gan_sao, "cong_nhan"],
    "cong_nhan.chua_gan_sao": [(x) => x.cong_nhan.nam != null && !x.cong_nhan.da_gan_sao, "chua_gan_sao"],
  };
}

function row(unit, record, paths, number) {
  const { truoc_han, dung_han, tong } = record.ho_so.da_giai_quyet;
  const out = { tt: String(number), ten: `${unit.loai} ${unit.ten}`, ty_le: percent(truoc_han + dung_han, tong) };
  out.gan_sao = record.cong_nhan.da_gan_sao ? "x" : "";
  for (const dotted of paths) out[key("so_lieu", dotted)] = grouped(at(record, dotted));
  return out;
}

function totals(records, paths, own) {
  const total = Object.fromEntries(paths.map((p) => [p, records.reduce((all, r) => all + at(r, p), 0)]));
  total["sang_kien.so_luong"] = records.reduce((all, r) => all + r.sang_kien.length, 0);
  for (const name of ["ho_so_cap_huyen.truc_tuyen", "khao_sat.so_phieu", "tin_bai", "phat_thanh"]) total[name] = at(own, name);
  for (const [name, value] of Object.entries(own.kiem_tra_cong_vu)) total[`kiem_tra_cong_vu.${name}`] = value;
  total["kiem_tra_cong_vu.tong"] = sum(own.kiem_tra_cong_vu);
  total["ho_so.da_giai_quyet.truoc_va_dung_han"] =
    total["ho_so.da_giai_quyet.truoc_han"] + total["ho_so.da_giai_quyet.dung_han"];
  total["ho_so_toan_dia_ban.truc_tuyen"] = own.ho_so_cap_huyen.truc_tuyen + total["ho_so.tiep_nhan.truc_tuyen"];
  return total;
}

function texts(total, records, own) {
  const out = Object.fromEntries(Object.entries(total).map(([p, number]) => [p, grouped(number)]));
  for (const p of Object.keys(total).filter((p) => p.startsWith("trang_thiet_bi.")))
    out[p.replace(".", ".binh_quan.")] = average(total[p], records.length);
  const rate = (name, part, whole) => { out[name] = percent(part, whole); };
  const settled = total["ho_so.da_giai_quyet.tong"], online = total["ho_so_toan_dia_ban.truc_tuyen"];
  rate("ho_so.ty_le_dung_han", total["ho_so.da_giai_quyet.truoc_va_dung_han"], settled);
  rate("ho_so.ty_le_qua_han", total["ho_so.da_giai_quyet.qua_han"], settled);
  rate("so_hoa.ty_le_ho_so", total["so_hoa.ho_so"], total["ho_so.tiep_nhan.tong"]);
  rate("so_hoa.ty_le_ket_qua", total["so_hoa.ket_qua"], settled);
  rate("mot_cua.ty_le_niem_yet", total["mot_cua.tthc_da_niem_yet"], total["mot_cua.tthc_phai_niem_yet"]);
  const direct = own.ho_so_cap_huyen.truc_tiep + total["ho_so.tiep_nhan.truc_tiep"];
  rate("ho_so_toan_dia_ban.ty_le_truc_tuyen", online, online + direct);
  out.kinh_phi = `${grouped(Math.floor(own.kinh_phi / 1e9))} tỷ đồng`;
  return out;
}

export function context(workspace) {
  const data = path.join(workspace, "data"), period = path.join(data, "2024Q1");
  const units = read(data, "don_vi.yaml").xa_phuong.filter((unit) => !unit.den_ngay);
  const own = read(period, "bao_cao.yaml");
  const records = units.map((unit) => read(period, "xa_phuong", `${unit.ma}.yaml`));
  for (const { ho_so } of records)
    for (const name of ["tiep_nhan", "da_giai_quyet", "dang_giai_quyet"]) ho_so[name].tong = sum(ho_so[name]);
  const paths = [...SINGLE, ...BLOCKS.flatMap((b) => Object.keys(at(records[0], b)).map((name) => `${b}.${name}`))];
  const out = { rows: units.map((unit, i) => row(unit, records[i], [...paths, ...YEARS], i + 1)) };
  for (const [p, text] of Object.entries(texts(totals(records, paths, own), records, own))) out[key("so_lieu", p)] = text;
  for (const [p, [holds, order]] of Object.entries(counts(own.nam))) {
    const place = new Map((own.thu_tu_neu_ten?.[order] ?? []).map((ma, i) => [ma, i]));
    const rank = (unit) => place.get(unit.ma) ?? place.size;
    const found = units.filter((_, i) => holds(records[i])).sort((a, b) => rank(a) - rank(b));
    out[key("so_lieu", p)] = grouped(found.length);
    out[key("don_vi", p)] = found.map((unit) => unit.ten).join(", ");
  }
  return out;
}
