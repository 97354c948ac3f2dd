"""What every view of every file carries: scope, as-of, what is counted, where from, and whether it is real."""

from dataclasses import dataclass
from datetime import datetime

from exports.figures import Figures
from exports.filter_line import filter_line
from exports.wording import Wording
from model.codes import Basis, Measure
from model.facts import Source

VIEWS = ("overview", "targets", "ranking", "sectors", "published")


@dataclass(frozen=True)
class Stamp:
    """Sentences that let a reader defend a number. `banner` is empty unless the records are simulated."""

    banner: str
    scope: str
    as_of: str
    counted: str
    source: str  # short enough for a slide
    full_source: str

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for line in (self.scope, self.as_of, self.counted, self.full_source) if line)


def stamp(view: str, figures: Figures, wording: Wording) -> Stamp:
    """The stamp of one of VIEWS."""
    texts = wording.texts
    source = _source(view, figures)
    each = view == "published"
    return Stamp(
        banner=wording.language.pages.simulated_banner if figures.is_simulated else "",
        scope=texts.scope.format(filters=filter_line(figures.filters, wording, figures.frozen)),
        as_of=texts.as_of_each if each else as_of(_moment(view, figures), wording),
        counted="" if each else texts.counted.format(what=counted(view, figures, wording)),
        source=texts.sources_each if each else texts.source.format(source=wording.source(source, whole=False)),
        full_source=texts.sources_each if each else texts.source.format(source=wording.source(source)),
    )


def as_of(moment: datetime | None, wording: Wording) -> str:
    if moment is None:
        return wording.texts.as_of_unknown
    return wording.texts.as_of.format(moment=wording.language.numbers.moment(moment))


def counted(view: str, figures: Figures, wording: Wording) -> str:
    """What the numbers of a view count, in words."""
    measure = figures.filters.measure
    if view == "ranking":
        return wording.language.names.measure(measure.value).lower()
    if view == "sectors" and figures.sectors:
        code = figures.sectors[0].counts
    elif view == "targets" and measure is Measure.VALID:
        code = "valid"
    else:
        code = figures.overview.facts["uploads"].counts
    words = wording.counted(code)
    chosen = [wording.language.names.status(status).lower() for status in figures.filters.statuses]
    return f"{words}: {', '.join(chosen)}" if chosen else words


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
    return figures.overview.facts["uploads"].source
