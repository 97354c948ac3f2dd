"""Grading, readiness and examples as every file tells them: what stands first, lists of bars, sentences."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

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
from presentation.readiness import item_name
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording

_LEADERS: Final = 5
_SOURCES: Final = 3
_TOLD: Final = 3  # examples whose story a presenter is given


@dataclass(frozen=True)
class MovementBar:
    """One bar: `text` is its value as readers see it, `note` what stands beside."""

    key: str
    name: str
    value: float
    text: str
    note: str = ""


@dataclass(frozen=True)
class PartList:
    """Bars of one scale, which ends at `most`."""

    head: str
    parts: tuple[MovementBar, ...]
    most: float


@dataclass(frozen=True)
class MovementView:
    """What one of them says. `is_known` is False where there is nothing: then `verdict` says so."""

    view: str
    title: str
    verdict: str
    stamp: Stamp
    is_known: bool = False
    lists: tuple[PartList, ...] = ()
    notes: tuple[str, ...] = ()  # sentences that belong to the numbers
    spoken: tuple[str, ...] = ()  # and what a presenter can add
    columns: tuple[str, ...] = ()  # of a table: note, name and value of each part

    @property
    def lines(self) -> Iterator[str]:
        """All of it as sentences, for a report."""
        yield f"{self.verdict}."
        for one in self.lists:
            told = (_told(part, named_by_note=bool(self.columns)) for part in one.parts)
            yield f"{one.head}: {'; '.join(told)}."
        yield from (f"{note.rstrip('.')}." for note in self.notes)


def movement(records: Records, figures: Figures, wording: Wording) -> tuple[MovementView, ...]:
    """Those that there is something to say of; none beside printed figures alone, which know nothing of them."""
    if figures.filters.basis is Basis.PUBLISHED:
        return ()
    views = (told(records, figures, wording) for told in (view_grading, view_readiness, view_examples))
    return tuple(view for view in views if view.is_known)


def view_grading(records: Records, figures: Figures, wording: Wording) -> MovementView:
    """How many units each class has, and who has most points."""
    texts, language = wording.language.stage, wording.language
    found = fetch_grading(records, figures.filters)
    graded = found.frame.drop_nulls("points")
    told, name = stamp("overview", figures, wording), language.pages.titles["grading"]
    if found.period is None or graded.is_empty():
        return MovementView("grading", name, texts.titles["grading_unknown"], told)
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
        notes=(language.grading.example_short,) if found.scheme.is_example else (),
        spoken=() if found.is_complete else (language.grading.running,),
    )


def _told(part: MovementBar, *, named_by_note: bool) -> str:
    """“Thanh Hóa 95,70 điểm (Xuất sắc)”; of what has a title beside: “Đồ gá xoay (Cần Thơ): 3”."""
    if named_by_note:
        return f"{part.note} ({part.name}): {part.text}"
    return f"{part.name} {part.text}" + (f" ({part.note})" if part.note else "")


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
