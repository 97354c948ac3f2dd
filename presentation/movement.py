"""What the movement does beside counting, as every file tells it: what stands first, lists of bars, sentences."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from data_access.database.errors import Unanswerable
from data_access.queries.examples import fetch_examples
from data_access.queries.grading import fetch_grading
from data_access.queries.readiness import fetch_readiness
from data_access.store.records import Records
from model.codes import Basis
from model.graded import Grading
from model.rounding import half_up
from presentation.examples import unit_name
from presentation.figures import Figures
from presentation.grading import class_name, period_name, written
from presentation.movement_counts import view_potential, view_rewards
from presentation.movement_of_one import about, grading_of_one, readiness_of_one, running
from presentation.movement_view import MovementBar, MovementView, PartList
from presentation.readiness import item_name
from presentation.stamp import stamp
from presentation.wording import Wording

_LEADERS: Final = 5
_SOURCES: Final = 3
_TOLD: Final = 3  # examples whose story a presenter is given
_View: TypeAlias = Callable[[Records, Figures, Wording], MovementView]


def movement(records: Records, figures: Figures, wording: Wording) -> tuple[MovementView, ...]:
    """Those that there is something to say of; none where printed figures were asked for in the place of records."""
    if figures.filters.basis is Basis.PUBLISHED and records.has_records(figures.filters.programme):
        return ()
    views = (_answered(told, records, figures, wording) for told in _VIEWS)
    return tuple(view for view in views if view and view.is_known)


def _answered(told: _View, records: Records, figures: Figures, wording: Wording) -> MovementView | None:
    """One of them; None where only rows could answer and the figures are frozen."""
    try:
        return told(records, figures, wording)
    except Unanswerable:
        return None


def view_grading(records: Records, figures: Figures, wording: Wording) -> MovementView:
    """How many units each class has, and who has most points."""
    texts, language = wording.language.stage, wording.language
    found = fetch_grading(records, figures.filters)
    graded = found.frame.drop_nulls("points")
    told, name = stamp("overview", figures, wording), language.pages.titles["grading"]
    if found.period is None or graded.is_empty():
        return MovementView("grading", name, texts.titles["grading_unknown"], told)
    if found.frame.height == 1:
        return replace(grading_of_one(found, figures, wording), stamp=told, title=name)
    best = found.scheme.classes[0]
    count = sum(code == best.code for code in graded["class_code"])
    blanks = {"name": language.name_of(best), "count": language.numbers.count(count)}
    leaders = tuple(
        MovementBar(
            row["unit_code"],
            unit_name(row["unit_code"], figures.catalogue, language),
            row["points"],
            texts.points_of.format(count=written(float(half_up(row["points"], 2)), language)),
            class_name(row["class_code"], found.scheme, language),
        )
        for row in graded.head(_LEADERS).iter_rows(named=True)
    )
    return MovementView(
        "grading",
        name,
        texts.titles["grading"].format(period=period_name(found.period, language).lower(), **blanks),
        told,
        is_known=True,
        lists=(_classes(found, wording), PartList(texts.heads["points"], leaders, graded["points"][0])),
        notes=about(found, language),
        spoken=running(found, language),
    )


def _classes(found: Grading, wording: Wording) -> PartList:
    counted, language = Counter(found.frame.drop_nulls("points")["class_code"].to_list()), wording.language
    parts = tuple(
        MovementBar(one.code, language.name_of(one), counted[one.code], language.numbers.count(counted[one.code]))
        for one in found.scheme.classes
    )
    return PartList(language.stage.heads["classes"], parts, max(counted.values(), default=0))


def view_readiness(records: Records, figures: Figures, wording: Wording) -> MovementView:
    """How many units have each item, of all there are."""
    texts, language = wording.language.stage, wording.language
    found = fetch_readiness(records, figures.filters)
    sources = sorted({language.names.told(source) for source in found.frame["source"].drop_nulls()})
    source = language.facts.source + ": " + "; ".join(sources[:_SOURCES])
    told = replace(stamp("overview", figures, wording), counted="", source=source, full_source=source)
    name = language.pages.titles["readiness"]
    if found.is_empty:
        return MovementView("readiness", name, texts.titles["readiness_unknown"], told)
    units = found.shares[0].units
    parts = tuple(
        MovementBar(
            one.item.code,
            item_name(one.item, language),
            one.yes,
            language.numbers.count(one.yes),
            language.numbers.percent(one.yes_pct),
        )
        for one in found.shares
        if one.yes_pct is not None  # of what nobody said anything it is not known that nobody has it
    )
    least = max(found.shares, key=lambda one: one.no)
    blanks = {"item": item_name(least.item, language), "count": language.numbers.count(least.no)}
    if units == 1:
        return readiness_of_one(found, MovementView("readiness", name, "", told, is_known=True), figures, wording)
    return MovementView(
        "readiness",
        name,
        texts.titles["readiness"].format(**blanks) if least.no else texts.titles["readiness_all"],
        told,
        is_known=True,
        lists=(PartList(texts.heads["readiness"], parts, units),),
        notes=(language.readiness.shares_note.format(units=language.numbers.count(units)),),
    )


def view_examples(records: Records, figures: Figures, wording: Wording) -> MovementView:
    """The examples that are public, those that most unions took over first: a hall may photograph what it sees."""
    texts, language = wording.language.stage, wording.language
    found = [one for one in fetch_examples(records, figures.filters).shown if one.is_public]
    told, name = replace(stamp("overview", figures, wording), counted=""), language.pages.titles["examples"]
    if not found:
        return MovementView("examples", name, texts.titles["examples_unknown"], told)
    found.sort(key=lambda one: -len(one.adopted))
    parts = tuple(
        MovementBar(
            one.code,
            unit_name(one.unit_code, figures.catalogue, language),
            len(one.adopted),
            language.numbers.count(len(one.adopted)),
            one.title,
        )
        for one in found
    )
    adopted = sum(len(one.adopted) for one in found)
    blanks = {"count": language.numbers.count(len(found)), "adopted": language.numbers.count(adopted)}
    return MovementView(
        "examples",
        name,
        texts.titles["examples"].format(**blanks),
        told,
        is_known=True,
        lists=(PartList(texts.heads["examples"], parts, max(1, len(found[0].adopted))),),
        columns=(wording.texts.columns["title"], wording.texts.columns["unit_name"], texts.heads["examples"]),
        spoken=tuple(f"{one.title}: {language.names.told(one.story or one.reason)}" for one in found[:_TOLD]),
    )


_VIEWS: Final[tuple[_View, ...]] = (view_grading, view_potential, view_readiness, view_rewards, view_examples)
