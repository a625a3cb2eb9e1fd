"""Each file finds its commune, and what does not fit is told with the way out."""

from collections.abc import Callable
from typing import Any

import pytest

from cqtt.models.ky import Ky
from cqtt.problems import Severity
from cqtt.reports.than_thien.phuong_xa import PhuongXa
from cqtt.source.communes import Register
from cqtt.source.source_file import SourceFile
from cqtt.source.yaml_reader import read
from tests.source.spoiling import DATA, HUONG_MAI
from tests.than_thien import REPORT

GOOD = (DATA / "don_vi.yaml").read_text(encoding="utf-8")
LISTED = GOOD.index("xa_phuong:")
FOLDER = "data/2024Q1/xa_phuong"


def listing(*communes: str) -> tuple[Register, SourceFile]:
    """The authority with *communes* (``ma, tên, loại`` and more keys) and its file."""
    rows = (dict(zip(("ma", "ten", "loai", "tu_ngay", "den_ngay"), row.split(", "), strict=False)) for row in communes)
    items = ["\n    ".join(f"{key}: {value}" for key, value in row.items()) for row in rows]
    text = GOOD[:LISTED] + "xa_phuong:\n" + "".join(f"  - {item}\n" for item in items)
    source = SourceFile("data/don_vi.yaml", text)
    return Register(
        REPORT.authority.model_validate(read(text, source.path, source.lines).value), Ky(2024, 1, 3)
    ), source


TU_LAN, HUONG, NENH = "tu-lan, Tự Lạn, phường", "huong-mai, Hương Mai, xã", "nenh, Nếnh, phường"


@pytest.fixture
def named(huong_mai: str) -> Callable[[str, str], list[tuple[str, str, str]]]:
    """Code, message and mend for the name that stands in the file of a commune."""
    value: Any = read(huong_mai, "x.yaml", huong_mai.split("\n")).value

    def check(ma: str, name: str) -> list[tuple[str, str, str]]:
        register, _ = listing(TU_LAN, HUONG, NENH)
        unit = next(unit for unit in register.units if unit.ma == ma)
        record = PhuongXa.model_validate(value | {"phuong_xa": name})
        found = register.check_name(record, unit, SourceFile(f"{FOLDER}/{ma}.yaml", f"phuong_xa: {name}"))
        return [(p.code, p.message, p.hint) for p in found]

    return check


@pytest.mark.parametrize(
    "name", ["Tự Lạn", "Tu Lan", "Tự Lan", "TỰ LẠN", "  tự   lạn ", "phường Tự Lạn", "Phuong Tu Lan"]
)
def test_a_name_is_found_with_or_without_its_marks(
    name: str, named: Callable[[str, str], list[tuple[str, str, str]]]
) -> None:
    assert named("tu-lan", name) == []


def test_the_name_of_another_commune_may_mean_two_things_and_both_are_told(
    named: Callable[[str, str], list[tuple[str, str, str]]],
) -> None:
    assert named("huong-mai", "Tu Lan") == [
        (
            "TEP06",
            "tên tệp là của xã Hương Mai, bên trong lại ghi “Tu Lan”",
            "nếu là số liệu của phường Tự Lạn: đổi tên tệp thành tu-lan.yaml; nếu không: ghi “Hương Mai”",
        )
    ]


def test_the_name_of_no_commune_is_told_with_the_right_one(
    named: Callable[[str, str], list[tuple[str, str, str]]],
) -> None:
    assert named("nenh", "Nềnh Xá") == [("TEP06", "“Nềnh Xá” không có trong don_vi.yaml", "ghi đúng tên: Nếnh")]


def test_files_come_in_the_authority_s_order_whatever_the_folder_s() -> None:
    register, _ = listing(TU_LAN, NENH, HUONG)
    files, problems = register.match(FOLDER, ["huong-mai.yaml", "nenh.yaml", "tu-lan.yaml"])
    assert [(unit.ma, name) for unit, name in files] == [
        ("tu-lan", "tu-lan.yaml"),
        ("nenh", "nenh.yaml"),
        ("huong-mai", "huong-mai.yaml"),
    ]
    assert problems == []


