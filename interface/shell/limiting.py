"""Rate limit for searches, which scan rows."""

from typing import Final

from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from model.reader import LOCAL, Reader

SEARCHES: Final = RateLimitItemPerSecond(30, 20)  # in 20 seconds: more than anybody types
_LIMITER: Final = MovingWindowRateLimiter(MemoryStorage())  # of this process; a reader stays with one


def may_search(reader: Reader) -> bool:
    """Whether this account may search now. There is no limit at the machine itself."""
    return reader == LOCAL or _LIMITER.hit(SEARCHES, "search", reader.email)
