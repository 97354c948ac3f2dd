"""The slides of the stage as plain values: every text written, every length a share. stage.js only places them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from data_access.frozen import at_snapshot
from data_access.keeper import Keeper
from exports.figures import gather
from exports.stage.leaders import changed_slide, race_slide, ranking_slide
from exports.stage.parts import funnel_slide, sectors_slide, value_slide
from exports.stage.places import map_slide, trend_slide
from exports.stage.sheet import Asked, Slide
from exports.stage.standing import headline_slide, targets_slide, unit_slide
from exports.wording import Wording
from language.languages import Language
from model.filters import Filters

_DRAWN: Final[Mapping[str, Callable[[Asked], Slide]]] = {
    "headline": headline_slide,
    "targets": targets_slide,
    "ranking": ranking_slide,
    "race": race_slide,
    "sectors": sectors_slide,
    "map": map_slide,
    "trend": trend_slide,
    "funnel": funnel_slide,
    "value": value_slide,
    "unit": unit_slide,
    "changed": changed_slide,
}
VIEWS: Final = tuple(_DRAWN)
USUAL: Final = ("headline", "targets", "ranking", "race", "sectors", "map", "trend")
SCRIPT: Final = Path(__file__).parent / "stage.js"
STYLE: Final = Path(__file__).parent / "stage.css"


def make_slides(keeper: Keeper, filters: Filters, language: Language, views: Sequence[str]) -> list[Slide]:
    """The slides of `views`, in order; all are of one moment. Raises what data_access raises."""
    keeper, filters = at_snapshot(keeper, filters)
    figures = gather(keeper, filters)
    asked = Asked(keeper, figures, Wording(language, figures.catalogue))
    return [_DRAWN[view](asked) for view in views]
