"""The address of a page: codes in, filters out, and back. The same for pages, links and `answer`."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, TypeVar
from urllib.parse import parse_qs, urlencode

from model.catalogue import Catalogue
from model.codes import (
    KINDS,
    LEVELS,
    OWNERSHIPS,
    POSITIONS,
    REGIONS,
    SOLUTIONS,
    STATUSES,
    Basis,
    Boundary,
    Measure,
    TargetKind,
)
from model.filters import END_OF_DAY, Filters, Notice, end_of_day
from model.folding import slug

T = TypeVar("T")
Params = Mapping[str, Sequence[str]]

# Address parameter -> field of Filters, for those that repeat. Their order is the order of the address.
REPEATED: Final = {
    "unit": "units",
    "kind": "kinds",
    "region": "regions",
    "cluster": "clusters",
    "sector": "sectors",
    "ownership": "ownerships",
    "position": "positions",
    "level": "levels",
    "status": "statuses",
    "solution": "solutions",
}
_SECTOR_ALIASES: Final = {"truong-hoc": "giao-duc", "doanh-nghiep": "sxkd", "hanh-chinh-su-nghiep": "hcsn"}
MOST_PLACES: Final = 100
_SINGLE: Final = ("phase", "boundary", "target", "measure", "top", "snapshot")
_DEFAULT: Final = Filters()


class _Reader:
    """Reads one parameter after the other and remembers what had to be ignored."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.notices: list[Notice] = []

    def one(self, name: str, read: Callable[[str], T | None], default: T) -> T:
        """The last value of `name`, or `default` where it is missing or not understood."""
        values = [value.strip() for value in self.params.get(name, ()) if value.strip()]
        if not values:
            return default
        understood = read(values[-1])
        if understood is None:
            self.notices.append(Notice(name, values[-1]))
            return default
        return understood

    def many(self, name: str, find: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
        """Every known value of `name`, once each, in the order given."""
        found: dict[str, None] = {}
        for value in self.params.get(name, ()):
            codes = list(find(value.strip()))
            if value.strip() and not codes:
                self.notices.append(Notice(name, value))
            found.update(dict.fromkeys(codes))
        return tuple(found)


def parse(params: Params, catalogue: Catalogue) -> tuple[Filters, tuple[Notice, ...]]:
    """The filters an address asks for, and what of it was ignored. Never fails."""
    reader = _Reader(params)
    programme = reader.one("programme", _among({p.code for p in catalogue.programmes}), catalogue.programmes[0].code)
    since, until = _period(reader)
    finders: dict[str, Callable[[str], Iterable[str]]] = {
        "unit": catalogue.find_units,
        "kind": _known(KINDS),
        "region": _known(REGIONS),
        "cluster": lambda value: [code for code in (value, slug(value)) if code in catalogue.clusters][:1],
        "sector": _sector_finder({sector.code for sector in catalogue.sectors}),
        "ownership": _known(OWNERSHIPS),
        "position": _known(POSITIONS),
        "level": _known(LEVELS),
        "status": _known(STATUSES),
        "solution": _known(SOLUTIONS),
    }
    chosen = {field: reader.many(name, finders[name]) for name, field in REPEATED.items()}
    chosen["units"] = tuple(dict.fromkeys((*chosen["units"], *reader.many("province", catalogue.find_units))))
    phases = {str(phase.number): phase.number for phase in catalogue.programme(programme).phases}
    filters = Filters(
        programme=programme,
        basis=reader.one("basis", _member(Basis), Basis.RECORDS),
        as_of=reader.one("as_of", read_moment, None),
        since=since,
        until=until,
        phase=reader.one("phase", phases.get, None),
        boundary=reader.one("boundary", _member(Boundary), Boundary.OLD),
        target=reader.one("target", _member(TargetKind), TargetKind.REGISTERED),
        measure=reader.one("measure", _member(Measure), Measure.UPLOADS),
        top=reader.one("top", _places, Filters.top),
        before=reader.one("before", read_moment, None),
        snapshot=reader.one("snapshot", str, None),
        **chosen,
    )
    return filters, tuple(reader.notices)


def parse_query(query: str, catalogue: Catalogue) -> tuple[Filters, tuple[Notice, ...]]:
    """`parse` for a query string; a whole address or a leading “?” is understood too."""
    return parse(parse_qs(query.rpartition("?")[2], keep_blank_values=False), catalogue)


def to_params(filters: Filters) -> dict[str, list[str]]:
    """The shortest address that gives these filters: defaults are left out."""
    last = filters.until - timedelta(days=1) if filters.until else None
    values: dict[str, list[str]] = {
        "programme": _unless_default(filters, "programme"),
        "basis": _unless_default(filters, "basis"),
        "as_of": [write_moment(filters.as_of)] if filters.as_of else [],
        "before": [write_moment(filters.before)] if filters.before else [],
        "from": [filters.since.isoformat()] if filters.since else [],
        "to": [last.isoformat()] if last else [],
        **{name: list(getattr(filters, field)) for name, field in REPEATED.items()},
        **{name: _unless_default(filters, name) for name in _SINGLE},
    }
    return {name: found for name, found in values.items() if found}


def _unless_default(filters: Filters, field: str) -> list[str]:
    value = getattr(filters, field)
    return [] if value == getattr(_DEFAULT, field) else [str(value)]


def canonical(filters: Filters) -> str:
    """The filters as one query string, equal for equal filters: a key for caches and for links."""
    return urlencode(to_params(filters), doseq=True)


def write_moment(moment: datetime) -> str:
    """A moment as the address writes it: the day alone for its end, seconds only where there are some."""
    if moment.time() == END_OF_DAY:
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes" if moment.second == moment.microsecond == 0 else "seconds")


def _period(reader: _Reader) -> tuple[date | None, date | None]:
    """Days from the first to the one after the last; a period turned round is ignored and told."""
    since, last = reader.one("from", _day, None), reader.one("to", _day, None)
    if since and last and since > last:
        reader.notices.append(Notice("from", f"{since.isoformat()} > {last.isoformat()}", "reversed"))
        return None, None
    return since, last + timedelta(days=1) if last else None


def read_moment(value: str) -> datetime | None:
    """A moment as addresses and the ledger write it; a date alone means the end of that day."""
    day = _day(value)
    if day:
        return end_of_day(day)
    for form in ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M"):
        moment = _read(form, value)
        if moment:
            return moment
    return None


def _day(value: str) -> date | None:
    moment = _read("%Y-%m-%d", value) or _read("%d/%m/%Y", value)
    return moment.date() if moment and moment.date() < date.max else None


def _read(form: str, value: str) -> datetime | None:
    try:
        return datetime.strptime(value, form)
    except ValueError:
        return None


def _places(value: str) -> int | None:
    return int(value) if value.isdecimal() and 1 <= int(value) <= MOST_PLACES else None


def _among(codes: Collection[str]) -> Callable[[str], str | None]:
    return lambda value: value if value in codes else None


def _known(codes: Collection[str]) -> Callable[[str], list[str]]:
    return lambda value: [value] if value in codes else []


def _sector_finder(codes: Collection[str]) -> Callable[[str], list[str]]:
    def find(value: str) -> list[str]:
        code = _SECTOR_ALIASES.get(slug(value), value)
        return [code] if code in codes else []

    return find


E = TypeVar("E", Basis, Boundary, Measure, TargetKind)


def _member(kind: type[E]) -> Callable[[str], E | None]:
    values: dict[str, E] = {str(member): member for member in kind}
    return values.get
