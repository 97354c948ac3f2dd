"""The numbers behind a page as CSV: what `python -m data_access answer SUBJECT 'QUERY'` prints."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, TypeAlias

from data_access.analyses import ANALYSES
from data_access.cards import metric_code
from data_access.errors import DataAccessError
from data_access.frozen import at_snapshot
from data_access.keeper import Keeper
from data_access.listed_rows import list_rows
from data_access.overview import fetch_overview
from data_access.published import fetch_published
from data_access.ranking import fetch_ranking
from data_access.sectors import fetch_sectors
from data_access.targets import fetch_targets
from model.address import parse_query, parse_rows
from model.address_values import write_moment
from model.facts import Fact
from model.filters import Filters
from model.frames import LEDGER

Row: TypeAlias = Sequence[object]
Table: TypeAlias = tuple[tuple[str, ...], Iterable[Row]]

# The order outside scripts rely on; everything else follows.
_OVERVIEW: Final = (
    "uploads",
    "target",
    "reached_pct",
    "gap",
    "units_reported",
    "units_total",
    "valid",
    "under_review",
    "benefit_vnd",
)
_RANKING: Final = ("rank", "unit_code", "unit_name", "value", "share_pct", "rank_before")
_SECTORS: Final = ("sector_code", "sector_name", "uploads", "share_pct")
_TARGETS: Final = (
    "unit_code",
    "unit_name",
    "uploads",
    "registered",
    "assigned",
    "guided",
    "over_guided",
    "reached_pct",
    "gap",
    "status",
)
_PUBLISHED: Final = (*LEDGER, "system_value", "difference")


class UnknownSubject(DataAccessError, ValueError):  # noqa: N818 (named like its siblings)
    """Somebody asked for a subject that no page has."""


def answer(keeper: Keeper, subject: str, query: str) -> str:
    """CSV with a header: the numbers of the page `subject` under the query string of its address.

    An empty cell is “chưa có số liệu”. Percentages are rounded to two digits, everything else is exact.
    Raises UnknownSnapshot rather than answering with today's numbers.
    """
    if subject not in (*SUBJECTS, ROWS):
        raise UnknownSubject(f"Unknown subject {subject!r}. Known: {', '.join((*SUBJECTS, ROWS))}.")
    filters, _ = parse_query(query, keeper.catalogue)
    keeper, filters = at_snapshot(keeper, filters)
    if subject == ROWS:
        columns, rows = list_rows(keeper, filters, parse_rows(query))
    else:
        columns, rows = SUBJECTS[subject](keeper, filters)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return text.getvalue()


def _overview(keeper: Keeper, filters: Filters) -> Table:
    overview = fetch_overview(keeper, filters)
    named: dict[str, Fact] = {name: overview.facts[name] for name in _OVERVIEW}
    named |= {**overview.facts, **overview.printed}
    rows = [_fact_row(name, fact) for name, fact in named.items()]
    if overview.reached_at:
        rows.append(("target_reached_at", overview.reached_at, "moment", overview.moment, "derived"))
    rows += [_fact_row(card.code, card.fact) for card in overview.cards]
    return ("metric", "value", "unit", "as_of", "source"), rows


def _fact_row(name: str, fact: Fact) -> Row:
    source = fact.source
    words = (source.kind, source.title, source.note if source.kind in ("records", "derived") else source.url)
    told = ": ".join(dict.fromkeys(word for word in words if word))
    qualified = f"{told} ({fact.qualifier})" if fact.qualifier else told
    return (name, fact.value, fact.unit, fact.as_of, qualified if fact.value is not None else "")


def _ranking(keeper: Keeper, filters: Filters) -> Table:
    return _RANKING, fetch_ranking(keeper, filters).frame.select(_RANKING).iter_rows()


def _targets(keeper: Keeper, filters: Filters) -> Table:
    return _TARGETS, fetch_targets(keeper, filters).select(_TARGETS).iter_rows()


def _sectors(keeper: Keeper, filters: Filters) -> Table:
    """The breakdown the page opens with: the first of the scope."""
    breakdowns = fetch_sectors(keeper, filters)
    return _SECTORS, breakdowns[0].frame.select(_SECTORS).iter_rows() if breakdowns else ()


def _published(keeper: Keeper, filters: Filters) -> Table:
    frame = fetch_published(keeper, filters)
    rows = ({**row, "metric": metric_code(row["metric"], row["category"])} for row in frame.iter_rows(named=True))
    return _PUBLISHED, ([row[name] for name in _PUBLISHED] for row in rows)


def _plain(value: object) -> object:
    """A value as scripts read it: no thousands marks, whole numbers without a point, moments as in addresses."""
    if isinstance(value, datetime):
        return write_moment(value)
    if isinstance(value, float):
        rounded = round(value, 2)
        return int(rounded) if rounded.is_integer() else rounded
    return "" if value is None else value


# Single initiatives: their page asks for more than filters, for words, an order and a page.
ROWS: Final = "explore"
SUBJECTS: Final[Mapping[str, Callable[[Keeper, Filters], Table]]] = {
    "overview": _overview,
    "targets": _targets,
    "ranking": _ranking,
    "sectors": _sectors,
    "published": _published,
    **ANALYSES,
}
