"""“1.234” may be more than a thousand or little more than one: the column's other values decide, or staff do."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from data_access.importing.remarks import Remarks, Severity

_DOUBTFUL: Final = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+(?![0-9])|[0-9]\.[0-9]{3},[0-9]")
_DECIMAL: Final = re.compile(r"^[0-9]+[.,](?:[0-9]{1,2}|[0-9]{4,})$|^[0-9]{4,}\.[0-9]+$|[0-9],[0-9]{3}\.[0-9]")


def read_doubtful(plain: str, dots: str) -> Decimal | None:
    """The number where one mark stands before three digits; None for any other text."""
    if not _DOUBTFUL.fullmatch(plain):
        return None
    return Decimal(re.sub(r"[.,]", "." if dots == "decimal" else "", plain))


def meaning_of_dots(texts: Iterable[str], factor: int, answer: str | None, column: str, remarks: Remarks) -> str | None:
    """The meaning of one mark before three digits in this column; a question where the column leaves it open."""
    every = [text.strip() for text in texts]
    doubtful = [text for text in every if _DOUBTFUL.fullmatch(text)]
    if factor == 1:  # nobody writes a đồng with three zeros as decimals
        doubtful = [text for text in doubtful if not text.endswith(".000")]
    if not doubtful or answer:
        return answer
    thousands = any(_THOUSANDS.search(text) for text in every)
    decimal = any(_DECIMAL.search(text) for text in every)
    # A comma as the decimal mark makes the dot one of thousands, and the other way round.
    with_comma = any(re.fullmatch(r"[0-9]+,[0-9]{1,2}", text) for text in every)
    if with_comma and all("." in text for text in doubtful):
        return "thousands"
    if thousands != decimal:
        return "thousands" if thousands else "decimal"
    whole, part = re.split(r"[.,]", doubtful[0])
    params = {"example": doubtful[0], "thousands": f"{whole}{part}", "decimal": f"{whole},{part}"}
    if not remarks.asks("dots_in_doubt"):
        remarks.say(Severity.QUESTION, "dots_in_doubt", column=column, **params)
    return None
