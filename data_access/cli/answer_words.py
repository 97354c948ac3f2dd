"""The words of an answer that make its numbers inexact, for answers without a column for them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_sectors
from data_access.queries.targets import fetch_targets
from data_access.store.records import Records
from model.exactness import row_qualifier
from model.filters import Filters


def words_beside(records: Records, subject: str, filters: Filters) -> list[str]:
    """“LD-33: target tối thiểu, reached_pct and gap nhiều nhất”: one line for each unit with inexact numbers."""
    column = _WORDS.get(subject)
    return list(column(records, filters)) if column else []


def _of_targets(records: Records, filters: Filters) -> Iterator[str]:
    for row in fetch_targets(records, filters).iter_rows(named=True):
        computed = row_qualifier(row) if row["reached_pct"] is not None else None
        yield from _line(
            row["unit_code"],
            {"uploads": row["qualifier"], "target": row["target_qualifier"], "reached_pct and gap": computed},
        )


def _of_ranking(records: Records, filters: Filters) -> Iterator[str]:
    """The words of all units, beginning with what shares are of."""
    ranking = fetch_ranking(records, filters)
    yield from _line("whole", {"value": ranking.whole_qualifier})
    for row in ranking.frame.iter_rows(named=True):
        yield from _line(
            row["unit_code"] or row["unit_name"], {"value": row["qualifier"], "share_pct": row["share_qualifier"]}
        )


def _of_sectors(records: Records, filters: Filters) -> Iterator[str]:
    for breakdown in fetch_sectors(records, filters)[:1]:
        for row in breakdown.frame.iter_rows(named=True):
            share = breakdown.share_word(row) if row["share_pct"] is not None else None
            yield from _line(row["sector_code"], {"uploads": row["qualifier"], "share_pct": share})


def _line(who: str, words: Mapping[str, str | None]) -> Iterator[str]:
    if words_noted := ", ".join(f"{name} {word}" for name, word in words.items() if word):
        yield f"{who}: {words_noted}"


_WORDS: Final[Mapping[str, Callable[[Records, Filters], Iterator[str]]]] = {
    "targets": _of_targets,
    "ranking": _of_ranking,
    "sectors": _of_sectors,
}
