"""Sentences of the report: words follow the status, numbers are those of the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from data_access.queries.targets import known_only
from language.words.beginning import at_beginning
from model.breakdown import Breakdown
from model.edges import Row
from model.facts import is_older
from presentation.by_status import MOST_NAMED, others_note, statuses_of
from presentation.facts import moment_reached, write_ranked
from presentation.figures import Figures
from presentation.leading import describe_leader
from presentation.one_union import sentences_of_one_union
from presentation.places import describe_ceiling
from presentation.ranking import is_part, ranking_total
from presentation.sectors import view_parts
from presentation.standing import by_standing, scope_standing, sentence_of, unit_standing
from presentation.statements import unit_statements
from presentation.wording import Wording


@dataclass(frozen=True)
class Report:
    """The text of a report; it says nothing the data do not show."""

    national: tuple[str, ...]
    statuses: tuple[str, ...]  # the units of each status in one sentence
    units: tuple[str, ...]
    disagreements: tuple[str, ...]


def write_report_text(figures: Figures, wording: Wording) -> Report:
    """All sentences of a scope."""
    rows = by_standing(figures.targets).to_dicts()
    known_rows = by_standing(known_only(figures.targets, figures.filters.basis)).to_dicts()
    return Report(
        tuple(_national(figures, wording)),
        tuple(statuses_of(rows, wording)) if len(rows) > 1 else (),
        tuple(_of_units(known_rows, figures, wording)) if len(rows) > 1 and _is_any_measured(known_rows) else (),
        tuple(wording.data_sentence(row) for row in figures.inconsistencies.to_dicts()),
    )


def _national(figures: Figures, wording: Wording) -> Iterator[str]:
    facts, texts = figures.overview.facts, wording.texts.prose
    yield opening_of(figures, wording)
    yield from states_of(figures, wording)
    yield from reporting_of(figures, wording)
    yield from pace_of(figures, wording)
    yield from benefit_of(figures, wording)
    if facts["uploads"].value is None:
        for card in figures.overview.cards:
            label = wording.card(card)
            yield texts.together["card"].format(label=label, value=wording.measured_fact(card.fact))
    yield from sentences_of_one_union(figures, wording) if figures.one_union else leaders_of(figures, wording)
    for breakdown in figures.sectors:
        yield from parts_of(breakdown, wording, figures.overview.moment)
    yield from (f"{statement}." for statement in unit_statements(figures.targets, wording.language))


def opening_of(figures: Figures, wording: Wording) -> str:
    """The state of the whole scope, with the moment."""
    texts, moment = wording.texts.prose, figures.overview.moment
    sentence = sentence_of(scope_standing(figures, wording), figures, wording)
    form = texts.opening if moment else texts.opening_undated
    return at_beginning(form.format(moment=wording.language.numbers.moment(moment), sentence=sentence))


def _of_unit(row: Row, figures: Figures, wording: Wording) -> str:
    return at_beginning(sentence_of(unit_standing(row, figures, wording), figures, wording))


def _is_any_measured(rows: Sequence[Row]) -> bool:
    """Whether a unit has a target or a share of one: without any, sentences only repeat the table."""
    return any(row["target"] is not None or row["reached_pct"] is not None for row in rows)


def _of_units(rows: Sequence[Row], figures: Figures, wording: Wording) -> Iterator[str]:
    """One sentence a unit, up to a limit, then how many more are in the table."""
    yield from (_of_unit(row, figures, wording) for row in rows[:MOST_NAMED])
    if len(rows) > MOST_NAMED:
        yield f"{at_beginning(others_note(len(rows) - MOST_NAMED, wording))}."


def states_of(figures: Figures, wording: Wording) -> Iterator[str]:
    """How many are valid and how many are under review."""
    facts = figures.overview.facts
    if figures.overview.is_silent or figures.overview.is_before:
        return
    if facts["valid"].value is not None and facts["under_review"].value is not None and not figures.filters.statuses:
        of_valid = "states_of_valid" if figures.overview.counts == "valid" else "states"
        states = wording.texts.prose.together[of_valid if figures.is_from_first_day else "states_of_period"]
        counts = {"uploads": "uploads", "valid": "valid", "review": "under_review"}
        yield states.format(**{name: wording.fact(facts[fact]) for name, fact in counts.items()})


def reporting_of(figures: Figures, wording: Wording) -> Iterator[str]:
    """How many units have uploaded anything."""
    facts, numbers = figures.overview.facts, wording.language.numbers
    reported, total = facts["units_reported"].value, facts["units_total"].value
    # Units without a published figure may have uploaded all the same.
    are_ours = facts["units_reported"].source.kind != "published"
    if are_ours and reported is not None and total is not None and total > 1:
        name = "units_before" if figures.overview.is_before else "units_all" if reported == total else "units"
        form = wording.texts.prose.together[name]
        blanks = {"reported": reported, "total": total, "silent": total - reported}
        yield form.format(**{key: numbers.count(value) for key, value in blanks.items()})


def pace_of(figures: Figures, wording: Wording) -> Iterator[str]:
    """The increase of a week, and the daily pace still needed."""
    overview, numbers, forms = figures.overview, wording.language.numbers, wording.texts.prose.together
    facts = overview.facts
    if facts["last_7_days"].value:
        count = numbers.count(facts["last_7_days"].value)
        yield forms["week"].format(growth=wording.language.measured(overview.counts, count))
    needed, days_left = facts["needed_per_day"].value, facts["days_left"].value
    if needed and days_left and overview.end and not facts["needed_per_day"].is_older:
        day = numbers.date(overview.end)
        count = wording.qualified(numbers.count(needed), facts["needed_per_day"].qualifier)
        yield forms["needed"].format(count=count, days=numbers.count(days_left), end=day)
    if overview.reached_at:
        yield forms["reached_at"].format(moment=moment_reached(overview, wording.language))


def benefit_of(figures: Figures, wording: Wording) -> Iterator[str]:
    """The total benefit computed, of how many; or that none is known."""
    facts, forms = figures.overview.facts, wording.texts.prose.together
    money, computed = facts["benefit_vnd"], facts["benefit_count"].value
    if money.value is None:
        if facts["uploads"].value is not None and not figures.overview.is_silent:
            yield forms["benefit_unknown"]
    elif computed is None:
        yield forms["benefit_plain"].format(money=wording.fact(money))
    else:
        yield forms["benefit"].format(money=wording.fact(money), count=wording.language.numbers.count(computed))


def leaders_of(figures: Figures, wording: Wording) -> Iterator[str]:
    """The ranked units by name, and their share of the whole."""
    ranking, numbers, forms = figures.ranking, wording.language.numbers, wording.texts.prose.together
    rows = ranking.frame.filter(pl.col("unit_code").is_not_null() & (pl.col("value") > 0)).to_dicts()
    leading = describe_leader(figures.leading, wording)
    if leading:
        yield leading
    if bound := describe_ceiling(ranking, wording.language):
        yield bound
    if len(rows) < 2:
        return
    names = [
        f"{wording.unit(row['unit_code'], row['unit_name'])} ({write_ranked(row, ranking.measure, wording.language)})"
        for row in rows
    ]
    measure = wording.language.names.measure(ranking.measure.value).lower()
    leaders = forms["leaders" if ranking.is_ordered else "listed"]
    sentence = leaders.format(count=numbers.count(len(rows)), measure=measure, list=wording.joined(names))
    places = ranking.frame["unit_code"].count()
    if is_part(ranking) and ranking.shown_share_pct is not None and ranking.total is not None and len(rows) == places:
        total = ranking_total(ranking, figures.programme, wording)
        share = wording.qualified(numbers.percent(ranking.shown_share_pct), ranking.shown_share_word)
        sentence += " " + forms["leaders_share"].format(count=numbers.count(len(rows)), percent=share, total=total)
    yield sentence + _day_apart(ranking.moment, figures.overview.moment, wording)


def _day_apart(moment: datetime | None, beside: datetime | None, wording: Wording) -> str:
    """“ (Tính đến 31/05/2022.)” after a sentence with numbers older than those at the head of the text."""
    if not is_older(moment, beside):
        return ""
    return f" ({wording.language.pages.as_of.format(moment=wording.language.numbers.moment(moment))}.)"


def parts_of(breakdown: Breakdown, wording: Wording, beside: datetime | None = None) -> Iterator[str]:
    """The parts by name, the unexplained remainder, and their moment where it is before `beside`; or ""."""
    texts, view = wording.texts.prose, view_parts(breakdown, wording)
    if not breakdown.divides or all(part.is_rest for part in view.parts):  # nobody noted any
        return
    names = [
        texts.sector_part.format(name=part.name, count=part.text, percent=part.share)
        if part.share
        else f"{part.name} {part.text}"
        for part in view.parts
    ]
    sentence = texts.together["sectors"].format(label=view.title, list=wording.joined(names))
    whole = f"{view.whole}." if view.whole and not view.gap else view.gap
    yield f"{sentence} {whole}".strip() + _day_apart(breakdown.as_of, beside, wording)
