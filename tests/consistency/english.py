"""Numbers in texts of both languages: English readers see the same ones."""

import re
from collections.abc import Iterable
from typing import Final

# Days are written in words of their own, links and quotations stay as they are.
_NOT_TEXT: Final = re.compile(
    r"(?:ODbL|Open Database License) 1\.0|https?://\S+|/\S*\?\S+|“[^”]*”|\d{1,2}:\d\d(?::\d\d)?"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}/\d{4}|\d{1,2} [A-Z][a-z]{2} \d{4}"
)
_NUMBER: Final = {"vi": r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+", "en": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+"}
_PLAIN: Final = {"vi": str.maketrans(",", ".", "."), "en": str.maketrans("", "", ",")}


def numbers_in(lines: Iterable[str], language: str) -> set[str]:
    """Every number of at least a thousand, or with decimals, in the texts of a page or a file."""
    text = _NOT_TEXT.sub(" ", " \n ".join(lines))
    matches = re.findall(rf"(?<![\w.,])(?:{_NUMBER[language]})(?![\d.,]*\d)", text)
    return {number.translate(_PLAIN[language]) for number in matches}
