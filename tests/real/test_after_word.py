"""Edited files in LibreOffice: what it saves is compared as before, and it takes and refuses our tracked changes."""

import subprocess
from pathlib import Path

import pytest

from cqtt.verify.redline.document import redlined
from tests.cli.tien_trinh import run
from tests.real.programs import converted, program
from tests.verify.sua import edited, insert, move, quarter, reword, split, taken, track, track_remove

EDITS = (
    reword("nhiệm vụ trọng tâm", "việc trọng tâm"),
    reword("nhận 5.007 hồ sơ", "nhận 5.051 hồ sơ"),
    insert("Các ngày lễ lớn", "Đoạn mới."),
    move("Lắp đặt hòm thư góp ý", "UBND các xã, phường đã triển khai thực hiện niêm yết"),
    split("Bố trí phòng làm việc", "bố trí trang thiết bị máy tính"),
    track("Chỉ đạo thực hiện nghiêm việc số hóa", "nghiêm việc", "nghiêm túc việc", "Lê Thị B"),
    track_remove("Chỉ đạo, xây dựng hình ảnh", "Lê Thị B"),
)
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Settle(src As String, dst As String, cmd As String)
  Dim a(0) As New com.sun.star.beans.PropertyValue
  a(0).Name = "Hidden" : a(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(src), "_blank", 0, a())
  d = createUnoService("com.sun.star.frame.DispatchHelper")
  d.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; cmd, "", 0, Array())
  Dim b(0) As New com.sun.star.beans.PropertyValue
  b(0).Name = "FilterName" : b(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(dst), b())
  doc.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "da_sua.docx"
    path.write_bytes(edited(quarter().report, *EDITS))
    return path


def test_a_file_that_libreoffice_saved_is_compared_as_it_was(file: Path, workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    told = run(workspace, "verify", str(file))
    code, out, err = run(workspace, "verify", str(converted(file, "docx", folder)))
    # LibreOffice 7.4 sets a heading like the deleted paragraph above it
    assert (code, out.replace("Chỉ khác cách trình bày: 1 đoạn\n", ""), err) == told
    assert code == 1


def test_a_pdf_by_libreoffice_is_compared_by_its_words(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "bao_cao.docx"
    assert run(workspace, "build", "2024Q1", "-o", str(path))[0] == 0
    code, out, _ = run(workspace, "verify", str(converted(path, "pdf", tmp_path)))
    assert (code, out) == (0, "bao_cao.pdf đúng với số liệu kỳ 2024Q1\n")
    path.write_bytes(edited(path.read_bytes(), *EDITS[:4]))
    code, out, _ = run(workspace, "verify", str(converted(path, "pdf", tmp_path)))
    assert code == 1
    assert out.endswith("bao_cao.pdf khác với số liệu kỳ 2024Q1: 3 chỗ lời văn, 1 số liệu\n")


@pytest.mark.parametrize("command", ["AcceptAllTrackedChanges", "RejectAllTrackedChanges"])
def test_libreoffice_takes_and_refuses_a_redline(file: Path, tmp_path: Path, command: str) -> None:
    red, settled = tmp_path / "do.docx", tmp_path / "xong.docx"
    red.write_bytes(redlined(quarter().report, file.read_bytes()))
    _settle(red, settled, command, tmp_path / "profile")
    wanted = file.read_bytes() if command.startswith("Accept") else quarter().report
    assert taken(settled.read_bytes()) == taken(wanted)


def _settle(source: Path, target: Path, command: str, profile: Path) -> None:
    """Let LibreOffice carry out *command* in *source* and save it as *target*."""
    call = [program("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*call, "--terminate_after_init"], capture_output=True, check=False, timeout=180)  # a new profile
    basic = profile / "user" / "basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(LIBRARIES, encoding="utf-8")
    (basic / "Standard" / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "Standard" / "Changes.xba").write_text(MACRO, encoding="utf-8")
    macro = f"macro:///Standard.Changes.Settle({source},{target},{command})"
    subprocess.run([*call, macro], capture_output=True, check=False, timeout=180)
