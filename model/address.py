"""Addresses of pages parsed into filters and written back, for pages, links and `answer`."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final
from urllib.parse import parse_qs, urlencode

from model.address_values import (
    CALENDAR,
    AddressReader,
    Params,
    among,
    known,
    member_of,
    places,
    read_day,
    read_moment,
    sector_finder,
    write_moment,
)
from model.catalogue import Catalogue
from model.codes import Basis, Boundary, DataKind, Measure, TargetKind
from model.filters import FILTERS, Filters
from model.folding import slug
from model.notices import Notice
from model.periods import read_period
from model.rows import ORDERS, RowSearch

# Address parameter -> field of Filters, for those that repeat. Their order is the order of the address.
REPEATED: Final = {narrowing.parameter: narrowing.field for narrowing in FILTERS}
SINGLE: Final = ("within", "phase", "boundary", "target", "measure", "top", "snapshot", "other", "period")
_DEFAULT: Final = Filters()
_MOST_PAGES: Final = 10**7


def parse(params: Params, catalogue: Catalogue) -> tuple[Filters, tuple[Notice, ...]]:
    """The filters of an address, and notices about ignored values. Never fails."""
    reader = AddressReader(params)
    programme = reader.one("programme", among({p.code for p in catalogue.programmes}), catalogue.landing)
    since, until = _period(reader)
    own = catalogue.programme(programme).id
    within = reader.one("within", lambda code: code if catalogue.has_below(own, code) else None, None)

    def find_units(word: str) -> tuple[str, ...]:
        """Codes of units by code or name; within a unit, its children."""
        return catalogue.find_children(own, within, word) if within else catalogue.find_members(programme, word)

    finders = {**_finders(catalogue, programme), "unit": find_units}
    values = {field: reader.many(name, finders[name]) for name, field in REPEATED.items()}
    values["units"] = tuple(dict.fromkeys((*values["units"], *reader.many("province", find_units))))
    phases = {str(phase.number): phase.number for phase in catalogue.programme(programme).phases}
    filters = Filters(
        programme=programme,
        landing=catalogue.landing,
        basis=reader.one("basis", member_of(Basis), Basis.RECORDS),
        as_of=reader.within("as_of", read_moment, CALENDAR),
        since=since,
        until=until,
        within=within,
        phase=reader.one("phase", phases.get, None),
        boundary=reader.one("boundary", member_of(Boundary), Boundary.OLD),
        target=reader.one("target", member_of(TargetKind), TargetKind.REGISTERED),
        measure=reader.one("measure", member_of(Measure), Measure.UPLOADS),
        top=reader.one("top", places, Filters.top),
        before=reader.within("before", read_moment, CALENDAR),
        snapshot=reader.one("snapshot", str, None),
        other=reader.one("other", among({p.code for p in catalogue.programmes} - {programme}), None),
        period=reader.one("period", _period_code, None),
        reach=None,
        **values,
    )
    filters, unprinted = as_printed(filters, catalogue)
    return filters, (*reader.notices, *unprinted)


def as_printed(filters: Filters, catalogue: Catalogue) -> tuple[Filters, tuple[Notice, ...]]:
    """Filters for published figures, which exist only for the 63 provinces; the change is reported as a notice."""
    programme = catalogue.programme(filters.programme)
    only_printed = programme.data_kind is DataKind.PUBLISHED_ONLY and programme.id not in catalogue.newest
    printed = filters.basis is Basis.PUBLISHED or only_printed
    if not printed or filters.boundary is Boundary.OLD:
        return filters, ()
    return filters.changed(boundary=Boundary.OLD), (Notice("boundary", str(filters.boundary), "unprinted"),)


def _finders(catalogue: Catalogue, programme: str) -> dict[str, Callable[[str], Iterable[str]]]:
    """Functions that find the codes of a value, by parameter."""
    return {
        **{narrowing.parameter: known(narrowing.codes) for narrowing in FILTERS},
        "cluster": lambda value: [code for code in (value, slug(value)) if code in catalogue.clusters][:1],
        "sector": sector_finder({sector.code for sector in catalogue.sectors_of(programme)}),
    }


def parse_query(query: str, catalogue: Catalogue) -> tuple[Filters, tuple[Notice, ...]]:
    """`parse` for a query string, a whole address, or a query with “?”."""
    return parse(parse_qs(query.rpartition("?")[2], keep_blank_values=False), catalogue)


def parse_rows_or_default(params: Params) -> RowSearch:
    """The row search (words, order, page) of an address; invalid values become defaults."""
    words, order, page = (next(reversed(params.get(name, ())), "").strip() for name in ("q", "order", "page"))
    return RowSearch(
        words,
        order if order in ORDERS else ORDERS[0],
        int(page) if page.isdecimal() and 0 < int(page) < _MOST_PAGES else 1,
    )


def parse_rows(query: str) -> RowSearch:
    """`parse_rows_or_default` for a query string, read as in `parse_query`."""
    return parse_rows_or_default(parse_qs(query.rpartition("?")[2], keep_blank_values=False))


def to_params(filters: Filters) -> dict[str, list[str]]:
    """The shortest parameters for these filters; defaults are left out."""
    last = filters.last_day
    values: dict[str, list[str]] = {
        "programme": [] if filters.programme == filters.landing else [filters.programme],
        "basis": _unless_default(filters, "basis"),
        "as_of": [write_moment(filters.as_of)] if filters.as_of else [],
        "before": [write_moment(filters.before)] if filters.before else [],
        "from": [filters.since.isoformat()] if filters.since else [],
        "to": [last.isoformat()] if last else [],
        **{name: list(getattr(filters, field)) for name, field in REPEATED.items()},
        **{name: _unless_default(filters, name) for name in SINGLE},
    }
    return {name: value for name, value in values.items() if value}


def _unless_default(filters: Filters, field: str) -> list[str]:
    value = getattr(filters, field)
    return [] if value == getattr(_DEFAULT, field) else [str(value)]


def lasting_params(filters: Filters) -> dict[str, list[str]]:
    """Parameters for stored or sent addresses: they name the programme even where it is the default."""
    return {"programme": [filters.programme], **to_params(filters)}


def canonical(filters: Filters) -> str:
    """The filters as one query string, equal for equal filters; a cache key."""
    return urlencode(lasting_params(filters), doseq=True)


def _period_code(word: str) -> str | None:
    period = read_period(word)
    return period.code if period else None


def _period(reader: AddressReader) -> tuple[date | None, date | None]:
    """First day and the day after the last; a reversed period is ignored with a notice."""
    days = CALENDAR[0].date(), CALENDAR[1].date()
    since, last = reader.within("from", read_day, days), reader.within("to", read_day, days)
    if since and last and since > last:
        reader.notices.append(Notice("from", f"{since.isoformat()} > {last.isoformat()}", "reversed"))
        return None, None
    return since, last + timedelta(days=1) if last else None
