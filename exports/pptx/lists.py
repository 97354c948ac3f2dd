"""Cover, the list of units, and the published figures."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from charts.kit.lettering import text_width, wrapped
from charts.kit.palette import LIGHT
from exports.pptx.deck import BOTTOM, TOP, Deck
from exports.pptx.drawing import draw_table
from exports.pptx.fitting import LETTERS, ROWS, Rows, line_count, on_slides, rows_in
from exports.pptx.lettering import MARGINS, POINTS, Box, Line, room_in
from exports.pptx.master import HEIGHT, INSIDE, LEFT, WIDTH
from exports.pptx.scan_image import scan_image
from language.words.formatting import MISSING
from presentation.counted import counted_each
from presentation.figures import Figures
from presentation.occasion import Occasion
from presentation.published import COLUMNS, LedgerLine, view_published
from presentation.stamp import stamp
from presentation.targets import TargetsView, view_targets
from presentation.wording import Wording, shortened

_MOST_PAGES: Final = 20  # of the list of units
_ALONE: Final = (7.0, 1.6, 1.7, 1.6)  # inches of the columns
_BESIDE: Final = 6.0  # inches of one of two tables
_HEADS: Final = (1.15, 1.05, 1.05)  # inches that the heads of numbers need there
_FEW: Final = 0.25  # of the rows
_WIDEST: Final = 1.3  # inches: “ít nhất 130.000” has two lines
_LONGEST_NAME: Final = 80
_LEDGER_ROWS: Final = 10
_LEDGER_WIDTHS: Final = (2.1, 2.83, 2.1, 1.8, 1.1, 2.2)
_LEDGER_HEIGHT: Final = 4.6
_MORE: Final = 0.3  # a line below the table that says what the ledger is not narrowed by
_ROW: Final = 0.36  # inches
_SOURCES: Final = Box(LEFT, 5.6, 9.2, 1.3)  # of the cover
_SOURCE_LINES, _SOURCE_LINE = 5, 0.27  # that stand below its top, and inches of one


def add_cover(deck: Deck, figures: Figures, wording: Wording, occasion: Occasion) -> None:
    """Add the cover: subject, as-of, and a link to the page."""
    stamped = stamp("overview", figures, wording)
    name, motto = wording.name_and_motto(figures.programme)
    slide = deck.new_slide(stamped.banner, below_title=2.66)
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Box(LEFT, 1.3, INSIDE, 1.3).emu
    deck.letters.fill(
        title.text_frame,
        [Line(name, 54 if len(name) < 34 else 36, bold=True, colour=deck.title_colour)],
        anchor="bottom",
    )
    if motto:
        deck.text(slide, Box(LEFT, 2.7, INSIDE, 0.9), [Line(motto, 24, colour=LIGHT.quiet)], name="motto")
    lines = [Line(stamped.as_of, 28, bold=True, colour=LIGHT.data), Line(stamped.scope, 20)]
    deck.text(slide, Box(LEFT, 3.75, 8.9, 1.3), lines, name="as-of")
    small = [stamped.counted, stamped.source, stamped.sealed, occasion.origin(wording.language)]
    rest = [Line(shortened(text, 180), 16, colour=LIGHT.quiet) for text in small if text]
    room = room_in(_SOURCES.width)
    over = sum(len(wrapped(line.text, line.size, room)) for line in rest) - _SOURCE_LINES
    box = Box(LEFT, _SOURCES.y - max(0, over) * _SOURCE_LINE, _SOURCES.width, _SOURCES.height)
    deck.text(slide, box, rest, name="source")
    _add_link(deck, slide, occasion.link(figures.filters, wording.language), wording, scan=occasion.can_be_scanned)
    slide.notes_slide.notes_text_frame.text = "\n".join((name, *stamped.lines))


def _add_link(deck: Deck, slide: Any, link: str, wording: Wording, *, scan: bool) -> None:
    if not scan:
        link_line = shortened(wording.texts.link.format(link=link), 110)
        deck.text(slide, Box(LEFT, HEIGHT - 0.5, INSIDE, 0.35), [Line(link_line, 14, colour=LIGHT.quiet)], name="link")
        return
    deck.picture(slide, scan_image(link), Box(10.2, 3.7, 2.55, 2.55), link)
    caption = deck.text(
        slide,
        Box(9.7, 6.3, 3.55, 0.35),
        [Line(wording.texts.scan, 14, colour=LIGHT.quiet, align="center")],
        name="link",
    )
    caption.text_frame.paragraphs[0].runs[0].hyperlink.address = link


def add_units(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add every unit with known figures, best first: at most thirty a slide, fifteen in one table."""
    view = view_targets(figures, wording)
    rows = [[shortened(unit.short_name, _LONGEST_NAME), unit.uploads, unit.target, unit.reached] for unit in view.known]
    first = rows[: 2 * ROWS * _MOST_PAGES]
    widths, sides = unit_layout(first)
    pages = on_slides(first, widths, sides)[:_MOST_PAGES]
    rest = len(rows) - sum(len(part) for page in pages for part in page)
    more = wording.texts.slides.units_left.format(count=wording.language.numbers.count(rest)) if rest else ""
    columns = wording.texts.columns
    header = [columns[name] for name in ("unit_name", "uploads", "target", "reached_pct")]
    form = wording.texts.slides.every_unit
    if not view.has_targets:
        header, widths = header[:2], (widths[0] + widths[2] + widths[3], widths[1])
        pages, form = (
            [[[row[:2] for row in part] for part in page] for page in pages],
            wording.texts.slides.every_unit_alone,
        )
    for number, page in enumerate(pages, start=1):
        of_pages = f" ({number}/{len(pages)})" if len(pages) > 1 else ""
        title = form.format(counted=view.known_counted) + of_pages
        note = more if more and number == len(pages) else _mark_of(page, wording)
        beside = text_width(note, LETTERS) / POINTS + MARGINS if note else 0
        slide = deck.add(title, view.stamp, small=True, beside=beside)
        for side, part in enumerate(page):
            box = Box(LEFT + side * 6.15, TOP - 0.06, sum(widths), 0)
            draw_table(deck, slide, box, header, part, widths, right=tuple(range(1, len(widths))))
        if note:
            line = Line(note, 14, colour=LIGHT.quiet, align="right")
            deck.text(slide, Box(WIDTH - LEFT - beside, 1.25, beside, 0.36), [line], name="count")
    _add_statements(deck, view)


