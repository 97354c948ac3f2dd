"""A comparison of sides in words, and the changes between two moments, for page and pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from language.languages import Language
from model.compare import Changes, Compared, Comparison, Passed, Side
from model.facts import Fact
from model.measures import is_money
from presentation.by_measure import measures_note
from presentation.facts import beside_known
from presentation.sides import side_name, word_between, write_cell, write_cell_beside, write_difference
from presentation.wording import join_sentences

_PAIR: Final = 2
_PER_MEMBERS: Final = "per100"
_VALID: Final = "valid"
_SAME_ROWS: Final = {"benefit_vnd": "computed_pct"}  # the benefit is of the initiatives that this is a share of
_OF_TARGET: Final = ("target",)
# A union is one union; whole programmes are all of the nation, and of the older ones few unions were printed.
_SILENT: Final = {
    Compared.UNITS: ("units_reported",),
    Compared.MOMENTS: (),
    Compared.PROGRAMMES: ("units_reported", "share_of_nation"),
}


@dataclass(frozen=True)
class CompareView:
    """A table of sides and what changed. Sentences that do not apply are ""; bold is marked with `**`."""

    names: tuple[str, ...]  # what heads each side
    title: str
    note: str
    heads: tuple[str, ...]  # of the table: measure, sides, with two of them their difference
    lines: tuple[tuple[str, ...], ...]  # a measure each; those that nobody knows are left out
    picked: str  # that the reader chose too few sides
    changed_title: str
    changed: tuple[str, ...]
    met: tuple[str, ...]  # whoever met the target between two moments
    started: tuple[str, ...]  # whoever sent a first initiative
    titles: Mapping[str, str]  # by courses, growth, moves of ranks, table
    notes: Mapping[str, str]  # the same keys


def view_compare(comparison: Comparison, language: Language) -> CompareView:
    """The words of a comparison."""
    texts, sides, changes = language.compare, comparison.sides, comparison.changes
    names = tuple(side_name(side, comparison.what, language) for side in sides)
    return CompareView(
        names=names,
        title=texts.table_titles[str(comparison.what)],
        note=_note(comparison, names, language),
        heads=(texts.measure, *names, *([texts.difference] if len(sides) == _PAIR else [])),
        lines=tuple(_lines(comparison, language)),
        picked=texts.picked[str(comparison.what)] if not comparison.chosen and len(sides) > 1 else "",
        changed_title=_changed_title(comparison, language) if changes else "",
        changed=_changed(comparison, changes, language) if changes else (),
        met=tuple(_met(unit, language) for unit in changes.met_target) if changes else (),
        started=tuple(_started(unit, changes, language) for unit in changes.started) if changes else (),
        titles={
            "courses": texts.courses_title,
            "growth": texts.growth_title,
            "ranks": texts.rank,
            "table": texts.moves_title,
        },
        notes={
            "courses": texts.courses_note,
            "growth": texts.growth_note,
            "ranks": language.ranking.movement_note,
            "table": texts.moves_note,
        },
    )


def measure_name(comparison: Comparison, measure: str, language: Language) -> str:
    """The label of a measure beside these sides; published figures count some measures differently."""
    label, printed = language.compare.measures[measure], language.compare.printed_measures
    return printed.get(measure, label) if _is_printed(comparison, measure) else label


def _is_printed(comparison: Comparison, measure: str) -> bool:
    """Whether every known value of the measure is a published figure."""
    kinds = {side.facts[measure].source.kind for side in comparison.sides if side.facts[measure].value is not None}
    return kinds == {"published"}


def _lines(comparison: Comparison, language: Language) -> Iterator[tuple[str, ...]]:
    """Label, a cell a side, and for two sides the difference; for more, each later side has its factor to the first."""
    for measure in language.compare.measures:
        facts = [_fact_of(side, measure) for side in comparison.sides]
        if measure in _SILENT[comparison.what] or all(fact.value is None for fact in facts):
            continue
        first, *others = facts
        if len(facts) == _PAIR:
            word = word_between(measure, *comparison.sides)
            more = [write_cell(others[0], language), write_difference(first, others[0], language, word)]
        else:
            more = [write_cell_beside(first, fact, language) for fact in others]
        cells = (write_cell(first, language), *more)
        if measure == _PER_MEMBERS:  # the difference is of the same units as its sides
            cells = (*map(partial(_beside_known, language=language), comparison.sides, cells), *cells[len(facts) :])
        yield (measure_name(comparison, measure, language), *cells)


def _fact_of(side: Side, measure: str) -> Fact:
    """A fact of a side; of who has reported nothing only what is asked of it is known (decision 0021)."""
    fact = side.facts[measure]
    return replace(fact, value=None) if side.is_silent and measure not in _OF_TARGET else fact


def _beside_known(side: Side, text: str, language: Language) -> str:
    return beside_known(text, *side.members_known, language)


def _note(comparison: Comparison, names: tuple[str, ...], language: Language) -> str:
    texts, sides = language.compare, comparison.sides
    note = texts.programmes_note if comparison.what is Compared.PROGRAMMES else texts.table_note
    if len(sides) != _PAIR:
        note = texts.table_note_several.format(first=names[0]) if len(sides) > 1 else texts.table_note_alone
    if any(side.members_known[0] < side.members_known[1] and side.facts[_PER_MEMBERS].value for side in sides):
        note = f"{note} {language.facts.members_known}"
    if any(side.facts["uploads"].is_printed for side in sides):
        note = f"{note} {language.facts.printed_legend}."
    return join_sentences((note, _by_measure(comparison, language)))


def _by_measure(comparison: Comparison, language: Language) -> str:
    """Which rows are of valid initiatives because the measure asks for them; those that always are need no word."""
    facts = comparison.sides[0].facts
    if facts["uploads"].source.kind != "records":  # printed ones count what their source counts
        return ""
    names = [
        measure_name(comparison, measure, language)
        for measure in language.compare.measures
        if facts[_SAME_ROWS.get(measure, measure)].counts == _VALID
        and not measure.startswith(_VALID)
        and facts[measure].value is not None
    ]
    return measures_note(_VALID, names, language)


def _changed_title(comparison: Comparison, language: Language) -> str:
    before, after = (language.numbers.moment(side.moment) for side in comparison.sides)
    return language.compare.changed_title.format(before=before, after=after)


def _changed(comparison: Comparison, changes: Changes, language: Language) -> tuple[str, str]:
    """The increase, in how many unions, and how many rose and fell."""
    texts, numbers, moves = language.compare, language.numbers, changes.moves.rows(named=True)
    before, after = (side.facts["uploads"].value or 0 for side in comparison.sides)
    ranks = [(row["rank"], row["rank_before"]) for row in moves if row["rank_before"]]
    sentence = texts.changed.format(
        added=numbers.signed(after - before),
        before=numbers.count(before),
        after=numbers.count(after),
        factor=f", ×{numbers.decimal(after / before, 2)}" if before else "",
        growing=numbers.count(sum((row["added"] or 0) > 0 for row in moves)),
    )
    up, down = (sum(rank < old for rank, old in ranks), sum(rank > old for rank, old in ranks))
    return sentence, texts.changed_moved.format(up=numbers.count(up), down=numbers.count(down))


def _met(unit: Passed, language: Language) -> str:
    before, after = (
        language.names.qualified(language.numbers.percent(share), unit.qualifier) for share in (unit.before, unit.after)
    )
    return language.compare.met.format(unit=language.names.word(unit.unit_name), before=before, after=after)


def _started(unit: Passed, changes: Changes, language: Language) -> str:
    write = language.numbers.money_vnd if is_money(changes.ranking.measure) else language.numbers.count
    return language.compare.started.format(unit=language.names.word(unit.unit_name), after=write(unit.after))
