"""The current time, as it is stored and shown: that of Việt Nam, whatever the clock of the machine says."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

_VIETNAM: Final = timezone(timedelta(hours=7))  # all year


def this_moment() -> datetime:
    """Now, without a time zone."""
    return datetime.now(_VIETNAM).replace(tzinfo=None)


def this_second() -> datetime:
    """Now, without microseconds, as databases store it."""
    return this_moment().replace(microsecond=0)


def this_day() -> date:
    """The day it is."""
    return this_moment().date()


def in_utc(moment: datetime) -> datetime:
    """A moment as files keep it in their properties, where programs expect it in UTC."""
    return moment.replace(tzinfo=_VIETNAM).astimezone(UTC)
