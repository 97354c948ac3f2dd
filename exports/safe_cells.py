"""Protection against formulas in spreadsheet cells that hold user text."""

import re
from typing import Final

# Excel and LibreOffice start a formula (or a call) with these, after spaces too; full-width forms count as the plain
# ones. Written without look-around, so that Polars understands them as well.
RISKY_START: Final = r"^[\s\x{feff}\x{200b}-\x{200d}\x{2060}]*[=+\-@|%\t\r\n＝＋－＠｜％﹦﹢﹣﹫]"
# A plain number with a sign is no formula.
HARMLESS: Final = r"[+-]?[0-9]+(?:[.,][0-9]+)*%?"

_RISKY: Final = re.compile(re.sub(r"\\x\{(\w+)\}", r"\\u\1", RISKY_START))
_HARMLESS: Final = re.compile(HARMLESS)
_LINE_START: Final = ("\t", "\r", "\n")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could read `text` as a formula."""
    return bool(_RISKY.match(text) or text.startswith(_LINE_START)) and not _HARMLESS.fullmatch(text)


def disarmed(text: str) -> str:
    """`text` for a CSV cell; an apostrophe in front keeps it text, as Excel itself does."""
    return f"'{text}" if is_risky(text) else text
