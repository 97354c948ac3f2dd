"""Moments in spoken form: “8:00 SA”, “2:30 CH”, “8g00 ngày 20/4/2022”."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

_HALF: Final = re.compile(r"\s*\b(SA|CH|AM|PM|sáng|chiều|tối)\b\.?", re.IGNORECASE)
_AFTERNOON: Final = ("ch", "pm", "chiều", "tối")
_CLOCK_FIRST: Final = re.compile(
    r"(?:lúc\s+)?(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{1,2})?(?::(\d{1,2}))?\s*(?:phút)?[\s,]+(?:ngày\s+)?(\d.*)",
    re.IGNORECASE,
)


def turned(text: str) -> tuple[str, Callable[[datetime], datetime]]:
    """The text with its time behind its day and without the half of the day, and the shift that the half means."""
    half = _HALF.search(text)
    plain = _HALF.sub("", text, count=1).strip() if half else text
    match = _CLOCK_FIRST.fullmatch(plain)
    if match:
        hour, minute, second, day = match.groups()
        plain = f"{day.strip()} {hour}:{minute or '00'}:{second or '00'}"
    return plain, _shift(half[1].lower() if half else "")


def _shift(half: str) -> Callable[[datetime], datetime]:
    def shifted(moment: datetime) -> datetime:
        if half in _AFTERNOON and moment.hour < 12:
            return moment.replace(hour=moment.hour + 12)
        if half and half not in _AFTERNOON and moment.hour == 12:
            return moment.replace(hour=0)
        return moment

    return shifted
