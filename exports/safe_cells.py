"""Text of strangers in spreadsheets: nothing in data may become a formula."""

import re
import unicodedata
from typing import Final

# Excel and LibreOffice start a formula (or a call) with these; full-width forms count as the plain ones.
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_HARMLESS: Final = re.compile(r"[+-]?\d+([.,]\d+)*%?")
_IGNORED: Final = " \u00a0\u200b\u200c\u200d\u2060\ufeff"


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take `text` for a formula. A plain number with a sign is no formula."""
    start = unicodedata.normalize("NFKC", text.lstrip(_IGNORED)).lstrip(_IGNORED)
    return start.startswith(_STARTS) and not _HARMLESS.fullmatch(text)


def disarmed(text: str) -> str:
    """`text` for a CSV cell: an apostrophe in front keeps it text, as Excel itself writes it."""
    return f"'{text}" if is_risky(text) else text
