"""What a column says that may have been left empty: nobody named is not nobody."""


def noted(count: int, uploads: int) -> int | None:
    """How many different ones are named; None where there are initiatives and none of them names any."""
    return None if uploads and not count else count
