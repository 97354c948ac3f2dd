"""What `answer` prints of the pages about what became of the initiatives: recognition, value, people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import polars as pl

from data_access.cli.answer_table import ORIGIN, AnswerTable
from data_access.ledger.ledger import Figure
from data_access.queries.examples import fetch_examples
from data_access.queries.grading import fetch_grading
from data_access.queries.people import fetch_people
from data_access.queries.published import fetch_published
from data_access.queries.readiness import fetch_ideas, fetch_printed_shares, fetch_readiness
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded
from data_access.queries.value import fetch_value
from data_access.store.records import Records
from model.breakdown import Breakdown
from model.codes import BILLION_VND
from model.edges import Row
from model.filters import Filters
from model.readiness import Contrast, Share
from model.recognition import WAIT_LIMITS, Waits

Cells: TypeAlias = Sequence[object]  # in the order of the columns

_NOTED: Final = ("applied_noted", "replicated_noted")
_OF_UNIT: Final = ("item_code", "unit_code", "state", "amount", "day", "source", "note")
_OF_ITEM: Final = ("yes", "no", "unknown", "yes_pct", "having_pct", "lacking_pct")
_VALUE: Final = ("kind", "code", "count", "benefit_vnd", "share_pct")


def _recognition(records: Records, filters: Filters) -> AnswerTable:
    """Kind, code, count and share of the step or whole before it: statuses, levels, use, waits, printed ladders.

    Rows of a ladder are made of it and of the name of their part.
    """
    recognition = fetch_recognition(records, filters)
    rows: list[Cells] = [("status", code, count, None) for code, count in (recognition.counts or {}).items()]
    ideas = fetch_ideas(records, filters) if recognition.counts else None
    if ideas:
        rows += [
            ("ideas", "ideas_registered", ideas.amount, None),
            ("ideas", "ideas_units", ideas.yes + ideas.no, None),
        ]
    before = None
    for code, count in recognition.steps:
        rows.append(("step", code, count, 100 * count / before if before else None))
        before = count
    if recognition.use and recognition.use.total:
        measures = ("applied", "not_applied", "unknown", "replicated", "places")
        rows += [("use", name, getattr(recognition.use, name), None) for name in measures]
        rows += [
            ("use", name, n, None) for name, n in zip(_NOTED, recognition.noted, strict=True) if any(recognition.noted)
        ]
    for kind in ("decided", "waiting", "rewarded"):
        lasted: Waits | None = getattr(recognition, kind)
        if lasted and lasted.total:
            rows += [(f"{kind}_days", "median", lasted.median, None), (f"{kind}_days", "longest", lasted.longest, None)]
            rows += [
                (f"{kind}_days", _bucket(place), n, 100 * n / lasted.total) for place, n in enumerate(lasted.buckets)
            ]
    rows += _unrewarded_rows(records, filters)
    origins: list[tuple[Breakdown, str] | None] = [None] * len(rows)
    for breakdown in recognition.printed:
        columns = breakdown.frame.select("sector_code", "uploads", "share_pct").iter_rows()
        rows += [(f"printed:{breakdown.scheme}", *row) for row in columns]
        origins += [(breakdown, name) for name in breakdown.frame["sector_name"]]
    return AnswerTable.named(("kind", "code", "value", "share_pct"), rows).made_of(origins)


def _unrewarded_rows(records: Records, filters: Filters) -> Iterator[Cells]:
    """Valid initiatives without a reward: how long they have waited, and how many each unit has."""
    unrewarded = fetch_unrewarded(records, filters)
    if not unrewarded or not unrewarded.waits.total:
        return
    yield ("unrewarded_days", "median", unrewarded.waits.median, None)
    yield ("unrewarded_days", "longest", unrewarded.waits.longest, None)
    if unrewarded.limit is not None:
        yield ("unrewarded_days", "late", unrewarded.late, None)
    for place, n in enumerate(unrewarded.waits.buckets):
        yield ("unrewarded_days", _bucket(place), n, 100 * n / unrewarded.waits.total)
    columns = unrewarded.units.select("unit_code", "unrewarded", "unrewarded_pct").iter_rows()
    yield from (("unrewarded_unit", *row) for row in columns)


def _bucket(place: int) -> str:
    """“8-14”, or “61-” for the last one."""
    first = WAIT_LIMITS[place - 1] + 1 if place else 0
    return f"{first}-{WAIT_LIMITS[place] if place < len(WAIT_LIMITS) else ''}"


def _value(records: Records, filters: Filters) -> AnswerTable:
    """Kind, code, count and VND: the whole, bands, the share of the most valuable, sectors, the largest."""
    value = fetch_value(records, filters)
    rows: list[Cells]
    if not value.known:
        figures = fetch_published(records, filters).filter(pl.col("metric").str.contains("gia_tri_lam_loi"))
        columns = figures.select("metric", "unit_name", "as_of", "value").iter_rows()
        rows = [(f"printed:{m}", name, as_of, int(v * BILLION_VND), None) for m, name, as_of, v in columns]
        return AnswerTable.named(_VALUE, rows)
    rows = [
        ("uploads", None, value.uploads, None, None),
        ("computed", None, value.computed, value.total if value.computed else None, None),
        ("not_computed", None, value.uploads - value.computed, None, None),
        ("mean", None, value.computed, value.mean, None),
        ("median", None, value.computed, value.median, None),
    ]
    rows += [("band", code, count, total, None) for code, count, total in value.bands]
    rows += [
        ("top_percent", held.percent, held.count, held.benefit_vnd, held.share_pct) for held in value.concentration
    ]
    rows += [("sector", code, computed, total, None) for code, computed, total, _ in value.sectors.iter_rows()]
    rows += [("largest", row["code"], 1, row["benefit_vnd"], None) for row in value.largest]
    return AnswerTable.named(_VALUE, rows)


def _people(records: Records, filters: Filters) -> AnswerTable:
    """Metric and value of the scope, then by position, ownership, sex and unit; otherwise the printed figures."""
    people = fetch_people(records, filters)
    columns = ("kind", "code", "value", "of")
    if not people.known:
        figures = fetch_published(records, filters).filter(pl.col("metric").str.contains("nguoi|cdcs|doan_vien|cnvcld"))
        values = figures.select("metric", "unit_name", "value").iter_rows()
        return AnswerTable.named(columns, [(f"printed:{metric}", name, value, None) for metric, name, value in values])
    rows: list[Cells] = [
        ("people", None, people.people, people.members),
        ("uploads", None, people.uploads, None),
        ("per100", None, people.per100, people.members_units),
        ("participation_pct", None, people.participation_pct, people.members_units),
        ("grassroots_participating", None, people.participating, people.grassroots),
    ]
    rows += [("position", group.code, group.uploads, people.uploads) for group in people.positions]
    rows += [("rewarded", group.code, group.rewarded, people.rewarded) for group in people.positions]
    rows += [("ownership", group.code, group.uploads, people.uploads) for group in people.ownerships]
    rows += [("sex", code, count, people.uploads) for code, count in people.sexes]
    rows += [("unit_people", *row) for row in people.units.select("unit_code", "people", "members").iter_rows()]
    return AnswerTable.named(columns, rows)


def _grading(records: Records, filters: Filters) -> AnswerTable:
    """One row for each unit, best first, with the value and points of every criterion."""
    grading = fetch_grading(records, filters)
    code = grading.period.code if grading.period else None
    rows = tuple({"period": code, **row, ORIGIN: grading.scheme} for row in grading.frame.iter_rows(named=True))
    return AnswerTable(("period", *grading.frame.columns), rows)


def _readiness(records: Records, filters: Filters) -> AnswerTable:
    """Every item, its printed figures, units with it against units without; then every unit."""
    readiness = fetch_readiness(records, filters)
    rows = [
        *({"kind": "item", **_share(share)} for share in readiness.shares),
        *(_printed_share(code, printed.figure) for code, printed in fetch_printed_shares(records, filters).items()),
        *({"kind": "contrast", **_contrast(contrast)} for contrast in readiness.contrasts),
        *({"kind": "unit", **row} for row in readiness.frame.select(_OF_UNIT).iter_rows(named=True)),
    ]
    return AnswerTable(("kind", *_OF_UNIT, *_OF_ITEM), tuple(rows))


def _share(share: Share) -> Row:
    counts = {"yes": share.yes, "no": share.no, "unknown": share.unknown, "yes_pct": share.yes_pct}
    return {"item_code": share.item.code, "amount": share.amount, **counts}


def _printed_share(code: str, figure: Figure) -> Row:
    printed = {"day": figure.day, "source": figure.source.title, "yes_pct": float(figure.value)}
    return {"kind": "printed", "item_code": code, **printed}


def _contrast(contrast: Contrast) -> Row:
    counts = {"yes": contrast.having, "no": contrast.lacking}
    return {
        "item_code": contrast.item.code,
        **counts,
        "having_pct": contrast.having_pct,
        "lacking_pct": contrast.lacking_pct,
    }


def _examples(records: Records, filters: Filters) -> AnswerTable:
    """One row for each example that the account may see, the latest first."""
    return AnswerTable.of_frame(fetch_examples(records, filters).frame)


OUTCOMES: Final[Mapping[str, Callable[[Records, Filters], AnswerTable]]] = {
    "recognition": _recognition,
    "grading": _grading,
    "readiness": _readiness,
    "examples": _examples,
    "value": _value,
    "people": _people,
}
