"""What the numbers of every page and view count, in words: one rule for stamps of all files."""

from typing import Final

from presentation.figures import Figures
from presentation.wording import Wording

VIEWS: Final = ("overview", "targets", "ranking", "sectors", "published")
_OF_UNITS_OR_PARTS: Final = ("targets", "ranking", "sectors", "published")
_BY_NAME: Final = ("unit", "compare", "briefs", "info")  # many numbers that count different things
_OF_CHOSEN_STATUSES: Final = ("value", "people")  # in words of their own; other briefs are about statuses, or of none
_PLACES: Final = {"map": "ranking"}  # counts what the ranking does


def counted_by(subject: str, figures: Figures, wording: Wording) -> str:
    """What a page, a view or a brief counts; pages that list single initiatives or days count uploads."""
    own_words = wording.language.stage.counts.get(subject)
    if own_words:
        view = view_of(subject)
        words = {code: wording.counted(code) for code in ("benefit", "people")}
        whole = own_words.format(what=counted(view, figures, wording), **words)
        return _of_statuses(whole, figures, wording) if subject in _OF_CHOSEN_STATUSES else whole
    view = _PLACES.get(subject, subject)
    if subject in _BY_NAME or cards_alone(view, figures):
        return wording.texts.counted_each
    return counted(view, figures, wording)


def _of_statuses(words: str, figures: Figures, wording: Wording) -> str:
    """These words with the statuses that alone are counted, chosen or by the measure."""
    statuses = wording.language.names.statuses_in_words(figures.filters.of_measure.statuses)
    return wording.language.stage.of_statuses.format(what=words, statuses=statuses) if statuses else words


def view_of(subject: str) -> str:
    """The view that a page or a brief shares its stamp with: an estimate has that of the targets it is made from."""
    return "targets" if subject == "potential" else subject if subject in VIEWS else VIEWS[0]


def cards_alone(view: str, figures: Figures) -> bool:
    """Whether only single published figures are known."""
    overview = figures.overview
    return view not in _OF_UNITS_OR_PARTS and overview.facts["uploads"].value is None and bool(overview.cards)


def counted_line(subject: str, figures: Figures, wording: Wording) -> str:
    """“Đếm: điểm và loại thi đua của từng đơn vị”."""
    return wording.texts.counted.format(what=counted_by(subject, figures, wording))


def counted_each(wording: Wording) -> str:
    """“Đếm: như tên gọi của từng số”, where numbers beside each other count different things."""
    return wording.texts.counted.format(what=wording.texts.counted_each)


def counted(view: str, figures: Figures, wording: Wording) -> str:
    """What the initiatives of a view are, in words."""
    measure = figures.filters.measure
    if view == "ranking" and measure.value not in wording.language.facts.counts:
        return wording.language.names.measure(measure.value).lower()
    if view == "ranking":  # by the same words as on the other pages
        code = measure.value
    elif view == "sectors" and figures.sectors:
        code = figures.sectors[0].counts
    elif view == "targets" and figures.filters.counted == "valid":
        code = "valid"
    else:
        code = figures.overview.count.counts
    words = wording.counted(code)
    statuses = wording.language.names.statuses_in_words(figures.filters.statuses)
    return f"{words}: {statuses}" if statuses else words
