"""The slides of what the movement does beside counting: grading, readiness, and examples."""

from collections import Counter
from dataclasses import replace
from typing import Final

from data_access.queries.examples import fetch_examples
from data_access.queries.grading import fetch_grading
from data_access.queries.readiness import fetch_readiness
from exports.html.stage.sheet import HALF, MOST_BARS, Row, Slide, SlideScope, bar, groups, new_slide, nothing
from model.graded import Grading
from model.rounding import half_up
from presentation.examples import unit_name
from presentation.grading import class_name, period_name, written
from presentation.readiness import item_name
from presentation.stamp import stamp
from presentation.wording import shortened

_LONGEST_NAME: Final = 34
_LONGEST_LINE: Final = 32  # beside a bar
_SOURCES: Final = 3


def grading_slide(asked: SlideScope) -> Slide:
    """How many units each class has, and who has most points."""
    texts, language = asked.texts, asked.wording.language
    found = fetch_grading(asked.records, asked.figures.filters)
    graded = found.frame.drop_nulls("points")
    told = stamp("overview", asked.figures, asked.wording)
    if found.period is None or graded.is_empty():
        return new_slide(asked, "grading", texts.titles["grading_unknown"], nothing(asked), told)
    period = period_name(found.period, language).lower()
    best = found.scheme.classes[0]
    count = sum(code == best.code for code in graded["class_code"])
    blanks = {"period": period, "name": language.name_of(best), "count": language.numbers.count(count)}
    leaders = [
        bar(
            row["unit_code"],
            asked.wording.short_unit(row["unit_code"], row["unit_name"]),
            row["points"],
            texts.points_of.format(count=written(float(half_up(row["points"], 2)), language)),
            graded["points"][0],
            note=class_name(row["class_code"], found.scheme, language),
        )
        for row in graded.head(HALF).iter_rows(named=True)
    ]
    lists = ((texts.heads["classes"], _classes(asked, found)), (texts.heads["points"], leaders))
    note = language.grading.example_short if found.scheme.is_example else ""
    said = () if found.is_complete else (language.grading.running,)
    title = texts.titles["grading"].format(**blanks)
    return new_slide(asked, "grading", title, groups(*lists, note=note), told, (title, *said))


def _classes(asked: SlideScope, found: Grading) -> list[Row]:
    counted, language = Counter(found.frame.drop_nulls("points")["class_code"].to_list()), asked.wording.language
    most = max(counted.values(), default=0)
    return [
        bar(one.code, language.name_of(one), counted[one.code], language.numbers.count(counted[one.code]), most)
        for one in found.scheme.classes
    ]


def readiness_slide(asked: SlideScope) -> Slide:
    """How many units have each item, of all there are."""
    texts, language = asked.texts, asked.wording.language
    found = fetch_readiness(asked.records, asked.figures.filters)
    sources = sorted({language.names.told(source) for source in found.frame["source"].drop_nulls()})
    source = language.facts.source + ": " + "; ".join(sources[:_SOURCES])
    told = replace(stamp("overview", asked.figures, asked.wording), counted="", source=source, full_source=source)
    if found.is_empty:
        return new_slide(asked, "readiness", texts.titles["readiness_unknown"], nothing(asked), told)
    units = found.shares[0].units
    rows = [
        bar(
            one.item.code,
            item_name(one.item, language),
            one.yes,
            language.numbers.count(one.yes),
            units,
            note=language.numbers.percent(one.yes_pct),
        )
        | {"name": shortened(item_name(one.item, language), _LONGEST_NAME)}
        for one in found.shares[:MOST_BARS]
    ]
    lists = ((texts.heads["readiness"], rows[:HALF]), ("\u00a0", rows[HALF:]))
    least = max(found.shares, key=lambda one: one.no)
    blanks = {"item": item_name(least.item, language), "count": language.numbers.count(least.no)}
    title = texts.titles["readiness"].format(**blanks) if least.no else texts.titles["readiness_all"]
    note = language.readiness.shares_note.format(units=language.numbers.count(units))
    return new_slide(asked, "readiness", title, groups(*lists, note=note), told, (title, note))


def examples_slide(asked: SlideScope) -> Slide:
    """The examples that are public, those that most unions took over first: a hall may photograph what it sees."""
    texts, language, catalogue = asked.texts, asked.wording.language, asked.figures.catalogue
    found = [one for one in fetch_examples(asked.records, asked.figures.filters).shown if one.is_public]
    told = replace(stamp("overview", asked.figures, asked.wording), counted="")
    if not found:
        return new_slide(asked, "examples", texts.titles["examples_unknown"], nothing(asked), told)
    found.sort(key=lambda one: -len(one.adopted))
    most = max(1, len(found[0].adopted))
    rows = [
        bar(
            one.code,
            unit_name(one.unit_code, catalogue, language),
            len(one.adopted),
            language.numbers.count(len(one.adopted)),
            most,
            note=shortened(one.title, _LONGEST_LINE),
        )
        for one in found[:HALF]
    ]
    adopted = sum(len(one.adopted) for one in found)
    blanks = {"count": language.numbers.count(len(found)), "adopted": language.numbers.count(adopted)}
    title = texts.titles["examples"].format(**blanks)
    said = [f"{one.title}: {one.story or language.names.told(one.reason)}" for one in found[:_SOURCES]]
    return new_slide(asked, "examples", title, groups((texts.heads["examples"], rows)), told, (title, *said))
