"""Small tables shipped with the code: matches and contradictions in the ledger."""

from functools import cache

from data_access.reference.reference_data import lines


@cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `reference/<name>.csv`; they change only with the code."""
    return tuple(lines(f"{name}.csv"))
