"""One sentence about a count and its target, worded by status."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from language.languages import Language
from model.codes import UNCOUNTED, TargetKind, TargetStatus
from model.edges import Row
from model.exactness import leaves_open, opposite_direction, reached_word, size_qualifier
from model.facts import is_older
from model.frames import OF_UNCOUNTED
from presentation.figures import Figures
from presentation.whole import whole_name
from presentation.wording import Wording

_COUNTED: Final = ("uploads", "reached_pct", "gap", "pace", "needed")


@dataclass(frozen=True)
class Standing:
    """A count against a target, the input of one sentence."""

    subject: str
    uploads: float | None
    uploads_qualifier: str | None
    target: float | None
    target_qualifier: str | None
    reached_pct: float | None
    gap: float | None
    pace: float | None  # a day, of the last 7 days
    needed: float | None  # a day until the end
    status: str
    kind: str  # of the target, in words
    is_comparable: bool = True


def by_standing(targets: pl.DataFrame) -> pl.DataFrame:
    """Units by share of target, highest first."""
    return targets.sort(["reached_pct", "uploads"], descending=True, nulls_last=True, maintain_order=True)


def newest_of(targets: pl.DataFrame) -> datetime | None:
    """The moment of the newest count."""
    return max(targets["as_of"].drop_nulls().to_list(), default=None)


def older_day_note(row: Row, newest: datetime | None, language: Language) -> str:
    """“ (26/03/2022)” for units with a count older than the newest one; else ""."""
    if row["uploads"] is None or not is_older(row["as_of"], newest):
        return ""
    return f" ({language.numbers.date(row['as_of'])})"


def without_silent_counts(targets: pl.DataFrame) -> pl.DataFrame:
    """Rows in which silent units have no number instead of 0, as in charts, tables, workbooks and CSV files.

    Their status says why. The 0 rows of a silent unit are a sum; only `answer`, for scripts, has them.
    """
    return targets.with_columns(pl.when(~OF_UNCOUNTED).then(pl.col(name)).alias(name) for name in _COUNTED)


def without_silent_count(row: Row) -> Row:
    """One row of `without_silent_counts`."""
    return {**row, **dict.fromkeys(_COUNTED)} if row["status"] in UNCOUNTED else row


def judged(targets: pl.DataFrame) -> pl.DataFrame:
    """Units with a meaningful share of target, best first; silent units are left out."""
    with_target = targets.drop_nulls("reached_pct").filter(~OF_UNCOUNTED)
    return with_target.sort("reached_pct", descending=True, maintain_order=True)


def scope_standing(figures: Figures, wording: Wording) -> Standing:
    """The standing of the whole scope."""
    overview, texts = figures.overview, wording.texts.prose
    facts, filters = overview.facts, figures.filters
    fact = facts[filters.counted]
    target = facts["target"]
    units = figures.catalogue.units_in(filters)
    subject = texts.units_subject
    if filters.within and not filters.narrows_units:
        unit = figures.catalogue.unit_by_code[filters.within]
        subject = wording.unit(unit.code, unit.name)
    elif not filters.narrows_units:
        whole = whole_name(figures.programme, wording.language)
        subject = whole if figures.targets.height else texts.programme_subject
    elif len(units) == 1:
        subject = wording.unit(units[0].code, units[0].name)
    kind = (
        texts.together["national_target"]
        if overview.target_scope == "national"
        else kind_in_words(figures.filters.target, wording.language)
    )
    return Standing(
        subject, fact.value, fact.qualifier, target.value, target.qualifier, facts["reached_pct"].value,
        facts["gap"].value, facts["pace_per_day"].value, facts["needed_per_day"].value, overview.status, kind,
        overview.comparable,
    )  # fmt: skip


def unit_standing(row: Row, figures: Figures, wording: Wording) -> Standing:
    """The standing of one TARGETS row."""
    return Standing(
        wording.unit(row["unit_code"], row["unit_name"])
        + older_day_note(row, newest_of(figures.targets), wording.language),
        row["uploads"], row["qualifier"], row["target"],
        row["target_qualifier"], row["reached_pct"], row["gap"], row["pace"], row["needed"], row["status"],
        kind_in_words(figures.filters.target, wording.language), figures.overview.comparable,
    )  # fmt: skip


def kind_in_words(kind: TargetKind, language: Language) -> str:
    """“đăng ký”: a kind of target inside a sentence."""
    return language.names.target_kind(kind.value).lower()


def sentence_of(standing: Standing, figures: Figures, wording: Wording) -> str:
    """One sentence about one count and its target."""
    numbers, texts = wording.language.numbers, wording.texts.prose
    name, word = _which(standing), reached_word(standing.uploads_qualifier, standing.target_qualifier)
    blanks = {
        "subject": standing.subject,
        "kind": standing.kind,
        "target": wording.qualified(numbers.count(standing.target), standing.target_qualifier),
        "percent": wording.qualified(numbers.percent(standing.reached_pct), word),
        "gap": wording.qualified(numbers.count(abs(standing.gap or 0)), size_qualifier(word, standing.gap or 0)),
        "pace": wording.language.numbers.pace(standing.pace, standing.needed),
        "needed": wording.qualified(numbers.count(standing.needed), opposite_direction(word)),
        "done": "",
        "start": numbers.date(figures.overview.start),
    }
    if standing.uploads is not None:
        count = wording.qualified(numbers.count(standing.uploads), standing.uploads_qualifier)
        blanks["done"] = _done(figures, wording).format(subject=standing.subject, count=count)
    return texts.standings[name].format(**blanks)


def _which(standing: Standing) -> str:
    """The key of the sentence for a status and what is known of it."""
    suffix = "" if standing.target is not None else "_no_target"
    if standing.status == TargetStatus.NOT_BEGUN:
        return f"not_begun{suffix}"
    if standing.uploads is None:
        return f"unknown{suffix}"
    if not standing.is_comparable:
        return "not_comparable" if standing.uploads else "not_reported_scope"
    if standing.uploads == 0:
        return f"not_reported{suffix}"
    if standing.target is None:
        return "no_target" if standing.reached_pct is None else "printed"
    if standing.status == TargetStatus.MET and leaves_open(standing.uploads_qualifier, standing.target_qualifier):
        return "about_met"
    if standing.status == TargetStatus.NOT_COMPARABLE:
        return "unpaced" if (standing.gap or 0) < 0 else "about_met"
    return standing.status


def _done(figures: Figures, wording: Wording) -> str:
    texts, filters = wording.texts.prose, figures.filters
    if filters.counts_valid:
        return texts.done_valid
    return texts.done_chosen if filters.narrows_rows or filters.since else texts.done_uploads