def test_a_commune_without_a_file_is_told_by_name() -> None:
    _, [problem] = listing(TU_LAN, HUONG)[0].match(FOLDER, ["huong-mai.yaml"])
    assert problem.position.path == f"{FOLDER}/tu-lan.yaml"
    assert (problem.code, problem.message) == ("TEP04", "chưa có tệp của phường Tự Lạn")


@pytest.mark.parametrize(
    ("name", "code", "message", "hint"),
    [
        ("Tu_Lan.yaml", "TEP06", "tên tệp không khớp với phường Tự Lạn", "đổi tên thành tu-lan.yaml"),
        ("Tự Lạn.yaml", "TEP06", "tên tệp không khớp với phường Tự Lạn", "đổi tên thành tu-lan.yaml"),
        ("Tư\u0323 La\u0323n.yaml", "TEP06", "tên tệp không khớp với phường Tự Lạn", "đổi tên thành tu-lan.yaml"),
        (
            "tu-lam.yaml",
            "TEP05",
            "không có đơn vị nào mang mã “tu-lam” trong don_vi.yaml",
            "có phải ý bạn là tu-lan.yaml?",
        ),
        *(
            (name, "TEP09", "tệp không được đọc vì tên không kết thúc bằng .yaml", "đổi tên thành tu-lan.yaml")
            for name in ("tu-lan.yml", "tu-lan.YAML", "tu-lan.yaml.txt", "Tự Lạn.yml")
        ),
    ],
)
def test_a_file_under_a_slightly_wrong_name_is_told_once(name: str, code: str, message: str, hint: str) -> None:
    """Its commune is not missing too: whoever renames the file has mended everything."""
    _, [problem] = listing(TU_LAN, HUONG)[0].match(FOLDER, ["huong-mai.yaml", name])
    assert problem.position.path == f"{FOLDER}/{name}"
    assert (problem.code, problem.message, problem.hint) == (code, message, hint)


@pytest.mark.parametrize("name", ["Huong_Mai.yaml", "huong-mai.yml", "huong-mai.yaml.txt"])
def test_a_second_file_of_one_commune_is_not_to_be_renamed_over_the_first(name: str) -> None:
    _, [problem] = listing(HUONG)[0].match(FOLDER, ["huong-mai.yaml", name])
    assert problem.hint == "bỏ tệp này đi: đã có huong-mai.yaml"


def test_a_file_of_no_commune_is_told_and_hides_no_missing_one() -> None:
    _, [stranger, missing] = listing(TU_LAN, HUONG)[0].match(FOLDER, ["dong-tam.yaml", "tu-lan.yaml"])
    assert (stranger.code, stranger.hint) == ("TEP05", "bỏ tệp này đi, hoặc thêm đơn vị vào don_vi.yaml")
    assert missing.message == "chưa có tệp của xã Hương Mai"


@pytest.mark.parametrize("name", [".gitkeep", "~$huong-mai.yaml", "README.md", "Thumbs.db", "desktop.ini"])
def test_what_systems_leave_behind_is_passed_over(name: str) -> None:
    assert listing(HUONG)[0].match(FOLDER, ["huong-mai.yaml", name])[1] == []


@pytest.mark.parametrize("name", ["huong-mai.docx", "ghi chú.txt", "cu/", "tu-lan.yaml/"])
def test_what_is_no_data_is_told_as_a_warning(name: str) -> None:
    _, [problem] = listing(HUONG)[0].match(FOLDER, ["huong-mai.yaml", name])
    assert (problem.code, problem.severity) == ("TEP09", Severity.WARNING)
    assert problem.position.path == f"{FOLDER}/{name.rstrip('/')}"


def test_only_communes_that_exist_on_the_last_day_report() -> None:
    register, _ = listing(f"{TU_LAN}, 01/04/2024", f"{NENH}, 01/02/2024, 30/3/2024", f"{HUONG}, 31/3/2024, 31/3/2024")
    assert [unit.ma for unit in register.units] == ["huong-mai"]


