"""Groups that a programme has: no “FDI: 0” where no record ever noted the ownership."""

from collections.abc import Sequence

from data_access.store.records import Records
from model.codes import NONE
from model.filters import Filters


def groups_had(records: Records, programme: str, dimension: str) -> frozenset[int]:
    """Numbers of the dimension with any record of the programme."""
    counts = records.slice(Filters(programme=programme)).counts(dimension)
    return frozenset(counts[dimension].to_list())


def groups_to_show(
    records: Records, programme: str, dimension: str, codes: Sequence[str], counts: dict[int, int]
) -> list[int]:
    """Numbers of `codes` to show, largest first and unknown last; none where nothing was ever noted.

    A group that the programme has and the scope has not is told: zero is an answer. That nobody is in none is not.
    """
    had = {number for number in groups_had(records, programme, dimension) if codes[number] != NONE}
    if not had:
        return []
    groups = [number for number, code in enumerate(codes) if number in had or (code == NONE and counts.get(number))]
    return sorted(groups, key=lambda number: (codes[number] == NONE, -counts.get(number, 0)))
