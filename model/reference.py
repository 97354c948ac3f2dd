"""The parts of reference data: programmes, phases, provinces, units, sectors."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from model.codes import BAND_LIMITS_VND, BILLION_VND, DataKind
from model.folding import slug

FIRST_OWN_SECTOR: Final = 100  # numbers below are those of sectors that ship
ARCHIVED: Final = "archived"  # the state of a programme that is put away: never the default


@dataclass(frozen=True)
class Phase:
    """A phase of a programme."""

    number: int
    start: date
    end: date  # inclusive
    national_target: int | None
    name_vi: str | None = None
    name_en: str | None = None
    parent: int | None = None  # the number of the phase around it


@dataclass(frozen=True)
class Alike:
    """When a programme treats units as comparable: minimum group size, and maximum ratio of members."""

    units: int = 6
    times: int = 3


USUAL: Final = Alike()


@dataclass(frozen=True)
class Programme:
    """A programme. `start` and `end` (inclusive) are None where no source gives them."""

    id: int
    code: str
    name_vi: str
    name_en: str
    start: date | None
    end: date | None
    data_kind: DataKind
    national_target: int | None
    national_target_source: str | None
    phases: tuple[Phase, ...]
    short_name: str | None = None
    organisation: str | None = None
    organisation_above: str | None = None
    place: str | None = None
    whole_vi: str | None = None
    whole_en: str | None = None
    boundary: str | None = None
    benefit_limits: tuple[float, ...] = ()  # thousand million VND
    state: str = "running"
    is_default: bool = False
    comparison: str = "open"
    alike: Alike = USUAL
    reward_days: int | None = None  # within which a reward should follow the decision

    @property
    def is_closed_to_comparison(self) -> bool:
        """Whether accounts limited to some units see only the totals of those."""
        return self.comparison == "closed"

    @property
    def band_limits_vnd(self) -> tuple[float, ...]:
        """Lower bounds of the benefit bands in VND; the national ones by default."""
        return tuple(limit * BILLION_VND for limit in self.benefit_limits) or BAND_LIMITS_VND

    def phase(self, number: int | None) -> Phase | None:
        """The phase with that number, or None."""
        return next((phase for phase in self.phases if phase.number == number), None)


# Placeholder before the first programme is set up.
NO_PROGRAMME: Final = Programme(0, "", "", "", None, None, DataKind.OFFICIAL, None, None, ())


@dataclass(frozen=True)
class Province:
    """A province of 2022, and the one of 2025 it belongs to."""

    code_2022: str
    name: str
    short_name: str
    is_city: bool  # directly under the centre
    region: str
    code_2025: str
    name_2025: str
    short_name_2025: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """A union at any level. `members` is None where unknown."""

    id: int
    code: str
    name: str
    name_en: str
    short_name: str
    aliases: tuple[str, ...]
    kind: str
    province_code: str | None  # vintage 2022
    region: str | None
    cluster: str | None
    cluster_note: str | None
    members: int | None
    members_as_of: date | None
    members_source: str | None
    level: str = "direct"
    parent_id: int | None = None
    kind_name: str | None = None
    successor_id: int | None = None
    start: date | None = None  # in the programme
    end: date | None = None  # inclusive

    def taking_part(self, params: Mapping[str, object]) -> "Unit":
        """The unit as one programme defines it: overrides by field, None keeps the unit's own value."""
        return replace(self, **{name: value for name, value in params.items() if value is not None})  # type: ignore[arg-type]

    def reports_on(self, day: date | None) -> bool:
        """Whether it takes part on that day; None for any day."""
        return day is None or ((self.start is None or self.start <= day) and (self.end is None or day <= self.end))

    @property
    def cluster_code(self) -> str | None:
        return slug(self.cluster) if self.cluster else None


def unit_labels(units: Iterable[Unit]) -> dict[str, str]:
    """Labels by code: the short name, with the code where two units share it."""
    all_units = tuple(units)
    several = {name for name, n in Counter(unit.short_name for unit in all_units).items() if n > 1}
    return {u.code: f"{u.short_name} ({u.code})" if u.short_name in several else u.short_name for u in all_units}


@dataclass(frozen=True)
class Sector:
    """A sector of initiatives."""

    id: int
    code: str
    name_vi: str
    name_en: str


@dataclass(frozen=True)
class Group:
    """A bar of a chart: a unit, or the units whose provinces became one in 2025."""

    code: str
    name: str
    name_en: str
    short_name: str
    units: tuple[Unit, ...]

    def has_any(self, ids: Collection[int]) -> bool:
        """Whether one of its units is among these."""
        return any(unit.id in ids for unit in self.units)


def group_of(code: str, units: tuple[Unit, ...], province: Province | None) -> Group:
    """The units of the same province of today; a unit without a province stands alone."""
    if province is None:
        (unit,) = units
        return Group(unit.code, unit.name, unit.name_en, unit.short_name, units)
    return Group(code, province.name_2025, f"{province.short_name_2025} (34)", province.short_name_2025, units)


def landing_of(programmes: Sequence[Programme], newest: Mapping[int, datetime]) -> str:
    """Code of the default programme, else of the running one with the newest record, else of the newest; archived ones
    last.
    """
    default = [programme for programme in programmes if programme.is_default and programme.state != ARCHIVED]
    running = [programme for programme in programmes if programme.state == "running" and programme.id in newest]
    if default or running:
        return (default or sorted(running, key=lambda programme: newest[programme.id], reverse=True))[0].code
    current = [programme for programme in programmes if programme.state != ARCHIVED] or programmes
    return max(current, key=lambda programme: (programme.start or date.min, programme.id)).code if current else ""


def clusters_of(units: Iterable[Unit]) -> tuple[str, ...]:
    """The clusters of the units, each once, in their order."""
    return tuple(dict.fromkeys(unit.cluster for unit in units if unit.cluster))
