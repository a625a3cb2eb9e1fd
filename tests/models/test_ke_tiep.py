"""Earlier reports belong to the commune itself, to the one that it was merged into, or to nobody known."""

from msgspec.structs import replace

from cqtt.models.don_vi import DonVi
from cqtt.models.du_lieu import DuLieu
from cqtt.models.ke_tiep import theo_don_vi_sau


def merged(don_vi: DonVi, into: dict[str, str]) -> DonVi:
    units = [xa.model_copy(update={"nhap_vao": into.get(xa.ma)}) for xa in don_vi.units]
    return don_vi.model_copy(update={"units": units})


def test_each_earlier_report_finds_its_later_commune(quy_i: DuLieu) -> None:
    every = {xa.don_vi.ma for xa in quy_i.units}
    don_vi = merged(quy_i.don_vi.gia_tri, {"van-ha": "tien-son", "tien-son": "nenh"})
    found, lost = theo_don_vi_sau(don_vi, quy_i.units, every - {"van-ha", "tien-son", "tu-lan"})
    assert {ma: [xa.don_vi.ma for xa in reports] for ma, reports in found.items() if len(reports) > 1} == {
        "nenh": ["nenh", "tien-son", "van-ha"]
    }
    assert [xa.don_vi.ma for xa in lost] == ["tu-lan"]
    assert sum(map(len, found.values())) + len(lost) == 17


def test_a_commune_that_still_reports_keeps_its_figures(quy_i: DuLieu) -> None:
    every = {xa.don_vi.ma for xa in quy_i.units}
    found, lost = theo_don_vi_sau(merged(quy_i.don_vi.gia_tri, {"van-ha": "tien-son"}), quy_i.units, every)
    assert all([xa.don_vi.ma for xa in reports] == [ma] for ma, reports in found.items())
    assert lost == []


def test_a_circle_of_mergers_leads_nowhere(quy_i: DuLieu) -> None:
    don_vi = merged(quy_i.don_vi.gia_tri, {"van-ha": "tien-son", "tien-son": "van-ha"})
    (van_ha,) = (xa for xa in quy_i.units if xa.don_vi.ma == "van-ha")
    assert theo_don_vi_sau(don_vi, [van_ha], {"nenh"}) == ({}, [van_ha])
    assert theo_don_vi_sau(don_vi, [replace(van_ha)], {"tien-son"})[1] == []
