"""Rounding of decimal digits, half away from zero."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(number: float | Decimal, digits: int) -> Decimal:
    """The number rounded to so many decimals: 1.125 gives 1.13, where `round` gives 1.12."""
    # Through the shortest decimal text: 16.35 means 16.35, not the binary fraction just under it.
    return Decimal(str(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def printed_difference(one: float, other: float) -> float:
    """The second minus the first as a reader subtracts what is printed with two decimals: 66.08 to 66.09 is 0.01."""
    return float(half_up(other, 2) - half_up(one, 2))


def plain_number(number: float) -> float | int:
    """The number for scripts and spreadsheets: at most two decimals, integers without a point."""
    rounded = float(half_up(number, 2))
    return int(rounded) if rounded.is_integer() else rounded
