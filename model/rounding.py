"""Numbers rounded as people round them: by the digits they read, and half goes up, away from zero."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(number: float | Decimal, digits: int) -> Decimal:
    """The number with so many decimals: 1.125 is 1.13, where a machine's own rounding says 1.12."""
    # Through the shortest decimal text: 16.35 means 16.35, not the binary fraction just under it.
    return Decimal(str(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def plain(number: float) -> float | int:
    """The number as scripts and spreadsheets read it: two decimals at most, a whole one without a point."""
    rounded = float(half_up(number, 2))
    return int(rounded) if rounded.is_integer() else rounded
