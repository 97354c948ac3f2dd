"""Counts over a column that may be empty: no name is not nobody."""


def noted(count: int, uploads: int) -> int | None:
    """The number of distinct names; None where there are initiatives and none of them has a name."""
    return None if uploads and not count else count
