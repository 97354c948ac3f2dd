"""The changes of seven days in words: most added, most places gained."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.queries.ranking import fetch_ranking
from data_access.rules.ranks import EVERYBODY
from data_access.store.records import Records
from model.codes import Boundary
from model.edges import Row
from model.results import Ranking
from presentation.figures import Figures
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording

_MOST: Final = 5  # entries of each list


@dataclass(frozen=True)
class Move:
    """A unit that added something or climbed: by how much, as a number and formatted."""

    code: str
    name: str
    value: int
    text: str


@dataclass(frozen=True)
class WeekView:
    """Seven days of a scope. Both lists are empty where nothing was added or nothing is known."""

    title: str
    gained_title: str
    gained: tuple[Move, ...]
    climbed_title: str
    climbed: tuple[Move, ...]
    stamp: Stamp


def view_week(records: Records, figures: Figures, wording: Wording) -> WeekView:
    """The seven days before the moment asked for, by union. Raises what data_access raises."""
    texts, numbers = wording.language.stage, wording.language.numbers
    growth, rows = figures.overview.facts["last_7_days"].value, _rows(records, figures)
    is_known = rows is not None and growth is not None
    gained = _gained(rows or [], wording) if is_known else ()
    return WeekView(
        title=texts.titles["changed"].format(
            growth=wording.language.measured(figures.overview.counts, numbers.count(growth))
        )
        if is_known
        else texts.titles["changed_unknown"],
        gained_title=texts.heads["gained"],
        gained=gained,
        climbed_title=texts.heads["climbed"],
        climbed=_climbed(rows or [], wording) if gained else (),
        stamp=stamp("changed", figures, wording),
    )


def _rows(records: Records, figures: Figures) -> list[Row] | None:
    """Every union with its place and what it added; None where the week before is unknown."""
    filters = figures.filters.changed(
        measure=figures.filters.count_measure, top=EVERYBODY, before=None, boundary=Boundary.OLD
    )
    now = fetch_ranking(records, filters)
    if now.before_moment is None:
        return None
    before = _counted(fetch_ranking(records, filters.changed(as_of=now.before_moment)))
    values_before = dict(before.select("unit_code", "value").iter_rows())
    return [row | {"gain": row["value"] - values_before.get(row["unit_code"], 0)} for row in _counted(now).to_dicts()]


def _counted(ranking: Ranking) -> pl.DataFrame:
    return ranking.frame.filter(pl.col("unit_code").is_not_null() & pl.col("value").is_not_null())


def _gained(rows: list[Row], wording: Wording) -> tuple[Move, ...]:
    best = _highest(rows, "gain")
    signed = wording.language.numbers.signed
    return tuple(_move(row, int(row["gain"]), signed(int(row["gain"])), wording) for row in best)


def _highest(rows: Sequence[Row], name: str) -> list[Row]:
    """The rows with the highest values above zero."""
    return sorted((row for row in rows if row[name] > 0), key=lambda row: -row[name])[:_MOST]


def _climbed(rows: list[Row], wording: Wording) -> tuple[Move, ...]:
    movements = [{**row, "climbed": row["rank_before"] - row["rank"]} for row in rows if row["rank_before"] is not None]
    best = _highest(movements, "climbed")
    return tuple(_move(row, row["climbed"], _places(row, wording), wording) for row in best)


def _places(row: Row, wording: Wording) -> str:
    """“12 lên 9”."""
    count = wording.language.numbers.count
    return wording.language.stage.climbed.format(before=count(row["rank_before"]), now=count(row["rank"]))


def _move(row: Row, value: int, text: str, wording: Wording) -> Move:
    return Move(row["unit_code"], wording.short_unit(row["unit_code"], row["short_name"]), value, text)
