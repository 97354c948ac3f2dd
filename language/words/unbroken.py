"""Where no line may end: inside a date or range, between a number and its unit or its word, in front of “·”.

Pages, charts and documents that break lines ask this one rule; what programs read (`answer`, CSV) keeps plain spaces.
"""

import re
from functools import lru_cache
from typing import Final

from language.words.formatting import ENGLISH, VIETNAMESE

_FIXED_SPACE: Final = "\u00a0"
_JOINER: Final = "\u2060"  # takes no room and lets no line end beside it
_SCALES: Final = tuple(
    scale for numbers in (VIETNAMESE, ENGLISH) for scale in (numbers.thousand, numbers.million, numbers.billion)
)
_UNITS: Final = (*_SCALES, *("đồng", "%", "GB", "MB", "kB", "ngày", "days", "day"))
_MONTHS: Final = "|".join(ENGLISH.month_names)
# What stands beside a space is asked first: most stand between two words and cost no more than that.
_SPACE: Final = re.compile(
    " (?:(?=·)"
    r"|(?<=\d )(?:"
    rf"(?=(?:{'|'.join(_UNITS)})(?!\w))"  # 45,2 tỷ
    rf"|(?=(?:{_MONTHS})\b)"  # 20 Apr
    r"|(?<=:\d\d )(?=– \d)"  # 13/04/2022 08:00 – 20/04/2022 08:00, which is too long for one line
    r"|(?<=\d{4} )(?=\d\d:\d\d))"  # 20/04/2022 08:00
    r"|(?=\d)(?:(?<=VND )|(?<=\bngày )|(?<=\btháng )|(?<=\bnăm )"
    rf"|(?<=\b(?:{_MONTHS}) )(?=\d{{4}}\b))"  # Apr 2022
    rf"|(?=đồng\b)(?:{'|'.join(f'(?<={scale} )' for scale in _SCALES)})"  # tỷ đồng
    r"|(?=day\b)(?<=\ba )"  # 1,062 a day
    ")",
    re.IGNORECASE,
)
_DASH: Final = re.compile(r"(?<=\d)–(?=\d)|(?<= [A-Z]{5})-(?=\d)")  # 2022–2023, COVID-19
_TAG: Final = re.compile(r"(<[^>]*>)")


def unbroken(text: str) -> str:
    """`text` with fixed spaces, and joiners after dashes, where a line must not end."""
    return _DASH.sub(rf"\g<0>{_JOINER}", spaced(text))


def spaced(text: str) -> str:
    """`text` with the fixed spaces alone, for typefaces and programs that would show a joiner."""
    return _SPACE.sub(_FIXED_SPACE, text)


@lru_cache(maxsize=1000)
def unbroken_markup(markup: str) -> str:
    """HTML or Markdown in which no line ends at the wrong place; what stands inside of tags stays as it is."""
    if "<" not in markup:
        return unbroken(markup)
    return "".join(part if part.startswith("<") else unbroken(part) for part in _TAG.split(markup))
