"""Parsing of single values of an address, with notices for those not understood."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from model.codes import Basis, Boundary, Measure, TargetKind
from model.filters import END_OF_DAY, end_of_day
from model.folding import slug
from model.notices import Notice

T = TypeVar("T")
D = TypeVar("D", date, datetime)
Params = Mapping[str, Sequence[str]]
# Well within the range of `datetime`, since weeks are added and subtracted.
CALENDAR: Final = (datetime(2000, 1, 1), end_of_day(date(2059, 12, 31)))
MOST_PLACES: Final = 1_000_000
_SECTOR_ALIASES: Final = {"truong-hoc": "giao-duc", "doanh-nghiep": "sxkd", "hanh-chinh-su-nghiep": "hcsn"}


class AddressReader:
    """Reads parameters one by one and collects notices about ignored values."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.notices: list[Notice] = []

    def one(self, name: str, read_value: Callable[[str], T | None], default: T) -> T:
        """The last value of `name`, or `default` where it is missing or invalid."""
        values = [value.strip() for value in self.params.get(name, ()) if value.strip()]
        if not values:
            return default
        understood = read_value(values[-1])
        if understood is None:
            self.notices.append(Notice(name, values[-1]))
            return default
        return understood

    def within(self, name: str, read_value: Callable[[str], D | None], limits: tuple[D, D]) -> D | None:
        """`one` for a day or a moment, clamped to the limits with a notice."""
        value = self.one(name, read_value, None)
        if value is None or limits[0] <= value <= limits[1]:
            return value
        self.notices.append(Notice(name, self.params[name][-1].strip(), "beyond"))
        return limits[0] if value < limits[0] else limits[1]

    def many(self, name: str, find: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
        """Every known value of `name` in order, without duplicates."""
        values: dict[str, None] = {}
        for value in self.params.get(name, ()):
            codes = list(find(value.strip()))
            if value.strip() and not codes:
                self.notices.append(Notice(name, value))
            values.update(dict.fromkeys(codes))
        return tuple(values)


def write_moment(moment: datetime) -> str:
    """A moment as addresses write it: only the date for the end of a day, seconds only if not zero."""
    if moment.time() == END_OF_DAY:
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes" if moment.second == moment.microsecond == 0 else "seconds")


def read_moment(value: str) -> datetime | None:
    """A moment from an address or the ledger, None where it is neither; a date alone means the end of that day."""
    on = read_day(value)
    if on:
        return end_of_day(on)
    for form in ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M"):
        moment = _read(form, value)
        if moment:
            return moment
    return None


def read_day(value: str) -> date | None:
    """A date in either format, 2022-04-20 or 20/04/2022; None for anything else."""
    moment = _read("%Y-%m-%d", value) or _read("%d/%m/%Y", value)
    return moment.date() if moment else None


def _read(form: str, value: str) -> datetime | None:
    try:
        return datetime.strptime(value, form)
    except ValueError:
        return None


def places(value: str) -> int | None:
    """The length of a ranking; None where it is no number in range."""
    return int(value) if value.isdecimal() and 1 <= int(value) <= MOST_PLACES else None


def among(codes: Collection[str]) -> Callable[[str], str | None]:
    """A parser for one of some codes."""
    return lambda value: value if value in codes else None


def known(codes: Collection[str]) -> Callable[[str], list[str]]:
    """A parser for one of some codes, as a list; [] for others."""
    return lambda value: [value] if value in codes else []


def sector_finder(codes: Collection[str]) -> Callable[[str], list[str]]:
    """A parser for the code of a sector, or one of its former names."""

    def find(value: str) -> list[str]:
        code = _SECTOR_ALIASES.get(slug(value), value)
        return [code] if code in codes else []

    return find


E = TypeVar("E", Basis, Boundary, Measure, TargetKind)


def member_of(kind: type[E]) -> Callable[[str], E | None]:
    """A parser for a member of an enumeration, by value."""
    values: dict[str, E] = {str(member): member for member in kind}
    return values.get
