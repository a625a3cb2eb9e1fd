"""The same text has the same digest, however git or an editor on Windows has written it."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from cqtt.sealing.digest import digest, plain

LINES = st.lists(st.text(st.characters(exclude_characters="\r\n\ufeff", exclude_categories=["Cs"])), max_size=6)
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


@given(LINES, BREAKS, st.booleans())
def test_line_ends_and_byte_order_marks_do_not_count(lines: list[str], line_end: str, mark: bool) -> None:
    text = "\n".join(lines)
    written = line_end.join(lines).encode("utf-8-sig" if mark else "utf-8")
    assert plain(written) == text.encode()


@given(LINES, LINES)
def test_anything_else_does(one: list[str], other: list[str]) -> None:
    same = "\n".join(one) == "\n".join(other)
    digests = {digest(plain("\r\n".join(lines).encode())) for lines in (one, other)}
    assert (len(digests) == 1) == same


def test_it_is_sha_256_in_hexadecimal_digits() -> None:
    assert digest("phường\n".encode()) == hashlib.sha256("phường\n".encode()).hexdigest()
