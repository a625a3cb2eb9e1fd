"""Dates as people write them."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def ngay_thang(text: str) -> date | None:
    """The date that *text* writes as ``01/02/2024`` or ``18/4/2023``, or None where it is no date."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text, re.ASCII)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _la_ngay(text: str) -> str:
    if ngay_thang(text) is None:
        raise PydanticCustomError("ngay_sai", "not a date")
    return text


Ngay = Annotated[str, AfterValidator(_la_ngay)]
"""A date as people write it, ``01/02/2024``; kept as text, read by ``ngay_thang``."""