def test_a_file_of_a_commune_of_another_time_is_not_called_unknown() -> None:
    _, [problem] = listing(f"{TU_LAN}, 01/04/2024", HUONG)[0].match(FOLDER, ["huong-mai.yaml", "tu-lan.yaml"])
    assert (problem.code, problem.message) == ("TEP05", "phường Tự Lạn không tồn tại vào cuối kỳ báo cáo")


def test_without_any_commune_the_list_alone_is_to_blame() -> None:
    register, source = listing(f"{TU_LAN}, 01/04/2024")
    [problem] = register.check(source)
    assert (problem.code, problem.message) == ("DV02", "không có đơn vị cấp xã nào tồn tại vào cuối kỳ báo cáo")
    assert register.match(FOLDER, ["tu-lan.yaml"]) == ([], [])


def test_a_commune_listed_twice_is_told_at_the_second_place_with_the_first() -> None:
    register, source = listing(TU_LAN, HUONG, "tu-lan, Tân Mỹ, xã", "nenh, HƯƠNG MAI, xã", "mai, Hương Mai, phường")
    found = [(p.position.text.strip(), p.message) for p in register.check(source)]
    first = GOOD[:LISTED].count("\n") + 2
    assert found == [
        ("- ma: tu-lan", f"mã của xã Tân Mỹ đã có ở dòng {first}"),
        ("ten: HƯƠNG MAI", f"tên của xã HƯƠNG MAI đã có ở dòng {first + 4}"),
    ]


def test_a_commune_listed_twice_is_counted_once() -> None:
    register, _ = listing(TU_LAN, "tu-lan, Tân Mỹ, xã")
    assert [unit.ten for unit in register.units] == ["Tự Lạn"]
    files, problems = register.match(FOLDER, ["tu-lan.yaml"])
    assert len(files) == 1
    assert problems == []


def test_the_repository_s_own_list_has_seventeen(ky: Ky) -> None:
    source = SourceFile("data/don_vi.yaml", GOOD)
    register = Register(REPORT.authority.model_validate(read(GOOD, source.path, source.lines).value), ky)
    assert len(register.units) == len(list(HUONG_MAI.parent.iterdir())) == 17
    assert list(register.check(source)) == []


def test_two_names_that_differ_in_their_marks_only_are_two_communes() -> None:
    """Vân Hà and Văn Hà may both be listed; a file that bears exactly the other's name is the other's."""
    register, source = listing("van-ha, Vân Hà, xã", "van-ha-2, Văn Hà, xã")
    assert list(register.check(source)) == []
    first, second = register.units
    for name, unit, codes in (
        ("Vân Hà", first, []),
        ("Văn Hà", second, []),
        ("van ha", second, []),
        ("Vân Hà", second, ["TEP06"]),
        ("Văn Hà", first, ["TEP06"]),
    ):
        record = PhuongXa.cong([]).model_copy(update={"phuong_xa": name})
        assert [p.code for p in register.check_name(record, unit, source)] == codes, name


def test_a_commune_that_is_gone_need_not_report_and_its_file_is_told() -> None:
    register, _ = listing(f"{NENH}, 01/01/2020, 30/3/2024", HUONG, f"{TU_LAN}, 31/3/2024", "moi, Mới, xã, 01/4/2024")
    assert [unit.ma for unit in register.units] == ["huong-mai", "tu-lan"]
    found, problems = register.match(FOLDER, ["huong-mai.yaml", "nenh.yaml", "tu-lan.yaml"])
    assert [unit.ma for unit, _ in found] == ["huong-mai", "tu-lan"]
    assert [(p.code, p.message, p.hint) for p in problems] == [
        (
            "TEP05",
            "phường Nếnh không tồn tại vào cuối kỳ báo cáo",
            "kiểm tra tu_ngay, den_ngay trong don_vi.yaml, hoặc bỏ tệp này",
        )
    ]


def test_of_a_renamed_commune_the_name_of_the_period_counts() -> None:
    register, source = listing(f"{NENH}, 01/01/2020, 31/01/2024", "nenh, Nếnh Mới, phường, 01/02/2024")
    assert [unit.ten_day_du for unit in register.units] == ["phường Nếnh Mới"]
    assert list(register.check(source)) == []
