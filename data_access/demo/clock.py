"""Moments as whole seconds since 1970, local time without a zone: what numpy counts with."""

from datetime import datetime
from typing import Final

import numpy as np

from data_access.demo.plan import Ints

DAY: Final = 86_400
NEVER: Final = -1  # no such moment


def seconds(moment: datetime) -> int:
    """Local time as seconds since 1970, without any zone."""
    return int((moment - datetime(1970, 1, 1)).total_seconds())


def weekday(at: Ints) -> Ints:
    """0 is Monday. 1970 began on a Thursday."""
    return np.asarray((at // DAY + 3) % 7, dtype=np.int64)
