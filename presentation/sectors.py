"""Breakdowns in words, for slides, reports, the stage and pages."""

from dataclasses import dataclass
from typing import Final

from language.languages import Language
from model.breakdown import Breakdown
from presentation.figures import Figures
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording

_REST: Final = ("none", "rest")  # what no part was named for
_UNNAMED: Final = (*_REST, "khac")
_SIDE_BY_SIDE: Final = 2  # breakdowns that a slide has room for


@dataclass(frozen=True)
class Part:
    """One part: `count` as a number, `text` with its qualifier, `share` of the whole where there is one."""

    code: str
    name: str
    count: float
    text: str
    share: str
    is_rest: bool
    is_inexact: bool


@dataclass(frozen=True)
class PartsView:
    """One breakdown. Sentences that do not apply are ""."""

    scheme: str  # its code
    title: str  # what divides it
    parts: tuple[Part, ...]
    gap: str  # what the parts leave unexplained
    sum: str  # the gap, or that they add up
    whole: str  # the gap, or what the shares are of where nobody states it
    as_of: str
    note: str  # of the source

    @property
    def caption(self) -> str:
        """The line under its title."""
        return " · ".join(part for part in (self.sum, self.as_of, self.note) if part)


@dataclass(frozen=True)
class SectorsView:
    """The breakdowns of a scope."""

    title: str  # the largest part, or that nothing is known
    breakdowns: tuple[PartsView, ...]
    shown: tuple[PartsView, ...]  # those a slide has room for
    stamp: Stamp


def view_sectors(figures: Figures, wording: Wording) -> SectorsView:
    """All breakdowns that divide a scope; the first one provides the title."""
    divided = tuple(breakdown for breakdown in figures.sectors if breakdown.divides)
    views = tuple(view_parts(breakdown, wording) for breakdown in divided)
    title = (
        largest_part(divided[0], wording, wording.texts.slides.sector_title)
        if views
        else wording.texts.slides.sectors_nothing
    )
    return SectorsView(title, views, views[:_SIDE_BY_SIDE], stamp("sectors", figures, wording))


def cut_title(dimension: str, language: Language) -> str:
    """The title of a breakdown by ownership or by position."""
    titles = {"ownership": language.sectors.ownership_title, "position": language.sectors.position_title}
    return titles[dimension]


def view_parts(breakdown: Breakdown, wording: Wording) -> PartsView:
    """The words of one breakdown."""
    language = wording.language
    moment = language.moment_of(breakdown.as_of, inferred=breakdown.day_inferred)
    gap = _gap(breakdown, language)
    return PartsView(
        scheme=breakdown.scheme,
        title=wording.scheme(breakdown),
        parts=_parts(breakdown, wording),
        gap=gap,
        sum=gap or _adds_up(breakdown, language),
        whole=gap or (_adds_up(breakdown, language) if breakdown.stated_total is None else ""),
        as_of=language.pages.as_of.format(moment=moment) if breakdown.as_of else _no_day(breakdown, language),
        note=language.one_of(breakdown.note_vi, breakdown.note_en),
    )


def _no_day(breakdown: Breakdown, language: Language) -> str:
    """A note that a source gives no day."""
    return language.facts.no_day if breakdown.source.kind == "published" else ""


def _parts(breakdown: Breakdown, wording: Wording) -> tuple[Part, ...]:
    numbers = wording.language.numbers
    return tuple(
        Part(
            row["sector_code"],
            wording.part(breakdown, row["sector_code"], row["sector_name"]),
            row["uploads"],
            wording.qualified(numbers.count(row["uploads"]), row["qualifier"]),
            ""
            if row["share_pct"] is None
            else wording.qualified(numbers.percent(row["share_pct"]), breakdown.share_word(row)),
            row["sector_code"] in _REST,
            bool(row["qualifier"]),
        )
        for row in breakdown.shown_parts.iter_rows(named=True)
    )


def _gap(breakdown: Breakdown, language: Language) -> str:
    if not breakdown.gap or breakdown.stated_total is None or breakdown.parts_total is None:
        return ""
    numbers, qualified = language.numbers, language.names.qualified
    return language.sectors.parts_differ.format(
        parts=_sum(breakdown, language),
        total=qualified(numbers.count(breakdown.stated_total), breakdown.stated_qualifier),
        gap=qualified(numbers.count(abs(breakdown.gap)), breakdown.gap_qualifier),
    )


def _sum(breakdown: Breakdown, language: Language) -> str:
    """The total of the parts, with its qualifier."""
    return language.names.qualified(language.numbers.count(breakdown.parts_total), breakdown.parts_qualifier)


def _adds_up(breakdown: Breakdown, language: Language) -> str:
    """A note that the parts add up; "" where they do not or are not summable."""
    if breakdown.gap or not breakdown.parts_total:
        return ""
    texts = language.sectors
    form = texts.parts_alone if breakdown.stated_total is None else texts.parts_equal
    return form.format(total=_sum(breakdown, language))


def largest_part(breakdown: Breakdown, wording: Wording, form: str) -> str:
    """The largest named part in a sentence of a `form`.

    Only the scheme where no share is known, and of printed figures: there are several, and none is the whole's.
    """
    first = view_parts(breakdown, wording)
    if breakdown.source.kind != "records":
        return first.title
    named_parts = [part for part in first.parts if part.code not in _UNNAMED]
    if not named_parts or breakdown.kind != "parts":
        return first.title
    part = max(named_parts, key=lambda part: part.count)
    if not part.share:
        return first.title
    sentence = form.format(sector=part.name, count=part.text, percent=part.share)
    total, stated = breakdown.parts_total, breakdown.stated_total
    whole = wording.language.sectors.of_parts.format(total=_sum(breakdown, wording.language))
    return sentence if stated is not None or total is None else f"{sentence} {whole}"
