"""``python -m benchmarks.lengths [KIND ...]``: one kind of text at doubling sizes, from template to checked file.

Each stage must grow with the text; ``tests/test_linear.py`` counts what this measures.
"""

import gc
import sys
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = (15, 30, 60, 125, 250)
"""KB of text of one kind, far more than a report has."""
KINDS = {
    "paragraphs": "một đoạn văn của báo cáo\n\n",
    "lines": "một dòng của đoạn văn\n",
    "forced lines": "a\\\n",
    "words": "một đoạn văn dài, ",
    "items": "- a\n",
    "items apart": "- a\n\n",
    "numbered items": "1. a\n",
    "lists": "1. a\n\nb\n\n",
    "points": "1. a\n   1. b\n   1. c\n   1. d\n   1. e\n   1. f\n   1. g\n",
    "nested items": "- a\n  + b\n    - c\n      + d\n",
    "footnotes": "a[^{0}]\n\n[^{0}]: b\n\n",
    "empty footnotes": "a[^{0}]\n\n[^{0}]:\n\n",
    "headings": "# A\n\n",
    "links": "[a](http://a.vn/{0}) ",
    "links in footnotes": "a[^{0}]\n\n[^{0}]: http://a.vn/{0}\n\n",
    "links without words": "[](x)\n\n",
    "addresses": "http://a.vn/{0} ",
    "brackets behind an address": "http://a.vn/),",
    "bold": "**a** ",
    "emphasis": "*a* ",
    "emphasis that opens": "*a **b ",
    "brackets": "[a] ",
    "escapes": "\\* ",
    "figures": "{{{{ so_don_vi | so }}}} ",
    "tables": "| a | b |\n|---|---|\n| c | **d** |\n\ne\n\n",
    "rooms": "a        b ",
    "charts": "::: bieu_do cot A\n| a | b |\n|---|--:|\n| c | {{{{ so_don_vi | so }}}} |\n:::\n\n",
    "appendices": "::: phu_luc a{0}\n# A\n\nb\n:::\n\n",
    "mentions": "[](#a1) ",
    "signatures": "Nơi nhận:\n\n",
}
"""One piece of each kind; ``{0}`` is its number."""
_ABOVE = "::: tieu_de\nBÁO CÁO\n\nKết quả\n:::\n\n"
_BELOW = "\n\nHết./.\n"


def template(kind: str, pieces: int) -> str:
    """A whole template with so many *pieces* of *kind*; every appendix is mentioned."""
    body = "".join(KINDS[kind].format(number) for number in range(1, pieces + 1))
    if kind == "mentions":
        return f"{_ABOVE}{body}{_BELOW}{KINDS['appendices'].format(1)}"
    if kind == "appendices":
        return f"{_ABOVE}{''.join(f'[](#a{number}) ' for number in range(1, pieces + 1))}{_BELOW}{body}"
    return f"{_ABOVE}{body}{_BELOW}"


def main() -> None:
    """Print seconds of processor time per stage, kind by kind."""
    from cqtt.aggregate import aggregate
    from cqtt.frame import report
    from cqtt.markup.parse import parse
    from cqtt.models.ky import Ky
    from cqtt.pipeline.publish import look_over
    from cqtt.pipeline.read import Reader
    from cqtt.template.fill import fill
    from cqtt.word.write import write

    gc.disable()  # as the program does
    data = Reader(ROOT).period(Ky(2024, 1, 3)).data
    assert data is not None
    tong_hop = aggregate(data)
    for kind in sys.argv[1:] or KINDS:
        for size in SIZES:
            laps = [time.process_time()]
            text = template(kind, size * 1024 // len(KINDS[kind].format(100).encode()))
            manuscript, _ = fill(tong_hop, data.bao_cao.nguon, text, "")
            laps.append(time.process_time())
            assert manuscript is not None
            document, _ = parse(manuscript)
            laps.append(time.process_time())
            if document is not None:
                made = report(document, tong_hop)
                finished = write(made)
                laps.append(time.process_time())
                look_over(finished, made)
                laps.append(time.process_time())
            took = "  ".join(f"{after - before:6.2f}" for before, after in pairwise(laps))
            sys.stdout.write(f"{kind:28} {size:4} KB   fill, parse, write, check: {took}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
