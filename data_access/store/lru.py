"""Answers kept while they are likely to be needed again."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """The values used last, at most `size`; callers wait for one that is being made."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, Future[T]] = {}

    def get(self, key: Hashable) -> T | None:
        """The value of a key, used last from now on; None where there is none."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: Hashable, value: T) -> T:
        """Keep a value, and drop those used longest ago."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._size:
                self._values.popitem(last=False)
        return value

    def get_or_make(self, key: Hashable, make: Callable[[], T], is_good: Callable[[T], bool] = lambda _: True) -> T:
        """The value of a key, made once for all simultaneous callers, who also fail together.

        A failure is not kept: whoever asks later makes it anew.
        """
        value = self.get(key)
        if value is not None and is_good(value):
            return value
        with self._lock:
            others = self._making.get(key)
            mine = others or self._making.setdefault(key, Future())
        value = self._make(key, make, mine) if others is None else others.result()
        return value if is_good(value) else self.get_or_make(key, make, is_good)

    def _make(self, key: Hashable, make: Callable[[], T], making: "Future[T]") -> T:
        try:
            value = self.put(key, make())
        except BaseException as problem:
            self._forget(key)
            making.set_exception(problem)
            raise
        self._forget(key)
        making.set_result(value)
        return value

    def _forget(self, key: Hashable) -> None:
        with self._lock:
            self._making.pop(key, None)

    def newest_first(self) -> list[tuple[Hashable, T]]:
        """Keys and values as they are now, those used last before the others."""
        with self._lock:
            return list(reversed(self._values.items()))

    def clear(self) -> None:
        """Drop every value."""
        with self._lock:
            self._values.clear()


class Newest(Generic[T]):
    """Values by key, each made once at the newest stamp, a number that differs for other content."""

    def __init__(self, size: int, stamp: Callable[[], int]) -> None:
        self._stamp = stamp
        self._values: Recent[tuple[int, T]] = Recent(size)

    def last(self, key: Hashable) -> T | None:
        """The value made last, at whichever stamp."""
        pair = self._values.get(key)
        return pair[1] if pair else None

    def get_or_make(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value at this stamp or a newer one."""
        stamp = self._stamp()
        return self._values.get_or_make(key, lambda: (stamp, make()), lambda pair: pair[0] >= stamp)[1]
