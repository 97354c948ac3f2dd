"""The share of one part in one whole."""


def share_of(part: float | None, whole: float | None) -> float | None:
    """A part in percent; None where either is not known or nothing, or the part is none.

    What was judged in a period may have come before it, and members may have been counted long ago: 4.251 of 1 is no
    share, and nobody is told 425.100%.
    """
    return 100 * part / whole if whole and part is not None and part <= whole else None
