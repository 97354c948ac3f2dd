"""Where the cells of each number of a dimension are, so that few of them need no look at all."""

from typing import Final

import numpy as np

from data_access.cube.keys import Numbers

_FEW: Final = 8  # an eighth of the cells: to sort more places takes longer than to look at all cells


class Places:
    """The places of a column, by the number that stands there."""

    def __init__(self, column: Numbers) -> None:
        self._places = np.argsort(column, kind="stable").astype(np.uint32)
        self._ends = np.cumsum(np.bincount(column, minlength=1))

    def of_few(self, mask: Numbers) -> Numbers | None:
        """The places of the wanted numbers, ascending; None where these are more than an eighth of all.

        `mask` marks the wanted numbers, up to the largest one.
        """
        numbers = np.flatnonzero(mask)
        begins = np.where(numbers > 0, self._ends[numbers - 1], 0)
        ends = self._ends[numbers]
        if int((ends - begins).sum()) * _FEW > len(self._places):
            return None
        parts = [self._places[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
        return parts[0] if len(parts) == 1 else np.sort(np.concatenate([self._places[:0], *parts]))
