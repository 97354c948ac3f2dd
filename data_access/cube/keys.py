"""Sums by key: the numbers of several dimensions in one."""

from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[Any]

_EXACT_IN_FLOAT: Final = 2**53


def summed(key: Numbers, weight: Numbers, length: int) -> Numbers:
    """The sum of the weights of each key, exact even where a sum in VND exceeds float64."""
    if int(weight.sum(dtype=np.int64)) < _EXACT_IN_FLOAT:
        return np.bincount(key, weights=weight, minlength=length).astype(np.int64)
    high = np.bincount(key, weights=weight >> 24, minlength=length).astype(np.int64)
    return (high << 24) + np.bincount(key, weights=weight & 0xFFFFFF, minlength=length).astype(np.int64)


def decoded(key: Numbers, sizes: dict[str, int]) -> tuple[Numbers, dict[str, Numbers]]:
    """The numbers a key was made of, first name first, and the remainder."""
    dimensions: dict[str, Numbers] = {}
    for name in reversed(sizes):
        key, dimensions[name] = np.divmod(key, sizes[name])
    return key, dimensions
