"""Recognition levels at a moment: cells know those of today, and a decision of later had given none yet."""

from typing import TypeAlias

import numpy as np

from data_access.cube.columns import Columns
from data_access.cube.scope import Scope

# Cells, and whether they are added or subtracted.
Corrections: TypeAlias = tuple[tuple[Columns, int], ...]


def corrections(levelled_later: Columns, scope: Scope) -> Corrections:
    """Cells that move uploads whose level was given later to those without one."""
    none = np.zeros(len(levelled_later), dtype=np.uint8)
    dimensions = {**levelled_later.dimensions, "level": none}
    then = Columns(levelled_later.slots, dimensions, levelled_later.weights)
    return (levelled_later.where(scope.numbers), -1), (then.where(scope.numbers), 1)
