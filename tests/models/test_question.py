"""A record's fields as questions: in their order, with the record's own words, and nothing of the engine's."""

from cqtt.collect.form import on_sheet
from cqtt.models.ky import Ky
from cqtt.models.question import Kind, Question, of_authority, of_unit
from cqtt.models.quy_dinh import ThangMuc
from tests.phieu import authority
from tests.than_thien import REPORT

KY = Ky(2025, 7, 9)


def asked() -> dict[str, Question]:
    return {question.path: question for question in of_unit(REPORT, authority(), KY).all()}


def test_every_count_of_the_record_is_asked_for_once() -> None:
    counts = {path for path, q in asked().items() if q.loai or q.kind is Kind.TOTAL}
    assert counts == {muc.duong_dan for muc in REPORT.danh_muc.cac_muc} - {muc.duong_dan for muc in REPORT.sums}


def test_a_unit_is_not_asked_for_its_name_nor_for_what_it_acknowledges() -> None:
    assert not {path for path in asked() if path.startswith(("phuong_xa", "chap_nhan"))}


def test_a_question_says_what_may_be_answered() -> None:
    found = asked()
    assert found["mot_cua.dau_tu"].words == ("xây mới", "cải tạo", "không")
    assert (found["mot_cua.wifi"].kind, found["mot_cua.wifi"].required) == (Kind.YES_NO, True)
    assert (found["cong_nhan.muc_sao"].low, found["cong_nhan.muc_sao"].high) == (1, 5)
    assert (found["cong_nhan.nam"].kind, found["cong_nhan.nam"].nullable) == (Kind.YEAR, True)
    assert not found["ho_so.truc_tuyen_da_giai_quyet"].required
    assert found["ho_so.tiep_nhan.tong"].parts == tuple(
        f"ho_so.tiep_nhan.{name}" for name in ("ky_truoc", "truc_tuyen", "truc_tiep")
    )


def test_an_explanation_on_a_sheet_knows_no_null() -> None:
    assert asked()["cong_nhan.nam"].note == "Bốn chữ số; “không có” nếu chưa được công nhận."
    assert not any("null" in question.note for question in asked().values())


def test_a_list_has_its_columns_and_its_bound() -> None:
    (initiatives,) = of_unit(REPORT, authority(), KY).lists
    assert (initiatives.path, initiatives.most) == ("sang_kien", 200)
    assert [(column.path, column.kind) for column in initiatives.columns] == [("ten", Kind.TEXT)]


def test_the_authority_is_asked_for_its_own_figures_and_a_commune_for_itself_for_fewer() -> None:
    province = {question.path for question in of_authority(REPORT, KY, "tỉnh").all()}
    commune = {question.path for question in of_authority(REPORT, KY, "xã").all()}
    assert {"kinh_phi", "khao_sat.so_phieu", "ho_so_cap_huyen.truc_tuyen"} <= province
    assert province - commune == {path for path in province if path.startswith(REPORT.above_only)}


def test_a_level_is_one_of_the_scale_that_holds_in_the_period() -> None:
    scale = ThangMuc(ten="cấp độ", gan="gắn biển", cac_muc=["Cơ bản", "Khá", "Tốt"], tu_ngay="01/7/2025")
    don_vi = authority().model_copy(update={"thang_muc": [scale]})
    later = {question.path: question for question in of_unit(REPORT, don_vi, KY).all()}
    earlier = {question.path: question for question in of_unit(REPORT, don_vi, Ky(2025, 4, 6)).all()}
    level = later["cong_nhan.muc_sao"]
    assert (level.title, level.kind, level.words) == ("Cấp độ", Kind.CHOICE, ("Cơ bản", "Khá", "Tốt"))
    assert later["cong_nhan.dang_ky"].words == ("nâng cấp độ", "công nhận lần đầu")
    assert later["cong_nhan.da_gan_sao"].title == "Đã gắn biển"
    assert (earlier["cong_nhan.muc_sao"].kind, earlier["cong_nhan.muc_sao"].high) == (Kind.COUNT, 5)
    assert on_sheet(level, 3) == on_sheet(level, "Tốt") == "Tốt"
    assert on_sheet(level, 9) is None
