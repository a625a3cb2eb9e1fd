"""How the files that people send can be wrong: by bytes, words, keys, values, encodings, depth and size."""

import re
import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

from cqtt.source.text import MAX_BYTES

Slip = Callable[[st.DrawFn, bytes], bytes]

_TOKEN = re.compile(rb"[\w.]+|\s+|[{}%#|]{2}|[^\w\s]", re.ASCII)
_PAIR = re.compile(rb"^([ -]*)([A-Za-z_][\w-]*):([ \t]*)([^\n]*)$", re.MULTILINE)
_BITS = (
    *":#\"'[]{},-|>&*!%@`?\\~.()^_<=+/$;\n\r\t \x00\x07\x1b\x7f\x85",
    *"\u00a0\u3000\u0301\u200b\u2028\ufeff\ufffe\ue000\ue002\ue003ạ𝒳🙂",
    *("\n---\n", "\n...\n", "%YAML 1.1\n", "<<: ", "&a ", "*a", "!!python/object/apply:os.system ", "? ", "- ", "|2\n"),
    *("{{", "}}", "{%", "%}", "{#", "#}", "{% raw %}", "{% endraw %}", "{% endif %}", "{% endfor %}", "{% else %}"),
    *("{% for x in xa_phuong %}", "{% if kinh_phi %}", "{% macro f() %}", "{{ f() }}", "{{ ho_so.tiep_nhan.tong }}"),
    *("{{ x.__class__ }}", "{{ ho_so.tra_lai | so }}", "{{ van_xuoi.chi_dao }}", "{% set x = [1] %}", "| ghi_tay('a')"),
    *(
        "\n{% bang xa_phuong danh_so %}\nA | ten\nB | ho_so.tra_lai | so\n{% endbang %}\n",
        "| giua",
        "{{ so_don_vi | cot }}",
    ),
    *("[a](javascript:b)", "[a](http://[)", "<http://a>", "[^1]", "\n[^1]: a\n", "![](a)", "<b>", "&#0;", "&#x110000;"),
    *("\n# ", "\n#### ", "\n| a | b |\n|---|--:|\n| c | d |\n", "\n::: bieu_do cot\n", "\n:::\n", "\n::: phu_luc\n"),
    *("**", "~~", "[](#bieu_do)", "{#a}", "{=1}", "./.", "\n> ", "\n1. ", "\n- ", "\n    ", "\n***\n", "``", "\n```\n"),
)
_VALUES = (
    *("0", "-1", "1", "007", "5.007", "1e9999", "999999999999999999", "9" * 19, "9" * 5000, "0x1f", "1_000", ".inf"),
    *("true", "null", "~", "", "no", "chưa điền", "30/02/2024", "2024-01-01", "01/01/0000", "31/12/9999", "1:30"),
    *(
        "[]",
        "{}",
        "[1, [2]]",
        "{a: {b: c}}",
        "{{ ho_so }}",
        '"{{ kinh_phi | tien }}"',
        "|\n  a\n  b",
        ">-\n  a",
        "&a b",
    ),
    *('"\\u0007"', '"\\ud800"', '"\\uFFFE"', '"\\x00"', '"\\N\\L\\P"', "'", '"', "*x", "! a", "- a", "a: b", "a #b"),
    *("x" * 300, "Đ" * 5000, "a b " * 4000, "../../etc/passwd", "/dev/zero", "CON", "huong-mai", "http://a", "=1+1"),
)
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1258", "cp1252", "latin-1", "utf-7", "cp037")
_DEEP = (
    *("[", "{a: ", "- ", "? ", "(", "{{ (", "> ", "*", "**a ", "[a", "[^", "![", "<", "`", "{% if a %}", "::: a\n"),
    *("{% for a in xa_phuong %}", "not ", "((a))", "{% macro f() %}", "{{ [", "1. ", "- - ", "[](", "&amp;", "|", "#"),
    *(
        "{#",
        "{% set a %}",
        "\\",
        "[^1]: ",
        "| a ",
        "a: ",
        '"',
        "'",
        "ho_so.",
        " | so",
        "~~",
        "<a ",
        "{{ '",
        "_a_",
        "\r",
    ),
)


