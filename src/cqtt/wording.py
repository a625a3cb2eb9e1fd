"""Words as their reader sees them: what word processors change by themselves makes no difference.

Word turns ``"`` into ``“``, ``...`` into ``…`` and a hyphen between blanks into a dash; others save letters in pieces
(NFD), lose non-breaking blanks or add soft hyphens. None of it says anything else.
"""

from cqtt.names import nfc

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),  # soft hyphen, marks without width
        "…": "...",
    }
)


def seen(words: str) -> str:
    """*words* in NFC with plain quotes, hyphens and dots, one blank between any two, none at the edges."""
    plain = words if words.isascii() else nfc(words.translate(_FOLDED))
    return " ".join(plain.split())
