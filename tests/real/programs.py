"""The programs themselves, and what they make of a file of ours."""

import base64
import html
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

HERE = Path(__file__).parent
DEBIAN = "apt-get install --no-install-recommends"
INSTALL = {
    "soffice": f"{DEBIAN} libreoffice-writer libreoffice-calc fonts-croscore",
    "pdftotext": f"{DEBIAN} poppler-utils",
    "chromium": f"{DEBIAN} chromium",
    "wine": f"{DEBIAN} wine64 wine",
    "wineserver": f"{DEBIAN} wine64 wine",
    "osslsigncode": f"{DEBIAN} osslsigncode ca-certificates",
}
"""How Debian installs each program."""
OTHER_NAMES = {"chromium": ("chromium-browser", "google-chrome")}
READER = {name: HERE / "node_modules" / name / "dist" / f"{name}.min.js" for name in ("jszip", "docx-preview")}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def program(name: str) -> str:
    """The path of the program *name*; the test fails where it is missing."""
    for word in (name, *OTHER_NAMES.get(name, ())):
        path: str | None = shutil.which(word)
        if path:
            return path
    pytest.fail(f"{name} is missing: {INSTALL[name]}")


def called(*words: str) -> str:
    """What ``cqtt`` prints when it is called with *words*; it must succeed."""
    ended = subprocess.run([sys.executable, "-m", "cqtt", *words], capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout.decode()


def converted(path: Path, kind: str, folder: Path) -> Path:
    """The file *path* as LibreOffice saves it as *kind*, in *folder*."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [program("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(call, capture_output=True, check=True, timeout=180)
    return folder / f"{path.stem}.{kind.partition(':')[0]}"


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    ended = subprocess.run([program("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, check=True)
    return ended.stdout.decode().split("\f")[:-1]


def in_browser(docx: Path, folder: Path) -> str:
    """The text that docx-preview shows of *docx* in Chromium; comments, numbers of lists and pages are not in it."""
    for name, path in READER.items():
        if not path.is_file():
            pytest.fail(f"{name} is missing: npm ci --prefix tests/real")
    page = folder / f"{docx.stem}.html"
    scripts = "".join(f"<script>{path.read_text(encoding='utf-8')}</script>" for path in READER.values())
    data = json.dumps(base64.b64encode(docx.read_bytes()).decode())
    page.write_text(
        f"<!doctype html><meta charset=utf-8>{scripts}<main id=shown></main><p id=ended></p><script>"
        f"const bytes = Uint8Array.from(atob({data}), c => c.charCodeAt(0));"
        "docx.renderAsync(bytes, document.getElementById('shown'), null, {useBase64URL: true})"
        ".then(() => { document.getElementById('ended').textContent = 'rendered'; })"
        ".catch(error => { document.getElementById('ended').textContent = 'failed: ' + error; });</script>",
        encoding="utf-8",
    )
    quiet = "headless no-sandbox disable-gpu no-first-run disable-background-networking disable-component-update"
    flags = [f"--{flag}" for flag in f"{quiet} disable-sync disable-quic".split()]
    flags += [f"--user-data-dir={folder / 'browser'}", "--virtual-time-budget=60000", "--dump-dom"]
    ended = subprocess.run(
        [program("chromium"), *flags, page.as_uri()], capture_output=True, check=True, timeout=180
    ).stdout.decode()
    assert re.search(r'<p id="ended">(.*?)</p>', ended, re.S)[1] == "rendered"  # type: ignore[index]
    shown = ended[ended.index('<main id="shown">') : ended.index('<p id="ended">')]
    return html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<style.*?</style>", "", shown, flags=re.S)))


def letters(text: str) -> Counter[str]:
    """How often each letter and sign stands in *text*; the blanks between them differ from program to program."""
    return Counter(c for c in unicodedata.normalize("NFC", text).replace("\u2011", "-") if not c.isspace())


def written(docx: Path) -> str:
    """All text of the document and of its footnotes, as it stands in the file; fields and comments left out."""
    out = []
    with zipfile.ZipFile(docx) as archive:
        for part in ("word/document.xml", "word/footnotes.xml"):
            for element in etree.fromstring(archive.read(part)).iter(f"{W}t", f"{W}noBreakHyphen"):
                out.append(element.text or "" if element.tag == f"{W}t" else "-")
    return "".join(out)
