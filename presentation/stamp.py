"""The stamp on every view of every file: scope, as-of, what is counted, source, simulation banner."""

from dataclasses import dataclass, replace
from datetime import datetime

from model.code_filters import Narrows
from model.codes import Basis
from model.facts import Source
from model.filters import FILTERS, Filters
from model.taking_part import has_members
from presentation.beyond import describe_beyond
from presentation.counted import cards_alone, counted_line, view_of
from presentation.figures import Figures
from presentation.filter_line import scope_line
from presentation.places import describe_ceiling, describe_ceiling_of
from presentation.wording import Wording, printable

_OF_ONE = ("overview", "unit")
_BOUNDED = (*_OF_ONE, "targets", "ranking", "map")


@dataclass(frozen=True)
class Stamp:
    """Sentences that document a number. `banner` is "" where no simulated number is shown."""

    banner: str
    scope: str
    as_of: str
    counted: str
    source: str  # short enough for a slide
    full_source: str
    sealed: str = ""  # code and checksum of frozen figures
    bound: str = ""  # upper bound for units without a number

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for line in (self.scope, self.as_of, self.counted, self.bound, self.full_source) if line)


def stamp(view: str, figures: Figures, wording: Wording) -> Stamp:
    """The stamp of one of counted.VIEWS."""
    texts = wording.texts
    source = _source(view, figures)
    each, seal = view == "published", _sealed(figures, wording)
    filters = _of_all_rows(figures.filters) if each else figures.filters  # the ledger knows no single initiatives
    whole = texts.sources_each if each else texts.source.format(source=wording.source(source))
    return Stamp(
        banner=wording.language.pages.simulated_banner if _shows_simulated(view, figures) else "",
        scope=scope_line(filters, wording, figures.frozen),
        as_of=_as_of_each(figures, wording) if each else _as_of_known(_moment(view, figures), figures, wording),
        counted="" if each else counted_line(view, figures, wording),
        source=texts.sources_each if each else texts.source.format(source=wording.source(source, whole=False)),
        full_source=". ".join(part for part in (whole, seal) if part),
        sealed=seal,
    )


def _of_all_rows(filters: Filters) -> Filters:
    """The filters that choose units, for all of their initiatives."""
    return filters.changed(**{narrowing.field: () for narrowing in FILTERS if narrowing.narrows is not Narrows.UNITS})


def _sealed(figures: Figures, wording: Wording) -> str:
    """Code and checksum of frozen figures, as in the audit log, for verification."""
    frozen = figures.frozen
    if frozen is None:
        return ""
    return wording.language.freezing.sealed.format(code=printable(frozen.code), checksum=frozen.sha256)


def _shows_simulated(view: str, figures: Figures) -> bool:
    """Whether the view shows simulated records; the ledger does, beside the published figures."""
    return figures.is_simulated and (view == "published" or figures.filters.basis is Basis.RECORDS)


def map_stamp(figures: Figures, wording: Wording) -> Stamp:
    """The stamp of a map. Selected units are only highlighted, so they are not part of its scope."""
    return stamp("ranking", replace(figures, filters=figures.filters.changed(units=())), wording)


def stamp_of_page(subject: str, figures: Figures, wording: Wording) -> Stamp:
    """The stamp of a file of one page; a filter the page ignores is mentioned as such and left out of the scope."""
    view = view_of(subject)
    own_stamp = stamp(view, figures, wording)
    if own_stamp.counted:
        own_stamp = replace(own_stamp, counted=counted_line(subject, figures, wording))
    if subject in _BOUNDED:
        return replace(own_stamp, bound=_bound(subject, figures, wording))
    if subject != "recognition" or not figures.filters.statuses:
        return own_stamp
    of_all = stamp(view, replace(figures, filters=figures.filters.changed(statuses=())), wording)
    return replace(own_stamp, scope=f"{of_all.scope}. {wording.language.recognition.statuses_ignored}")


def _bound(subject: str, figures: Figures, wording: Wording) -> str:
    """The upper bound for units without a number; for a single unit only without a newer number of its own."""
    if subject in _OF_ONE and figures.ranking.units == 1:
        return describe_ceiling_of(figures.overview.facts["uploads"], figures.ranking, wording.language)
    return describe_ceiling(figures.ranking, wording.language)


def _as_of_known(moment: datetime | None, figures: Figures, wording: Wording) -> str:
    """The as-of, with an explanation for moments beyond the data."""
    beyond = describe_beyond(figures.beyond, wording.language).rstrip(".")
    return ". ".join(part for part in (_as_of(moment, figures, wording), beyond, _of_nobody(figures, wording)) if part)


def _as_of_each(figures: Figures, wording: Wording) -> str:
    """A note that every number has its own moment."""
    return ". ".join(part for part in (wording.texts.as_of_each, _of_nobody(figures, wording)) if part)


def _of_nobody(figures: Figures, wording: Wording) -> str:
    """A note that no unit takes part, without a full stop; "" where some do."""
    has_organisation = has_members(figures.catalogue, figures.filters.programme)
    return "" if has_organisation else wording.language.problems.nobody_takes_part.rstrip(".")


def _as_of(moment: datetime | None, figures: Figures, wording: Wording) -> str:
    """The as-of, marked where the figures of that moment name no day."""
    overview = figures.overview
    facts = (overview.facts["uploads"], *(card.fact for card in overview.cards))
    of_then = [fact for fact in facts if moment is not None and fact.as_of == moment and fact.value is not None]
    if not of_then or not all(fact.day_inferred for fact in of_then):
        return as_of(moment, wording)
    return wording.texts.as_of.format(moment=wording.language.moment_of(moment, inferred=True))


def as_of(moment: datetime | None, wording: Wording) -> str:
    """“Tính đến 20/04/2022 08:00”; without a moment, that it is unknown."""
    if moment is None:
        return wording.texts.as_of_unknown
    return wording.texts.as_of.format(moment=wording.language.numbers.moment(moment))


def target_source(figures: Figures, wording: Wording) -> str:
    """Where the target of the scope is from; "" where it has none, and so nothing to name."""
    target = figures.overview.facts["target"]
    return "" if target.value is None else wording.source(target.source)


def target_source_line(figures: Figures, wording: Wording) -> str:
    """“Nguồn chỉ tiêu: …” below a report; "" where the scope has no target."""
    source = target_source(figures, wording)
    return f"{wording.texts.info_rows['target_source']}: {source}" if source else ""


def _moment(view: str, figures: Figures) -> datetime | None:
    if view == "ranking":
        return figures.ranking.moment
    if view == "sectors" and figures.sectors:
        return figures.sectors[0].as_of
    return figures.overview.moment


def _source(view: str, figures: Figures) -> Source:
    if view == "ranking":
        return figures.ranking.source
    if view == "sectors" and figures.sectors:
        return figures.sectors[0].source
    if view == "targets" and figures.filters.basis is Basis.PUBLISHED:
        return Source("published")
    return _of_cards(figures) if cards_alone(view, figures) else figures.overview.facts["uploads"].source


def _of_cards(figures: Figures) -> Source:
    """The common source of all published cards; where there are several, that they are published."""
    sources = [card.fact.source for card in figures.overview.cards if card.fact.source.kind == "published"]
    titles = {source.title or source.url for source in sources}
    return replace(sources[0], quote="", note="") if len(titles) == 1 else Source("published")
