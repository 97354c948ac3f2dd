"""Where no line may end: inside a date or range, between a number and its unit or its word, in front of “·”; and,
in short texts, inside a Vietnamese word of two syllables.

Pages, charts and documents that break lines ask this one rule; what programs read (`answer`, CSV) keeps plain spaces.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from language.words.compounds import COMPOUNDS
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
    r"|(?=\d)(?:(?<=VND )|(?<=\bngày )|(?<=\btháng )|(?<=\bnăm )|(?<=\bquý )|(?<=\bđoạn )|(?<=\bphase )"
    rf"|(?<=\b(?:{_MONTHS}) )(?=\d{{4}}\b))"  # Apr 2022
    rf"|(?=đồng\b)(?:{'|'.join(f'(?<={scale} )' for scale in _SCALES)})"  # tỷ đồng
    r"|(?=day\b)(?<=\ba )"  # 1,062 a day
    ")",
    re.IGNORECASE,
)
_DASH: Final = re.compile(
    r"(?<=\d)–(?=\d)|(?<= [A-Z]{5})-(?=\d)"  # 2022–2023, COVID-19
    rf"|(?<=(?:{_MONTHS}))–(?=\d)"  # 1 Jun–3 Oct 2022
)
_SHORT: Final = 60  # letters of a heading, a tile or a name: sentences are left alone, whose lines would be ragged
_PUNCTUATION: Final = '().,:;!?"“”*…'
_TAG: Final = re.compile(r"(<[^>]*>)")


def unbroken(text: str) -> str:
    """`text` with fixed spaces, and joiners after dashes, where a line must not end."""
    return _DASH.sub(rf"\g<0>{_JOINER}", spaced(text))


def unbroken_head(text: str) -> str:
    """A column's head, in which a word of two syllables may end a line, so that all columns are in view."""
    return _DASH.sub(rf"\g<0>{_JOINER}", divisible(text))


def spaced(text: str) -> str:
    """`text` with the fixed spaces alone, for typefaces and programs that would show a joiner."""
    return _short_and_spaced(text) if len(text) <= _SHORT else divisible(text)


def divisible(text: str) -> str:
    """`text` whose words of two syllables may still end a line, for room that is too narrow for both."""
    return _SPACE.sub(_FIXED_SPACE, text)


@lru_cache(maxsize=5_000)  # names and headings are those of every view
def _short_and_spaced(text: str) -> str:
    words = divisible(text).split(" ")
    return words[0] + "".join(
        (_FIXED_SPACE if _is_compound(before, word) else " ") + word for before, word in pairwise(words)
    )


def _is_compound(before: str, word: str) -> bool:
    """Whether the end of the one and the beginning of the other are one word."""
    first, second = before.rpartition(_FIXED_SPACE)[2], word.partition(_FIXED_SPACE)[0]
    return (first.lstrip(_PUNCTUATION).lower(), second.rstrip(_PUNCTUATION).lower()) in COMPOUNDS


@lru_cache(maxsize=1000)
def unbroken_markup(markup: str) -> str:
    """HTML or Markdown in which no line ends at the wrong place; what stands inside of tags stays as it is."""
    if "<" not in markup:
        return unbroken(markup)
    parts, rule = [], unbroken
    for part in _TAG.split(markup):
        if part.startswith(("<th", "</th")):
            rule = unbroken_head if part.startswith("<th") else unbroken
        parts.append(part if part.startswith("<") else rule(part))
    return "".join(parts)
