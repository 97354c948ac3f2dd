"""The current time, as it is stored."""

from datetime import datetime


def this_second() -> datetime:
    """Now, without microseconds, as databases store it."""
    return datetime.now().replace(microsecond=0)
