"""Days as the database stores them: 20220420."""

from datetime import date


def day_as_integer(day: date) -> int:
    """20220420 for 20/04/2022."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_from_integer(number: int) -> date:
    """The inverse of `day_as_integer`. Raises ValueError where there is no such day."""
    return date(number // 10_000, number // 100 % 100, number % 100)
