"""One value of an address at a time: what it means, and what of it was not understood."""

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
# Far from both ends of what a computer can count with: weeks before and after are asked for, too.
CALENDAR: Final = (datetime(2000, 1, 1), end_of_day(date(2059, 12, 31)))
MOST_PLACES: Final = 1_000_000
_SECTOR_ALIASES: Final = {"truong-hoc": "giao-duc", "doanh-nghiep": "sxkd", "hanh-chinh-su-nghiep": "hcsn"}


class AddressReader:
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

    def within(self, name: str, read: Callable[[str], D | None], limits: tuple[D, D]) -> D | None:
        """`one` for a day or a moment; beyond the limits it is told and the nearest within is taken."""
        value = self.one(name, read, None)
        if value is None or limits[0] <= value <= limits[1]:
            return value
        self.notices.append(Notice(name, self.params[name][-1].strip(), "beyond"))
        return limits[0] if value < limits[0] else limits[1]

    def many(self, name: str, find: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
        """Every known value of `name`, once each, in the order given."""
        seen: dict[str, None] = {}
        for value in self.params.get(name, ()):
            codes = list(find(value.strip()))
            if value.strip() and not codes:
                self.notices.append(Notice(name, value))
            seen.update(dict.fromkeys(codes))
        return tuple(seen)


def write_moment(moment: datetime) -> str:
    """A moment as the address writes it: the day alone for its end, seconds only where there are some."""
    if moment.time() == END_OF_DAY:
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes" if moment.second == moment.microsecond == 0 else "seconds")


def read_moment(value: str) -> datetime | None:
    """A moment as addresses and the ledger write it; a date alone means the end of that day."""
    on = read_day(value)
    if on:
        return end_of_day(on)
    for form in ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M"):
        moment = _read(form, value)
        if moment:
            return moment
    return None


def read_day(value: str) -> date | None:
    """A day as addresses or readers write it: 2022-04-20 or 20/04/2022; None where it is neither."""
    moment = _read("%Y-%m-%d", value) or _read("%d/%m/%Y", value)
    return moment.date() if moment else None


def _read(form: str, value: str) -> datetime | None:
    try:
        return datetime.strptime(value, form)
    except ValueError:
        return None


def places(value: str) -> int | None:
    """How many places a ranking shows; None where that is no number in range."""
    return int(value) if value.isdecimal() and 1 <= int(value) <= MOST_PLACES else None


def among(codes: Collection[str]) -> Callable[[str], str | None]:
    """A reader of one of some codes."""
    return lambda value: value if value in codes else None


def known(codes: Collection[str]) -> Callable[[str], list[str]]:
    """A reader of one of some codes, as a list; empty for others."""
    return lambda value: [value] if value in codes else []


def sector_finder(codes: Collection[str]) -> Callable[[str], list[str]]:
    """A reader of the code of a sector, or of a name it had before."""

    def find(value: str) -> list[str]:
        code = _SECTOR_ALIASES.get(slug(value), value)
        return [code] if code in codes else []

    return find


E = TypeVar("E", Basis, Boundary, Measure, TargetKind)


def member_of(kind: type[E]) -> Callable[[str], E | None]:
    """A reader of a member of an enumeration, by its value."""
    values: dict[str, E] = {str(member): member for member in kind}
    return values.get
