"""What the program promises about its speed, and whether the last run kept it."""

from collections.abc import Iterator
from itertools import pairwise

from benchmarks.cases import Case

Done = dict[str, Case]
BUILD = {17: 1.10, 100: 1.00, 3321: 0.60}
"""Processor time of ``build``, at most, as a multiple of docxtpl's."""
EVEN = 0.15
"""How far the cost of a commune may differ between sizes, as a part of the smaller."""


def _line(what: str, found: float, bound: float, unit: str = "") -> str:
    return f"| {what} | {found:.2f}{unit} | {bound:.2f}{unit} | {'đạt' if found <= bound else 'chưa đạt'} |"


def _of_build(by_size: dict[int, Done]) -> Iterator[str]:
    for size, bound in BUILD.items():
        done = by_size.get(size, {})
        if "docxtpl" in done:
            yield _line(f"build, {size} đơn vị, so với docxtpl", done["cqtt build"].ratio(done["docxtpl"]), bound)
    if 3321 in by_size:
        yield _line("build, 3321 đơn vị", by_size[3321]["cqtt build"].peak, 180, " MB")


def each(by_size: dict[int, Done]) -> list[float]:
    """Milliseconds of processor that one more commune costs, between each size and the next of 100, 1,000, 3,321."""
    sizes = [size for size in (100, 1000, 3321) if size in by_size]
    took = {size: by_size[size]["cqtt build"].seconds for size in sizes}
    return [(took[large] - took[small]) / (large - small) * 1000 for small, large in pairwise(sizes)]


def table(start: Done, by_size: dict[int, Done]) -> str:
    """Every bound that was measured, as Markdown."""
    lines = ["| mức | đo được | nhiều nhất | |", "|---|--:|--:|---|", *_of_build(by_size)]
    costs = each(by_size)
    if len(costs) == 2:
        texts = " và ".join(f"{cost:.2f}" for cost in costs)
        lines.append(_line(f"mỗi đơn vị thêm ({texts} ms), chênh nhau", max(costs) / min(costs) - 1, EVEN))
    lines.append(_line("--help, so với import click", start["cqtt --help"].ratio(start["import click"]), 1.25))
    if 168 in by_size:
        one = by_size[168]["cqtt check, one file"]
        lines.append(_line("check một tệp trong 168, so với build", one.ratio(by_size[168]["cqtt build"]), 0.75))
    if 1000 in by_size:
        review = by_size[1000]["cqtt build --review"]
        lines.append(_line("build --review, 1000 đơn vị", review.seconds, 5, " s"))
        lines.append(_line("build --review, 1000 đơn vị", review.peak, 300, " MB"))
    return "\n".join(lines) + "\n"
