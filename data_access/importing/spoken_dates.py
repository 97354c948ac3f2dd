"""Dates with words in them, in numbers: “thứ tư, 20 tháng tư 2022”, “April 20, 2022”, “20/IV/2022, 14 giờ 30”."""

import re
from typing import Final

_MONTHS: Final = (
    ("một", "giêng"), ("hai",), ("ba",), ("tư", "bốn"), ("năm",), ("sáu",), ("bảy",), ("tám",), ("chín",), ("mười",),
    ("mười một",), ("mười hai", "chạp"),
)  # fmt: skip
_MONTH_OF: Final = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WEEKDAY: Final = (
    r"(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|"
    r"thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_LEADING: Final = re.compile(rf"^{_WEEKDAY}\.?\s*,?\s+(?:ngày\s+)?", re.IGNORECASE)
_TRAILING: Final = re.compile(rf"\s*(?:\(\s*{_WEEKDAY}\.?\s*\)|,\s*{_WEEKDAY})$", re.IGNORECASE)
# “tháng năm 2022” may be May, or a month that nobody filled in: it is read where the word of the year follows, too.
_MONTH: Final = re.compile(
    r"tháng\s+(năm(?=,?\s+năm\s)|(?!năm\b)(?:" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r"))\b",
    re.IGNORECASE,
)
_EXCEL: Final = re.compile(r"^(\d{1,2})[\s-]+thg\.?\s*(\d{1,2})[\s,-]+(\d{4})", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(
    r"^((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})",
    re.IGNORECASE,
)
_WITH_ROMAN: Final = re.compile(r"^(\d{1,2})\s*[/.\-]\s*([IVX]{1,4})\s*[/.\-]\s*(\d{4})")
_HOURS: Final = re.compile(r"(\d{1,2})\s*giờ(?:\s*(\d{1,2})(?:\s*phút)?)?", re.IGNORECASE)


def in_numbers(text: str) -> str:
    """A date in numbers, without the words that add nothing."""
    text = _TRAILING.sub("", _LEADING.sub("", text))
    text = _MONTH.sub(lambda match: f"tháng {_MONTH_OF[match[1].lower()]}", text)
    text = _HOURS.sub(lambda match: f"{match[1]}:{int(match[2] or 0):02d}", text)
    text = _MONTH_FIRST.sub(r"\2 \1 \3", _EXCEL.sub(r"\1/\2/\3", text))
    return _WITH_ROMAN.sub(_arabic, text)


def _arabic(match: re.Match[str]) -> str:
    month = match[2]
    return f"{match[1]}/{_ROMAN.index(month) + 1}/{match[3]}" if month in _ROMAN else match[0]
