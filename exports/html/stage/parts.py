"""The slides of parts: sectors, the way from upload to recognition, and the benefit."""

import polars as pl

from data_access.queries.ranking import fetch_ranking
from exports.html.stage.sheet import HALF, MOST_BARS, Row, Slide, SlideScope, bar, groups, new_slide, nothing
from model.codes import LEVELS, Measure
from model.filters import VALID_ALONE
from presentation.sectors import PartsView, view_sectors
from presentation.stamp import stamp


def sectors_slide(asked: SlideScope) -> Slide:
    """The first two breakdowns, the gap of each told."""
    view = view_sectors(asked.figures, asked.wording)
    if not view.shown:
        return new_slide(asked, "sectors", view.title, nothing(asked))
    gaps = " ".join(parts.gap for parts in view.shown if parts.gap)
    return new_slide(asked, "sectors", view.title, groups(*((one.title, _parts(one)) for one in view.shown), note=gaps))


def _parts(view: PartsView) -> list[Row]:
    shown = view.parts[:MOST_BARS]
    most = max((part.count or 0 for part in shown), default=1)
    return [
        bar(
            f"{view.scheme}-{part.code}",
            part.name,
            part.count,
            part.text,
            most,
            "rest" if part.is_rest else "data",
            part.share,
        )
        for part in shown
    ]


def funnel_slide(asked: SlideScope) -> Slide:
    """Each step in the one before it, and the level of those that were judged valid."""
    facts, texts, numbers = asked.figures.overview.facts, asked.texts, asked.wording.language.numbers
    told = stamp("overview", asked.figures, asked.wording)
    counts = asked.records.slice(asked.figures.filters).counts().row(0, named=True)
    if facts["uploads"].source.kind != "records" or not counts["uploads"] or asked.figures.filters.statuses:
        return new_slide(asked, "funnel", texts.titles["funnel_unknown"], nothing(asked), told)
    steps, before = [], None
    for name in ("uploads", "valid", "rewarded"):
        n = int(counts[name])
        note = texts.of_previous.format(percent=numbers.share(n, before)) if before and n <= before else ""
        steps.append(bar(name, texts.heads[name], n, numbers.count(n), counts["uploads"], note=note))
        before = n
    is_part = counts["valid"] <= counts["uploads"]  # of a period: what was judged in it may have come before
    title = texts.titles["funnel" if is_part else "funnel_unknown"]
    percent = numbers.share(counts["valid"], counts["uploads"])
    body = groups((texts.heads["steps"], steps), (texts.heads["levels"], _levels(asked)))
    return new_slide(asked, "funnel", title.format(percent=percent), body, told)


def _levels(asked: SlideScope) -> list[Row]:
    numbers, names = asked.wording.language.numbers, asked.wording.language.names
    valid = asked.figures.filters.changed(statuses=VALID_ALONE)
    counted = dict(asked.records.slice(valid).counts("level").select("level", "uploads").iter_rows())
    most, total = max(counted.values(), default=0), sum(counted.values())
    return [
        bar(
            f"level-{code}",
            names.level(code),
            counted[number],
            numbers.count(counted[number]),
            most,
            "data" if number else "rest",
            numbers.percent(100 * counted[number] / total),
        )
        for number, code in (*enumerate(LEVELS[1:], start=1), (0, LEVELS[0]))
        if counted.get(number)
    ]


def value_slide(asked: SlideScope) -> Slide:
    """What was computed so far, of how many, and where most of it was made."""
    facts, texts, wording = asked.figures.overview.facts, asked.texts, asked.wording
    money, computed = facts["benefit_vnd"], facts["benefit_count"].value
    told = stamp("overview", asked.figures, wording)
    if money.value is None:
        return new_slide(asked, "value", texts.titles["value_unknown"], nothing(asked), told)
    filters = asked.figures.filters.changed(measure=Measure.BENEFIT, top=2 * HALF, before=None)
    places = fetch_ranking(asked.records, filters).frame.filter(pl.col("unit_code").is_not_null()).drop_nulls("value")
    most = places["value"].max() if places.height else 0
    rows = [
        bar(
            row["unit_code"],
            wording.short_unit(row["unit_code"], row["short_name"]),
            row["value"],
            wording.language.numbers.money_vnd(row["value"]),
            float(most or 0),  # type: ignore[arg-type]
        )
        for row in places.to_dicts()
    ]
    note = texts.computed.format(count=wording.language.numbers.count(computed)) if computed is not None else ""
    title = texts.titles["value"].format(money=wording.fact(money))
    body = groups((texts.heads["value"], rows), note=note)
    if not rows:  # a printed total alone
        body = {"type": "cards", "cards": [[wording.texts.facts["benefit_vnd"], wording.fact(money)]]}
    return new_slide(asked, "value", title, body, told)