def _mark_of(page: Sequence[Rows], wording: Wording) -> str:
    """What a dash means, on a page that has one."""
    has_dash = any(MISSING in row for part in page for row in part)
    return wording.texts.missing_mark if has_dash else ""


def unit_layout(rows: Rows) -> tuple[tuple[float, ...], int]:
    """Column widths of a table and how many stand side by side: two of a long list, unless many rows would wrap."""
    if len(rows) <= ROWS:
        return _ALONE, 1
    beside = _beside(rows)
    wrapping = sum(line_count(row, beside) > 1 for row in rows)
    return (_ALONE, 1) if wrapping > len(rows) * _FEW else (beside, 2)


def _beside(rows: Rows) -> tuple[float, ...]:
    """Column widths of one of two tables: numbers have what they need, within bounds, names the rest."""
    needed = [max(text_width(row[column], LETTERS) for row in rows) / POINTS + MARGINS for column in (1, 2, 3)]
    numbers = [min(max(least, width), _WIDEST) for least, width in zip(_HEADS, needed, strict=True)]
    return (_BESIDE - sum(numbers), *numbers)


def _add_statements(deck: Deck, view: TargetsView) -> None:
    """Add a slide with what sources say about units without a number."""
    if view.statements:
        slide = deck.add(view.statements_title, view.stamp, small=True)
        lines = [Line(f"• {sentence}", 20, space=12) for sentence in view.statements]
        deck.text(slide, Box(LEFT, TOP, INSIDE, BOTTOM - TOP), lines, name="said")


def add_published(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add the published figures, comparable ones first, then the newest."""
    texts, view = wording.texts.slides, view_published(figures, wording)
    slide = deck.add(view.title, replace(view.stamp, counted=counted_each(wording)))
    if not view.lines:
        return
    more = _MORE if view.left_open else 0
    rows = [_ledger_row(line) for line in view.compared_first[:_LEDGER_ROWS]]
    table = rows_in(rows, _LEDGER_WIDTHS, _LEDGER_HEIGHT - more, row=_ROW)
    columns = wording.texts.columns
    header = [columns[name] for name in COLUMNS]
    draw_table(deck, slide, Box(LEFT, TOP, INSIDE, 0), header, table, _LEDGER_WIDTHS, right=(3, 4), row_height=_ROW)
    count = wording.language.numbers.count(len(view.lines))
    part = texts.published_more.format(shown=len(table), count=count) if len(table) < len(view.lines) else ""
    quiet = [Line(text, 14, colour=LIGHT.quiet) for text in (view.left_open, part) if text]
    lines = [Line(view.verdicts, 16, bold=True), *quiet]
    deck.text(slide, Box(LEFT, 6.15 - more, INSIDE, 0.62 + more), lines)


def _ledger_row(line: LedgerLine) -> list[str]:
    unit, metric = shortened(line.unit, 60), shortened(line.metric, 70)
    return [unit, metric, line.moment, line.printed, line.system, line.verdict_name]
