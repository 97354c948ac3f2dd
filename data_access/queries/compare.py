"""Unions, moments or programmes side by side on the same measures."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from data_access.ledger.printed_counts import count_is_printed
from data_access.queries.changes import fetch_changes
from data_access.queries.overview import fetch_overview
from data_access.queries.ranking import fetch_ranking
from data_access.queries.unit_counts import counts_of_units
from data_access.rules.pace import last_counted, reads_ledger
from data_access.rules.shares import per_members, share_of
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.codes import NONE, OWNERSHIPS, POSITIONS, Boundary, DataKind
from model.compare import MOST_UNITS, Compared, Comparison, Side
from model.facts import Fact, Source
from model.filters import Filters
from model.results import Overview

_WEEK: Final = timedelta(days=7)
_PICKED: Final = 3
_OF_MEASURE: Final = ("computed_pct", "worker_pct", "private_pct", "per100")
# Of the overview; what the records add follows in _shares.
_FACTS: Final = (
    "uploads", "target", "reached_pct", "gap", "last_7_days", "needed_per_day", "share_of_nation", "units_reported",
    "valid", "under_review", "benefit_vnd",
)  # fmt: skip


def natural(filters: Filters) -> Compared:
    """What to compare where the address does not say: a second programme, several unions, else two moments."""
    if filters.other:
        return Compared.PROGRAMMES
    return Compared.UNITS if len(filters.units) > 1 else Compared.MOMENTS


@remembered
def fetch_compare(records: Records, filters: Filters, compared: Compared | None = None) -> Comparison:
    """The sides with their facts; for moments also everything that changed between them."""
    compared = compared or natural(filters)
    if compared is Compared.UNITS:
        return _units(records, filters)
    return _moments(records, filters) if compared is Compared.MOMENTS else _programmes(records, filters)


def _units(records: Records, filters: Filters) -> Comparison:
    """The chosen unions, supplemented by the leaders where there are fewer than two."""
    codes = filters.units[:MOST_UNITS]
    if len(codes) < 2:
        around = filters.changed(units=(), top=_PICKED + 1, boundary=Boundary.OLD)
        leaders = fetch_ranking(records, around).frame["unit_code"].drop_nulls().to_list()
        codes = tuple(dict.fromkeys((*codes, *leaders)))[:_PICKED]
    sides = [_side(records, filters.everywhere.changed(units=(code,)), code) for code in codes]
    newest = filters.as_of or max((side.moment for side in sides if side.moment), default=None)
    views = (replace(side, facts={name: fact.seen_at(newest) for name, fact in side.facts.items()}) for side in sides)
    return Comparison(Compared.UNITS, tuple(views), chosen=len(filters.units) > 1)


def _moments(records: Records, filters: Filters) -> Comparison:
    """An earlier moment and the one asked about, a week apart where none was chosen."""
    programme = records.catalogue.programme(filters.programme)
    later = filters.as_of or last_counted(records.slice(filters)) or datetime.max
    earlier = filters.before or (later - _WEEK if later < datetime.max else None)
    if earlier and earlier > later:
        earlier, later = later, earlier
    now = filters.changed(as_of=None if later == datetime.max else later, before=earlier)
    if earlier is None:
        return Comparison(Compared.MOMENTS, (_side(records, now),), chosen=False)
    then = now.changed(as_of=earlier, before=None)
    changes = None if reads_ledger(records, programme, filters) else fetch_changes(records, then, now)
    sides = (_side(records, then, moment=earlier), _side(records, now, moment=now.as_of))
    return Comparison(Compared.MOMENTS, sides, bool(filters.before), changes)


def _programmes(records: Records, filters: Filters) -> Comparison:
    """Each programme over its own time, because moments and phases of one mean nothing in the other."""
    others = [programme.code for programme in records.catalogue.programmes if programme.code != filters.programme]
    other = filters.other or others[0]
    elsewhere = filters.changed(programme=other, as_of=None, before=None, since=None, until=None, phase=None)
    return Comparison(
        Compared.PROGRAMMES, (_side(records, filters), _side(records, elsewhere)), chosen=bool(filters.other)
    )


def _side(records: Records, filters: Filters, code: str | None = None, moment: datetime | None = None) -> Side:
    overview = fetch_overview(records, filters)
    facts = {name: overview.facts[name] for name in _FACTS} | _shares(records, filters, overview)
    shown_at = filters.as_of or overview.moment
    facts = {name: fact.seen_at(shown_at) for name, fact in facts.items()}
    facts["uploads"] = _marked(records, filters, facts["uploads"])
    unit = records.catalogue.seen_in(filters.programme).unit_by_code[code] if code else None
    programme = records.catalogue.programme(filters.programme)
    units = records.catalogue.units_in(filters)
    members = (sum(bool(unit.members) for unit in units), len(units))
    return Side(
        programme, unit, moment or overview.moment, facts, overview.course, members, overview.is_silent, overview.counts
    )


def _marked(records: Records, filters: Filters, uploads: Fact) -> Fact:
    """The count with whether a source prints it, for one unit or the whole; others are never printed."""
    code = filters.units[0] if len(filters.units) == 1 else ""
    if filters.narrows_units and not code:
        return uploads
    return replace(uploads, is_printed=count_is_printed(records, filters, code, uploads.value))


def _shares(records: Records, filters: Filters, overview: Overview) -> dict[str, Fact]:
    """Rates that only the records give, and initiatives per 100 members where those are known."""
    programme, moment = records.catalogue.programme(filters.programme), overview.moment
    names = ("valid_pct", "computed_pct", "worker_pct", "private_pct", "per100")
    source = Source("derived", programme.name_vi, note=programme.data_kind.value, title_en=programme.name_en)
    if reads_ledger(records, programme, filters) or programme.data_kind is DataKind.PUBLISHED_ONLY:
        unknown = {name: Fact(None, "percent", "uploads", moment, source) for name in names}
        return unknown | {"valid_pct": _printed_valid(overview)}
    counts = records.slice(filters).counts().row(0, named=True)
    of_measure = filters.of_measure  # authors and rates are those of what is counted, as on the page about people
    by_unit, rows = counts_of_units(records, of_measure), records.slice(of_measure).counts().row(0, named=True)
    values = {
        "valid_pct": share_of(counts["valid"], counts["uploads"]),
        "computed_pct": share_of(rows["benefit_count"], rows["uploads"]),
        "worker_pct": _share_of(records, of_measure, "position", ("worker",), POSITIONS),
        "private_pct": _share_of(records, of_measure, "ownership", ("nonstate", "fdi"), OWNERSHIPS),
        "per100": per_members(records.catalogue.units_in(filters), by_unit)[0],
    }
    units = dict.fromkeys(names, "percent") | {"per100": "per100"}
    counts = dict.fromkeys(_OF_MEASURE, filters.counted_rows)
    return {
        name: Fact(value, units[name], counts.get(name, "uploads"), moment, source) for name, value in values.items()
    }


def _printed_valid(overview: Overview) -> Fact:
    """Valid as a share of uploaded, both as printed at one moment."""
    uploads, valid = overview.facts["uploads"], overview.facts["valid"]
    same = uploads.value and valid.value is not None and uploads.as_of == valid.as_of
    share = share_of(valid.value, uploads.value) if same else None
    return Fact(
        share, "percent", "valid", valid.as_of, Source("derived", valid.source.title, title_en=valid.source.title_en)
    )


def _share_of(
    records: Records, filters: Filters, dimension: str, codes: Sequence[str], all_codes: Sequence[str]
) -> float | None:
    """The share of some codes in all; None where no initiative states which of `all_codes` it has."""
    frame = records.slice(filters).counts(dimension).select(dimension, "uploads")
    uploads = {all_codes[number]: int(count) for number, count in frame.iter_rows()}
    whole = sum(uploads.values())
    return share_of(sum(uploads.get(code, 0) for code in codes), whole) if whole > uploads.get(NONE, 0) else None
