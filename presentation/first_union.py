"""The union a slide shows for a scope, in words: the first selected one, otherwise the leader."""

from dataclasses import dataclass, replace

from data_access.database.errors import NobodyTakesPart
from data_access.queries.overview import fetch_overview
from data_access.queries.unit import fetch_unit
from data_access.store.records import Records
from model.codes import Boundary
from presentation.figures import Figures
from presentation.overview import OverviewView, view_overview
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording


@dataclass(frozen=True)
class FirstUnionView:
    """One union of a scope. Where its overview is None or has no count, `nothing` gives the reason."""

    title: str
    place: str  # “Hạng 3 trên 82”; empty where it has none
    overview: OverviewView | None
    figures: Figures  # of the union alone
    stamp: Stamp
    nothing: str = ""


def view_first_union(records: Records, figures: Figures, wording: Wording) -> FirstUnionView:
    """The view of the union, ignoring the other filters on units. Raises what data_access raises."""
    language = wording.language
    try:
        profile = fetch_unit(records, figures.filters)
    except NobodyTakesPart as problem:
        reason = language.problems.unanswered(problem.reason)
        own = stamp("unit", figures, wording)
        return FirstUnionView(language.pages.titles["unit"], "", None, figures, own, reason)
    alone = figures.filters.everywhere.changed(units=(profile.unit.code,), boundary=Boundary.OLD)
    figures = replace(figures, filters=alone, overview=fetch_overview(records, alone))
    name, overview = wording.unit(profile.unit.code, profile.unit.name), view_overview(figures, wording)
    title, place, count = name, "", language.numbers.count
    if overview.is_silent:
        title = f"{name}: {overview.verdict[:1].lower()}{overview.verdict[1:]}"
    elif overview.is_known:
        number = language.measured(figures.overview.counts, overview.count.text)
        title = language.stage.titles["unit"].format(unit=name, count=number)
    if profile.rank is not None:
        place = language.stage.place.format(rank=count(profile.rank), count=count(profile.ranked))
    return FirstUnionView(
        title,
        place,
        overview,
        figures,
        stamp("unit", figures, wording),
        "" if overview.is_known else language.stage.nothing,
    )
