"""The numbers behind a page as CSV: what `python -m data_access answer SUBJECT 'QUERY'` prints."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import repeat
from typing import Final

from data_access.cli.answer_analyses import ANALYSES
from data_access.cli.answer_rows import list_rows
from data_access.cli.answer_table import ORIGIN, AnswerTable
from data_access.database.errors import DataAccessError
from data_access.ledger.headline_figures import metric_code
from data_access.queries.overview import fetch_overview
from data_access.queries.potential import fetch_potential, why_none
from data_access.queries.published import fetch_published
from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_sectors
from data_access.queries.targets import fetch_targets
from data_access.snapshots.answering import answering
from data_access.store.records import Records
from model.address import parse_rows
from model.address_strict import parse_strictly
from model.address_values import write_moment
from model.codes import UNCOUNTED
from model.edges import Row
from model.facts import Fact
from model.filters import Filters
from model.frames import LEDGER
from model.results import Card
from model.rounding import plain_number

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
_FACT: Final = ("metric", "value", "unit", "as_of", "source")
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
    "pace",
    "needed",
)
# What could be expected of a unit, least and most; else why not: no_members, few_alike,
# takes_no_part (ended, or not yet there), and of nobody published, part, nothing_yet;
# provinces of 2025 are merged units.
_POTENTIAL: Final = ("potential_low", "potential_high", "potential_why")
_WITHOUT_BOUND: Final = ("ranking", "targets")  # the others have it in their rows
_PUBLISHED: Final = (*LEDGER, "system_value", "difference")


class UnknownSubject(DataAccessError, ValueError):  # noqa: N818 (named like its siblings)
    """Somebody asked for a subject that no page has."""


def scope_of_query(records: Records, query: str) -> tuple[Records, Filters]:
    """The records that answer a query, and its filters: those of the account, frozen figures, or the published basis.

    Raises NotUnderstood, UnknownSnapshot, NotAllowed.
    """
    filters, _ = parse_strictly(query, records.catalogue)
    return answering(records, filters)


def answer(records: Records, subject: str, query: str) -> str:
    """CSV with a header: the numbers of the page `subject` under the query string of its address.

    An empty cell is “chưa có số liệu”. Percentages are rounded to two digits, everything else is exact.
    Raises NotUnderstood, UnknownSnapshot rather than answering with today's numbers, and NotAllowed where an account
    asks for what it may not see.
    """
    if subject not in (*SUBJECTS, ROWS):
        raise UnknownSubject(f"Unknown subject {subject!r}. Known: {', '.join((*SUBJECTS, ROWS))}.")
    records, filters = scope_of_query(records, query)
    table = list_rows(records, filters, parse_rows(query)) if subject == ROWS else SUBJECTS[subject](records, filters)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(row[name]) for name in table.columns] for row in table.full)
    return text.getvalue()


def _overview(records: Records, filters: Filters) -> AnswerTable:
    """One row for each number; every row knows the facts and cards it was made of, if any."""
    overview = fetch_overview(records, filters)
    facts: dict[str, Fact] = {name: overview.facts[name] for name in _OVERVIEW}
    facts |= {**overview.facts, **overview.printed}
    rows = [_fact_row(name, fact, fact) for name, fact in facts.items()]
    rows.append(_derived("status", overview.status.value, "", overview.moment))
    if overview.reached_at:
        rows.append(_derived("target_reached_at", overview.reached_at, "moment", overview.moment))
    rows += [_fact_row(card.code, card.fact, card) for card in overview.cards]
    ranking = fetch_ranking(records, filters)
    bound = ranking.bound_beside(overview.facts["uploads"]) if ranking.units == 1 else None
    if bound is not None:
        rows.append(_derived("at_most", bound, overview.facts["uploads"].unit, ranking.moment))
    return AnswerTable(_FACT, tuple(rows))


def _fact_row(name: str, fact: Fact, origin: Fact | Card) -> Row:
    source = fact.source
    words = (source.kind, source.title, source.note if source.kind in ("records", "derived") else source.url)
    words_once = ": ".join(dict.fromkeys(word for word in words if word))
    qualified = f"{words_once} ({fact.qualifier})" if fact.qualifier else words_once
    cells = (name, fact.value, fact.unit, fact.as_of, qualified if fact.value is not None else "")
    return dict(zip(_FACT, cells, strict=True)) | {ORIGIN: origin}


def _derived(name: str, value: object, unit: str, moment: datetime | None) -> Row:
    return dict(zip(_FACT, (name, value, unit, moment, "derived"), strict=True))


def bound_beside(records: Records, subject: str, filters: Filters) -> tuple[float, datetime | None] | None:
    """The upper bound for units that the answer has no number for, and its moment; None where unknown."""
    if subject not in _WITHOUT_BOUND:
        return None
    ranking = fetch_ranking(records, filters)
    return None if ranking.bound is None else (ranking.bound, ranking.moment)


def _ranking(records: Records, filters: Filters) -> AnswerTable:
    return AnswerTable.of_frame(fetch_ranking(records, filters).frame, _RANKING)


def _targets(records: Records, filters: Filters) -> AnswerTable:
    """One row for each unit; rows know the potentials of all units, or None."""
    potentials, why = fetch_potential(records, filters), why_none(records, filters)
    expected = {unit.code: (unit.low, unit.high, unit.why) for unit in potentials.units} if potentials else {}
    unknown = (None, None, why or "merged")
    rows = (
        {**row} | dict(zip(_POTENTIAL, expected.get(row["unit_code"], unknown), strict=True)) | {ORIGIN: potentials}
        for row in map(_of_whom_is_counted, fetch_targets(records, filters).iter_rows(named=True))
    )
    return AnswerTable((*_TARGETS, *_POTENTIAL), tuple(rows))


def _of_whom_is_counted(row: Row) -> Row:
    """A row whose share is empty where nothing was reported: its 0 rows are a sum, 0% would be a verdict."""
    return {**row, "reached_pct": None} if row["status"] in UNCOUNTED else row


def _sectors(records: Records, filters: Filters) -> AnswerTable:
    """The breakdown the page opens with: the first of the scope."""
    breakdowns = fetch_sectors(records, filters)
    if not breakdowns:
        return AnswerTable(_SECTORS, ())
    return AnswerTable.of_frame(breakdowns[0].frame, _SECTORS).made_of(
        repeat(breakdowns[0], breakdowns[0].frame.height)
    )


def _published(records: Records, filters: Filters) -> AnswerTable:
    frame = fetch_published(records, filters)
    rows = ({**row, "metric": metric_code(row["metric"], row["category"])} for row in frame.iter_rows(named=True))
    return AnswerTable(_PUBLISHED, tuple({name: row[name] for name in _PUBLISHED} for row in rows))


def _plain(value: object) -> object:
    """A value as scripts read it: no thousands marks, whole numbers without a point, moments as in addresses."""
    if isinstance(value, datetime):
        return write_moment(value)
    if isinstance(value, float):
        return plain_number(value)
    return "" if value is None else value


# Single initiatives: their page asks for more than filters, for words, an order and a page.
ROWS: Final = "explore"
SUBJECTS: Final[Mapping[str, Callable[[Records, Filters], AnswerTable]]] = {
    "overview": _overview,
    "targets": _targets,
    "ranking": _ranking,
    "sectors": _sectors,
    "published": _published,
    **ANALYSES,
}