class Spoilt(bytes):
    """A spoilt file, too long to be shown."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


@st.composite
def spoilt(draw: st.DrawFn, raw: bytes) -> Spoilt:
    """*raw* with one to three slips of any kind."""
    for slip in draw(st.lists(st.sampled_from(SLIPS), min_size=1, max_size=3)):
        raw = slip(draw, raw)
    return Spoilt(raw)


def _bytes(draw: st.DrawFn, raw: bytes) -> bytes:
    """Some bytes overwritten, put in or cut out."""
    at = draw(st.integers(0, len(raw)))
    return raw[:at] + draw(st.binary(max_size=6)) + raw[at + draw(st.integers(0, 60)) :]


def _cut(draw: st.DrawFn, raw: bytes) -> bytes:
    """A download that broke off."""
    return raw[: draw(st.integers(0, len(raw)))]


def _tokens(draw: st.DrawFn, raw: bytes) -> bytes:
    """Words dropped, doubled, swapped, or exchanged for those that mean something to a parser."""
    tokens: list[bytes] = _TOKEN.findall(raw) or [b""]
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, len(tokens) - 1)) for _ in range(2))
        bit = draw(st.sampled_from(_BITS)).encode("utf-8", "surrogatepass")
        way = draw(st.integers(0, 4))
        tokens[at] = (b"", tokens[at] * 2, tokens[other], bit, tokens[at] + bit)[way]
    return b"".join(tokens)


def _keys(draw: st.DrawFn, raw: bytes) -> bytes:
    """A key that is left out, misspelt, written twice, or set deeper."""
    pairs = list(_PAIR.finditer(raw))
    if not pairs:
        return raw
    pair, other = draw(st.sampled_from(pairs)), draw(st.sampled_from(pairs))
    indent, key, blank, value = pair.groups()
    line: bytes = draw(
        st.sampled_from(
            [
                b"",
                pair[0] + b"\n" + pair[0],
                indent + other[2] + b":" + blank + value,
                indent + key[:-1] + b":" + blank + value,
                b"  " + pair[0],
                indent + key + b":" + value,
                indent + b"? " + key,
                indent + b"'" + key + b"\\0': " + value,
                other[0],
            ]
        )
    )
    return raw[: pair.start()] + line + raw[pair.end() :]


def _values(draw: st.DrawFn, raw: bytes) -> bytes:
    """A value of another kind or beyond every limit."""
    pairs = list(_PAIR.finditer(raw))
    if not pairs:
        return raw
    pair = draw(st.sampled_from(pairs))
    return raw[: pair.start(4)] + draw(st.sampled_from(_VALUES)).encode() + raw[pair.end(4) :]


def _encoding(draw: st.DrawFn, raw: bytes) -> bytes:
    """Saved by another program: in another encoding, decomposed, with other line breaks."""
    text = raw.decode("utf-8", "replace")
    way = draw(st.sampled_from([*_ENCODINGS, "NFD", "NFKD", "\r\n", "\r", "\u2028", "\x85"]))
    if way in _ENCODINGS:
        return text.encode(way, "replace")
    if way in ("NFD", "NFKD"):
        return unicodedata.normalize(way, text).encode()  # type: ignore[arg-type]  # one of the two names
    return text.replace("\n", way).encode()


def _deep(draw: st.DrawFn, raw: bytes) -> bytes:
    """Things inside things, without end, somewhere in the file or alone in it."""
    bit = draw(st.sampled_from(_DEEP))
    times = draw(st.sampled_from([13, 100, 1000, 5000, MAX_BYTES // len(bit)]))
    nest = "".join(f"{' ' * i}a:\n" for i in range(min(times, 600))) if bit == "a: " else bit * times
    return _put(draw, raw, nest.encode())


def _huge(draw: st.DrawFn, raw: bytes) -> bytes:
    """A word, a line or a list that goes on up to the size of a file, and sometimes beyond."""
    lines = raw.split(b"\n")
    at = draw(st.integers(0, len(lines) - 1))
    some = b"\n".join(lines[at : at + draw(st.integers(1, 30))]) + b"\n"
    word = draw(
        st.sampled_from(
            [
                some,
                b"x",
                b"a ",
                "ệ ".encode(),
                b"9",
                b"\n",
                b" ",
                b"- a\n",
                b"a: b\n",
                b"a|",
                b"*a* ",
                b"[^a] ",
                b"[a](b) ",
                b"[](#a)",
                b"# a\n\n",
                b"1a%, ",
            ]
        )
    )
    if draw(st.booleans()):
        word = b"".join(word.replace(b"a", b"a%d" % i) for i in range(1000))
    room = max(0, draw(st.sampled_from([MAX_BYTES // 8, MAX_BYTES, MAX_BYTES + 4096])) - len(raw))
    return _put(draw, raw, word * (room // len(word)))


def _put(draw: st.DrawFn, raw: bytes, more: bytes) -> bytes:
    """*more* behind a value, on a line of its own, or in place of the whole file; up to the size limit."""
    more = more[: max(0, MAX_BYTES - len(raw))] if len(more) < MAX_BYTES else more
    way = draw(st.integers(0, 3))
    if way == 0:
        return more
    pairs = list(_PAIR.finditer(raw))
    if way == 1 and pairs:
        at = draw(st.sampled_from(pairs)).start(4)
        return raw[:at] + more + raw[at:]
    at = raw.find(b"\n", draw(st.integers(0, len(raw)))) + 1
    return raw[:at] + more + (b"\n" if way == 2 else b"") + raw[at:]


SLIPS: tuple[Slip, ...] = (_bytes, _cut, _tokens, _tokens, _keys, _values, _values, _encoding, _deep, _huge)
