"""Text that stays text in a spreadsheet: no formula, no day, no time, no other number."""

import re
from typing import Final

# Excel and LibreOffice start a formula (or a call) with these, after spaces too; full-width forms count as the plain
# ones. Written without look-around, so that Polars understands them as well.
RISKY_START: Final = r"^[\s\x{feff}\x{200b}-\x{200d}\x{2060}]*[=+\-@|%\t\r\n＝＋－＠｜％﹦﹢﹣﹫]"
# A plain number with a sign is no formula.
HARMLESS: Final = r"[+-]?[0-9]+(?:[.,][0-9]+)*%?"

# What they read as a time, a day, a month or another number, and then write otherwise: 63:38, 4/2022, May 2022, 007.
# Days and moments in ISO form are meant to be read as such.
_MISREAD: Final = re.compile(
    r"[0-9]{1,4}(?::[0-9]{1,2}){1,2}(?: ?[AaPp][Mm]?)?"
    r"|[0-9]{1,2}[/-][0-9]{1,4}|[0-9]{1,4}[/-][0-9]{1,2}|[0-9]{1,4}([/.-])[0-9]{1,2}[/.-][0-9]{1,4}"
    r"|(?i:(?:[0-9]{1,2}[ -])?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[ -][0-9]{1,4})"
    r"|0[0-9]+|[0-9]{12,}|[0-9]+(?:\.[0-9]+)?[Ee][+-]?[0-9]+"
)
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:]+)?")

_RISKY: Final = re.compile(re.sub(r"\\x\{(\w+)\}", r"\\u\1", RISKY_START))
_HARMLESS: Final = re.compile(HARMLESS)
_LINE_START: Final = ("\t", "\r", "\n")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could read `text` as a formula."""
    return bool(_RISKY.match(text) or text.startswith(_LINE_START)) and not _HARMLESS.fullmatch(text)


def is_misread(text: str) -> bool:
    """Whether a spreadsheet that opens a CSV could read `text` as a day, a time or another number."""
    return bool(_MISREAD.fullmatch(text)) and not _MOMENT.fullmatch(text)


def disarmed(text: str) -> str:
    """`text` for a cell of single records; an apostrophe in front keeps what starts a formula text, as Excel does."""
    return f"'{text}" if is_risky(text) else text


def kept(text: str) -> str:
    """`text` for a cell of a page's CSV: an apostrophe keeps it text, whatever a spreadsheet could make of it."""
    return f"'{text}" if is_risky(text) or is_misread(text) else text
