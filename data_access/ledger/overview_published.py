"""The printed figures of a scope as a reader of one moment knew them; nothing is added up or filled in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from data_access.ledger.headline_figures import cards_of
from data_access.ledger.ledger import BENEFIT, PEOPLE, REVIEW, UPLOADS, VALID, Figure, newest
from data_access.ledger.printed_scope import PrintedScope, any_figure, unknown
from data_access.ledger.ranking_published import ranking_of_ledger
from data_access.rules.against_target import against_target
from data_access.rules.pace import days_early, is_before, is_comparable, pace_at, target_period
from data_access.rules.status import Course, judge
from data_access.store.records import Records
from model.catalogue import Programme
from model.codes import Measure, TargetStatus
from model.exactness import opposite_direction, reached_word
from model.facts import UNKNOWN, Fact, Source
from model.filters import VALID_ALONE, Filters, is_finished
from model.results import Card, Overview, Ranking

_TY_DONG: Final = 1_000_000_000
# What a source computed itself, kept beside what we compute.
_PRINTED: Final = {
    "ty_le_dat_chi_tieu_gd1": "percent",
    "ty_le_dat_chi_tieu_toan_ct": "percent",
    "ty_le_dat_chi_tieu_nam": "percent",
    "ty_le_vuot_chi_tieu_gd1": "percent",
    "ty_le_vuot_chi_tieu": "percent",
    "ty_le_vuot_chi_tieu_giao": "percent",
    "ty_le_vuot_ke_hoach_tinh": "percent",
    "vuot_chi_tieu_gd1": "initiatives",
    "xep_hang_ca_nuoc": "rank",
}


def overview_of_ledger(records: Records, filters: Filters, programme: Programme) -> Overview:
    """The newest figures of the scope known at the moment asked about, of the nation or one unit."""
    scope = PrintedScope.of(records, filters, programme)
    metrics = VALID if filters.statuses == VALID_ALONE else UPLOADS
    count_figure, judged = scope.counted(metrics), scope.daily(VALID)
    target_scope, target = scope.target()
    start, end = target_period(programme, filters)
    figures = {name: newest(scope.own, (name,), any_figure) for name in _PRINTED}
    facts = {
        **_counts(scope, count_figure),
        "target": target,
        **_against(scope, scope.counted(VALID) if filters.measure is Measure.VALID else count_figure, target),
        **_leaders(scope, count_figure),
        "units_reported": scope.units_reported(),
        "units_total": scope.units_total(),
        "units_above_target": scope.units_above_target(),
    }
    reached_at, is_inferred = scope.reached_at(target.value) or (None, False)
    facts["days_early"] = _days_early(reached_at, end)
    counts = filters.counted if judged.height else "uploads"  # days of valid ones are rarely printed
    moment = count_figure.moment if count_figure else max((f.moment for f in scope.own if f.moment), default=None)
    beside = filters.as_of or moment
    printed = {name: figure.fact(_PRINTED[name], "printed") for name, figure in figures.items() if figure}
    return Overview(
        {name: fact.seen_at(beside) for name, fact in facts.items()},
        judged if counts == "valid" else scope.daily(metrics),
        target_scope,
        is_comparable(programme, filters),
        moment,
        start,
        end,
        _status(count_figure, target, filters, programme),
        reached_at,
        printed={name: fact.seen_at(beside) for name, fact in printed.items()},
        counts=counts,
        reached_inferred=is_inferred,
        cards=_seen_at(beside, cards_of(programme.code, scope.known, scope.own, narrowed=not filters.is_whole)),
    )


def _days_early(reached_at: datetime | None, end: date | None) -> Fact:
    """How long before the last day the target was met."""
    early = days_early(reached_at, end)
    return Fact(early, "days", "uploads", reached_at, Source("derived") if early is not None else UNKNOWN)


def _seen_at(moment: datetime | None, cards: Sequence[Card]) -> tuple[Card, ...]:
    return tuple(replace(card, fact=card.fact.seen_at(moment)) for card in cards)


def _status(count_figure: Figure | None, target: Fact, filters: Filters, programme: Programme) -> TargetStatus:
    """The verdict as far as printed numbers allow: between single moments no pace is known."""
    (start, end), comparable = target_period(programme, filters), is_comparable(programme, filters)
    before = is_before(filters.as_of, start)
    if count_figure is None and comparable and not before:
        return TargetStatus.NOT_PUBLISHED
    course = Course(is_over=is_finished(count_figure.moment if count_figure else None, end), is_before=before)
    words = (count_figure.qualifier if count_figure else None, target.qualifier)
    count = count_figure.value if count_figure else None
    return judge(count, target.value, course, comparable=comparable, words=words)


def _counts(scope: PrintedScope, count_figure: Figure | None) -> dict[str, Fact]:
    submissions = count_figure is not None and count_figure.metric == "luot_nop_sang_kien"
    valid, review = scope.counted(VALID), scope.counted(REVIEW)
    benefit, people = scope.counted(BENEFIT), scope.counted(PEOPLE)
    return {
        "uploads": _fact(count_figure, "initiatives", "submissions" if submissions else "uploads"),
        "valid": _fact(valid, "initiatives", "valid"),
        "under_review": _fact(review, "initiatives", "review"),
        "benefit_vnd": benefit.fact("vnd", "benefit", _TY_DONG) if benefit else unknown("benefit", "vnd"),
        "benefit_count": unknown("benefit"),
        "people": _fact(people, "people", "people"),
        "last_7_days": unknown("uploads"),
    }


def _fact(figure: Figure | None, unit: str, counts: str) -> Fact:
    return figure.fact(unit, counts) if figure else unknown(counts, unit)


def _against(scope: PrintedScope, count_figure: Figure | None, target: Fact) -> dict[str, Fact]:
    """The count against the target, at the moment of the count; words such as “hơn” carry over to computed numbers.

    How much of the time has passed is a fact of the calendar, and so of the moment asked about.
    """
    moment = count_figure.moment if count_figure else None
    start, end = target_period(scope.programme, scope.filters)
    shown_at = scope.filters.as_of or moment
    then, now = pace_at(moment, start, end), pace_at(shown_at, start, end)
    course = Course(days_left=then.days_left, is_over=is_finished(moment, end))
    share, gap = against_target(count_figure.value if count_figure else None, target.value)
    qualifier = reached_word(count_figure.qualifier if count_figure else None, target.qualifier)
    source = Source("derived", count_figure.source.title if count_figure else "")
    values: dict[str, tuple[float | None, str]] = {
        "gap": (gap, "initiatives"),
        "pace_per_day": (None, "initiatives_per_day"),
        "needed_per_day": (course.needed(gap), "initiatives_per_day"),
    }
    calendar: dict[str, tuple[float | None, str]] = {
        "days_left": (now.days_left, "days"),
        "time_passed_pct": (now.passed_pct, "percent"),
    }
    reached = Fact(share, "percent", "uploads", moment, source, qualifier)
    words = {"gap": qualifier, "needed_per_day": opposite_direction(qualifier)}
    others = {
        name: Fact(value, unit, "uploads", moment, source, words.get(name)) for name, (value, unit) in values.items()
    }
    passed = {name: Fact(value, unit, "days", shown_at, source) for name, (value, unit) in calendar.items()}
    return {"reached_pct": reached, **others, **passed}


def _leaders(scope: PrintedScope, count_figure: Figure | None) -> dict[str, Fact]:
    """Shares and ratios of the newest list of units; printed numbers of several units are never all they have."""
    filters = scope.filters.changed(measure=Measure.UPLOADS, top=10)
    ranking = ranking_of_ledger(scope.records, filters, scope.programme)
    source = Source("derived", ranking.source.title)

    def fact(value: float | None, unit: str, qualifier: str | None = None) -> Fact:
        return Fact(value, unit, "uploads", ranking.moment, source, qualifier)

    list_total = ranking.total if not filters.is_whole and count_figure is None else None
    tenth = ranking.first_over_last if ranking.frame["unit_code"].count() >= 10 else None
    leading = ranking.shown_share_pct if ranking.is_ordered else None
    share = fact(ranking.shown_share_pct if count_figure is None else None, "percent", ranking.shown_share_word)
    return {
        "share_of_nation": scope.share_of_nation(count_figure) if count_figure else share,
        "top10_share_pct": fact(leading, "percent", ranking.shown_share_word if leading is not None else None),
        "first_over_second": fact(ranking.first_over_second, "times", _lead_word(ranking, 1)),
        "first_over_tenth": fact(tenth, "times", _lead_word(ranking, 9)),
        "uploads_of_listed": fact(list_total, "initiatives", "ít nhất"),
    }


def _lead_word(ranking: Ranking, place: int) -> str | None:
    return ranking.lead_word(place) if ranking.frame["unit_code"].count() > place else None
