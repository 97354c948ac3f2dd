"""The slides of places: who leads, how the places came about, and what moved in a week."""

from datetime import date, timedelta
from typing import Final

import polars as pl

from data_access.queries.ranking import fetch_ranking
from data_access.rules.ranks import EVERYBODY
from exports.html.stage.sheet import (
    HALF,
    LONGEST_TITLE,
    MOST_BARS,
    Row,
    Slide,
    SlideScope,
    alike,
    bar,
    groups,
    new_slide,
    nothing,
)
from model.codes import Boundary, Measure
from model.edges import Json
from model.results import Ranking
from presentation.places import is_medal, lead_together
from presentation.ranking import view_ranking
from presentation.stamp import as_of, stamp
from presentation.wording import shortened

_MOST_FRAMES: Final = 20


def ranking_slide(asked: SlideScope) -> Slide:
    """At most ten places, the first three in gold, the rest as one sentence."""
    view = view_ranking(asked.figures, asked.wording, MOST_BARS)
    if not view.places:
        said = " ".join(filter(None, (view.leading, view.bound)))
        body = nothing(asked) | ({"text": said, "says": True} if said else {})
        return new_slide(asked, "ranking", view.verdict, body)
    most = view.places[0].value
    bars = [
        bar(place.code, place.name, place.value, place.text, most, "gold" if place.is_medal else "data")
        for place in view.places
    ]
    said = " · ".join(filter(None, (view.share, view.bound, f"{view.leading} {view.legend}".strip())))
    return new_slide(asked, "ranking", view.verdict, groups(("", bars), note=view.no_order or said))


def _places(ranking: Ranking) -> pl.DataFrame:
    return ranking.frame.filter(pl.col("unit_code").is_not_null() & pl.col("value").is_not_null())


def race_slide(asked: SlideScope) -> Slide:
    """How the places came about: the ten leaders of at most twenty days, evenly spread."""
    daily = asked.records.slice(asked.figures.filters).daily("unit_id")
    alone = daily["unit_id"].n_unique() < 2  # nobody races alone
    if asked.figures.overview.facts["uploads"].source.kind != "records" or alone:
        return new_slide(
            asked, "race", asked.texts.views["race"], nothing(asked), stamp("overview", asked.figures, asked.wording)
        )
    units = asked.figures.catalogue.unit_by_id
    counted = daily.pivot("unit_id", index="day", values="uploads", aggregate_function="sum").sort("day").fill_null(0)
    running = counted.select("day", pl.exclude("day").cum_sum())
    frames = []
    for day in _days(running["day"].to_list()):
        row = running.filter(pl.col("day") <= day).tail(1).drop("day").to_dicts()[0]
        best = sorted(((int(n), units[int(code)]) for code, n in row.items() if n), key=lambda place: -place[0])
        frames.append(_frame(asked, day, [(unit.code, unit.short_name, n) for n, unit in best[:MOST_BARS]]))
    runners = [row for frame in frames for row in frame["rows"]]
    frames = [frame | {"rows": alike(frame["rows"], runners)} for frame in frames]
    title = frames[-1]["title"]
    return new_slide(
        asked, "race", title, {"type": "race", "frames": frames}, stamp("overview", asked.figures, asked.wording)
    )


def _days(days: list[date]) -> list[date]:
    """The last day and others before it at one distance."""
    span = (days[-1] - days[0]).days
    steps = min(_MOST_FRAMES - 1, span)
    return (
        [days[-1] - timedelta(days=round(span * (steps - step) / steps)) for step in range(steps + 1)]
        if steps
        else days
    )


def _frame(asked: SlideScope, day: date, places: list[tuple[str, str, int]]) -> Json:
    numbers = asked.wording.language.numbers
    most = max((n for _, _, n in places), default=1)
    rows = [
        bar(
            code, asked.wording.short_unit(code, name), n, numbers.count(n), most, "gold" if is_medal(place) else "data"
        )
        for place, (code, name, n) in enumerate(places, start=1)
    ]
    moment = asked.figures.overview.moment
    is_cut = moment is not None and moment.date() == day
    label = as_of(moment, asked.wording) if is_cut else asked.texts.race_at.format(day=numbers.date(day))
    name, together = asked.wording.short_unit(places[0][0], places[0][1]), lead_together(places, asked.wording)
    said = asked.texts.titles["race_shared" if together else "race"]
    title = said.format(moment=numbers.date(day), unit=name, units=together, count=numbers.count(places[0][2]))
    return {"label": label, "title": shortened(title, LONGEST_TITLE), "rows": rows}


def changed_slide(asked: SlideScope) -> Slide:
    """What seven days added, to whom most, and who climbed."""
    filters = asked.figures.filters.changed(measure=Measure.UPLOADS, top=EVERYBODY, before=None, boundary=Boundary.OLD)
    now = fetch_ranking(asked.records, filters)
    added = asked.figures.overview.facts["last_7_days"].value
    if now.before_moment is None or added is None:
        return new_slide(asked, "changed", asked.texts.titles["changed_unknown"], nothing(asked))
    before = _places(fetch_ranking(asked.records, filters.changed(as_of=now.before_moment)))
    known = dict(before.select("unit_code", "value").iter_rows())
    rows = [row | {"gain": row["value"] - known.get(row["unit_code"], 0)} for row in _places(now).to_dicts()]
    numbers = asked.wording.language.numbers
    gained = sorted((row for row in rows if row["gain"] > 0), key=lambda row: -row["gain"])[:HALF]
    most = gained[0]["gain"] if gained else 1
    title = asked.texts.titles["changed"].format(count=numbers.count(added))
    body = groups(
        (asked.texts.heads["gained"], [_gain(asked, row, most) for row in gained]),
        (asked.texts.heads["climbed"], _climbers(asked, rows)),
    )
    return new_slide(asked, "changed", title, body if gained else nothing(asked))


def _gain(asked: SlideScope, row: Json, most: float) -> Row:
    name = asked.wording.short_unit(row["unit_code"], row["short_name"])
    return bar(row["unit_code"], name, row["gain"], asked.wording.language.numbers.signed(int(row["gain"])), most)


def _climbers(asked: SlideScope, rows: list[Json]) -> list[Row]:
    moved = [row | {"climbed": row["rank_before"] - row["rank"]} for row in rows if row["rank_before"] is not None]
    best = sorted((row for row in moved if row["climbed"] > 0), key=lambda row: -row["climbed"])[:HALF]
    numbers = asked.wording.language.numbers
    return [
        bar(
            f"climbed-{row['unit_code']}",
            asked.wording.short_unit(row["unit_code"], row["short_name"]),
            row["climbed"],
            asked.texts.climbed.format(before=numbers.count(row["rank_before"]), now=numbers.count(row["rank"])),
            best[0]["climbed"],
        )
        for row in best
    ]
