"""What a filter is given: the figure or the words it needs, or the fault that says why it does not take it."""

from cqtt.models.so_lieu import DonViTinh, SoLieu, Unit
from cqtt.template.values import Number, TemplateFault, Words

USUAL = {
    DonViTinh.SO: "so",
    DonViTinh.PHAN_TRAM: "phan_tram",
    DonViTinh.DONG: "tien",
    DonViTinh.NAM: "nam",
    DonViTinh.SAO: "so",
}
"""The filter that prints a figure in its usual form, ``SoLieu.in_ra``, by the figure's unit of measure."""


def need(value: object, name: str) -> SoLieu:
    """The figure that the filter *name* is given; raises ``TemplateFault`` (KHUON04) where it is something else."""
    if isinstance(value, Number):
        return value.figure
    hint = "chữ in thẳng, không cần bộ lọc" if isinstance(value, Words) else "ví dụ {{ so_don_vi | so }}"
    raise TemplateFault("KHUON04", f"bộ lọc {name} cần một số liệu", hint, f"| {name}")


def within(value: object, name: str, low: int, high: int) -> None:
    """Refuse a figure that is no whole number from *low* to *high*; one that does not exist is printed as such."""
    figure = need(value, name)
    number = figure.gia_tri
    if number is not None and not (isinstance(number, int) and low <= number <= high):
        raise wrong(figure, name, f"chỉ dùng cho số nguyên từ {low} đến {high}")


def need_words(value: object, name: str) -> Words:
    """The words that the filter *name* is given; raises ``TemplateFault`` (KHUON04) where it is something else."""
    if isinstance(value, Words):
        return value
    raise TemplateFault("KHUON04", f"bộ lọc {name} cần chữ", "ví dụ {{ don_vi.ten | hoa }}", f"| {name}")


def units(value: object, name: str) -> tuple[Unit, ...]:
    """The units that the given figure counts; raises ``TemplateFault`` (KHUON04) where it counts none by name."""
    figure = need(value, name)
    if figure.don_vi is None:
        raise wrong(figure, name, "không đếm đơn vị nên không liệt kê được")
    return figure.don_vi


def wrong(figure: SoLieu, name: str, why: str) -> TemplateFault:
    """The fault (KHUON04) of a figure that the filter *name* does not take, saying *why*."""
    return TemplateFault(
        "KHUON04", f"{figure.duong_dan} | {name}: {why}", "xem cột “Loại” trong lệnh: cqtt figures", figure.duong_dan
    )
