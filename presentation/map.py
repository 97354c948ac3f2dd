"""A map in words, for slides and the stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from model.atlas import Atlas
from model.edges import Row
from presentation.figures import Figures
from presentation.stamp import Stamp, map_stamp
from presentation.wording import Wording

_ENDS: Final = 5


@dataclass(frozen=True)
class MapPlace:
    """One place: `value` as a number, `text` in the unit of the measure."""

    code: str
    name: str
    value: float
    text: str


@dataclass(frozen=True)
class MapView:
    """The places with a number, highest first; the lowest are listed separately where there are many."""

    title: str  # which is highest, or what the map would show
    measure: str
    highest_title: str
    highest: tuple[MapPlace, ...]
    lowest_title: str
    lowest: tuple[MapPlace, ...]
    licence: str  # whose the outlines are
    stamp: Stamp

    @property
    def lists(self) -> tuple[tuple[str, tuple[MapPlace, ...]], ...]:
        """The non-empty lists under their titles."""
        both = ((self.highest_title, self.highest), (self.lowest_title, self.lowest))
        return tuple((title, places) for title, places in both if places)


def view_map(atlas: Atlas, figures: Figures, wording: Wording) -> MapView:
    """The words of a map, so that nothing depends on colour alone."""
    language, rows = wording.language, atlas.on_map.filter("in_scope").drop_nulls("value").to_dicts()
    few, heads = len(rows) <= 2 * _ENDS, language.stage.heads
    return MapView(
        title=_title(rows, atlas, wording),
        measure=language.names.measure(str(atlas.measure)),
        highest_title=heads["highest"],
        highest=_places(rows if few else rows[:_ENDS], atlas, wording),
        lowest_title=heads["lowest"],
        lowest=_places(() if few else rows[-_ENDS:], atlas, wording),
        licence=language.map.licence.partition(";")[0],
        stamp=map_stamp(figures, wording),
    )


def _title(rows: Sequence[Row], atlas: Atlas, wording: Wording) -> str:
    titles = wording.language.stage.titles
    if not rows:
        return titles["map_unknown"].format(measure=wording.language.names.measure(str(atlas.measure)).lower())
    value = _value(rows[0], atlas, wording)
    measured = wording.language.measured(atlas.measure, value)
    return titles["map"].format(place=wording.short_unit(rows[0]["unit_code"], rows[0]["short_name"]), value=measured)


def _places(rows: Sequence[Row], atlas: Atlas, wording: Wording) -> tuple[MapPlace, ...]:
    return tuple(
        MapPlace(
            row["unit_code"],
            wording.short_unit(row["unit_code"], row["short_name"]),
            row["value"],
            _value(row, atlas, wording),
        )
        for row in rows
    )


def place_in_words(row: Row, atlas: Atlas, wording: Wording) -> str:
    """The name of a place with its value, or that the filters leave it out."""
    value = _value(row, atlas, wording) if row["in_scope"] else wording.language.map.outside
    return f"{wording.short_unit(row['unit_code'], row['short_name'])}: {value}"


def place_names(atlas: Atlas, wording: Wording) -> dict[str, str]:
    """The short names of the places on the map, by the code of the place."""
    return {row["place_code"]: wording.language.names.word(row["short_name"]) for row in atlas.on_map.to_dicts()}


def _value(row: Row, atlas: Atlas, wording: Wording) -> str:
    return wording.qualified(wording.measure(row["value"], atlas.measure), row["qualifier"])
