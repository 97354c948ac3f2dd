"""The slides: cover, agenda, one slide a view, native charts and tables that stay editable."""

from collections.abc import Callable
from functools import partial

from data_access.keeper import Keeper
from data_access.map import fetch_map
from exports.figures import Figures, gather
from exports.occasion import Occasion
from exports.slides.deck import Deck
from exports.slides.headline import add_headline
from exports.slides.lists import add_agenda, add_cover, add_published, add_units, fill_agenda
from exports.slides.places import add_daily, add_map
from exports.slides.ranking import add_ranking, add_sectors
from exports.slides.targets import add_targets
from exports.wording import Wording
from language.languages import Language
from model.filters import Filters

_ORDER = ("overview", "targets", "ranking", "sectors", "map", "daily", "units", "published")


def write_slides(keeper: Keeper, filters: Filters, language: Language, occasion: Occasion | None = None) -> bytes:
    """A PPTX file of 16:9 slides. Raises what data_access raises."""
    figures = gather(keeper, filters)
    wording, occasion = Wording(language, figures.catalogue), occasion or Occasion()
    deck = Deck(language.code, wording.short_programme(figures.programme), occasion.who, occasion.made_at)
    draw: dict[str, Callable[[Deck, Figures, Wording], None]] = {
        "overview": add_headline,
        "targets": add_targets,
        "ranking": add_ranking,
        "sectors": add_sectors,
        "map": partial(add_map, fetch_map(keeper, filters)),
        "daily": add_daily,
        "units": add_units,
        "published": add_published,
    }
    empty = {"units": not figures.targets.height, "daily": figures.overview.daily.is_empty()}
    views = [view for view in _ORDER if not empty.get(view)]
    add_cover(deck, figures, wording, occasion)
    agenda = add_agenda(deck, figures, wording)
    chapters = []
    for view in views:
        place = len(deck.file.slides)
        draw[view](deck, figures, wording)
        chapters.append((wording.texts.titles[view], deck.file.slides[place]))
    fill_agenda(deck, agenda, chapters)
    return deck.saved()
