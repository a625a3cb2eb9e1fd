"""Good files, and how a hand, an editor or a disk spoils them at random."""

from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

DATA = Path(__file__).parents[2] / "data"
HUONG_MAI = DATA / "2024Q1/xa_phuong/huong-mai.yaml"
MARKS = ":#\"'[]{},-|>&*!%@`?\\~.05 \n\r\u00a0\u3000\u0301ạ𝒳"
WORDS = ("\n  ", "\n\n", "---\n", "\n...\n", ": ", " #x", " # x", "- ", "\n- ", "? ", "<<: ", "&a ", "*a", "!!str ")
MORE = ("\r\n", "{{ a }}", "%YAML 1.1\n", "|\n", ">-\n", ">#", "null", "true", "\\x", "1e3")
BITS = (*MARKS, *WORDS, *MORE)
STEADY = settings(deadline=None)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """*text* with one to three slips: something typed in, cut out, repeated or moved sideways."""
    for _ in range(draw(st.integers(1, 3))):
        slip = draw(st.sampled_from(["type", "cut", "repeat", "shift"]))
        if slip == "type":
            at = draw(st.integers(0, len(text)))
            text = text[:at] + draw(st.sampled_from(BITS)) + text[at:]
        elif slip == "cut":
            at = draw(st.integers(0, len(text)))
            text = text[:at] + text[at + draw(st.integers(1, 40)) :]
        else:
            lines = text.split("\n")
            at = draw(st.integers(0, len(lines) - 1))
            blanks = " " * draw(st.integers(0, 6))
            lines[at : at + (slip == "shift")] = [blanks + lines[at].lstrip() if slip == "shift" else lines[at]]
            text = "\n".join(lines)
    return text


@st.composite
def spoilt_bytes(draw: st.DrawFn, raw: bytes) -> bytes:
    """*raw* with some bytes overwritten, or cut short."""
    for at, value in draw(st.dictionaries(st.integers(0, len(raw) - 1), st.binary(max_size=4), max_size=6)).items():
        raw = raw[:at] + value + raw[at + 1 :]
    return raw[: draw(st.integers(0, len(raw)))] if draw(st.booleans()) else raw
