"""The charts of a page as PNG and SVG in one ZIP file, each also in 16:9 and as a square. No browser needed."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Final

from data_access.database.errors import Unanswerable
from data_access.queries.unit import of_one_union
from data_access.store.records import Records
from exports.svg.page_content import Chart, PageContent
from exports.svg.sheet import FRAMES, POINT, draw_notice, picture_of, png_of
from exports.svg.views import charts_of
from language.languages import Language
from model.filters import Filters
from model.folding import slug
from presentation.figures import gather_worded
from presentation.occasion import Occasion
from presentation.published import describe_undrawn
from presentation.stamp import map_stamp, stamp_of_page

_FRAMED_ROWS: Final = 7  # of a picture to project: it is read from afar


def write_pictures(
    records: Records, filters: Filters, language: Language, occasion: Occasion | None = None, subject: str = "overview"
) -> bytes:
    """A ZIP file as bytes. Charts without data become pictures that say so. Raises what data_access raises."""
    own = of_one_union(records, filters) if _has_unit(subject, records, filters) else filters
    figures, wording = gather_worded(records, own, language)
    occasion = occasion or Occasion()
    stamped = map_stamp(figures, wording) if subject == "map" else stamp_of_page(subject, figures, wording)
    moment = occasion.made_at
    timestamp = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        page_content = PageContent(records, figures, wording, occasion.switches, as_of_around=stamped.as_of)
        for name, title, figure in _named(subject, page_content):
            svg = picture_of(figure, title, stamped)
            for ending, content in (("svg", svg.encode()), ("png", png_of(svg))):
                archive.writestr(zipfile.ZipInfo(f"{name}.{ending}", timestamp), content)
        for frame in FRAMES:
            framed = replace(page_content, wide=frame.wide, afar=True, most_rows=_FRAMED_ROWS)
            for name, title, figure in _named(subject, framed):
                content = png_of(picture_of(figure, title, stamped, frame), frame.dots[0], POINT)
                archive.writestr(zipfile.ZipInfo(f"{frame.name}/{name}.png", timestamp), content)
    return target.getvalue()


def _named(subject: str, content: PageContent) -> Iterator[Chart]:
    """The charts by file name: numbered, in ASCII letters of the language; breakdowns have their schemes' names."""
    charts = list(_charts_or_notice(subject, content))
    digits = len(str(len(charts)))  # “01” before “10”: folders sort by letters
    for number, (name, title, figure) in enumerate(charts, start=1):
        word = content.language.exports.pictures.get(name, title.rpartition(": ")[2])
        yield f"{number:0{digits}}-{slug(word)}", title, figure


def _has_unit(subject: str, records: Records, filters: Filters) -> bool:
    """Whether the charts are about one unit, and the programme has any."""
    return subject == "unit" and bool(records.catalogue.members(filters))


def _charts_or_notice(subject: str, content: PageContent) -> Iterator[Chart]:
    """The charts; a picture with one sentence in place of those whose rows are gone."""
    title, texts = content.language.pages.titles[subject], content.language
    count = 0
    try:
        for chart in charts_of(subject, content):
            count += 1
            yield chart
    except Unanswerable as problem:
        yield (
            "notice",
            title,
            draw_notice([texts.problems.unanswered(problem.reason)], content.look),
        )
        return
    if not count:
        yield "notice", title, draw_notice(_instead(subject, content), content.look)


def _instead(subject: str, content: PageContent) -> Sequence[str]:
    """What a page says where it draws nothing: figures too few for a chart are no absence of figures."""
    texts, of_ledger = content.language, subject == "published"
    figures = describe_undrawn(content.figures, content.wording) if of_ledger else ()
    nothing = texts.map.nothing if subject == "map" else texts.charts.nothing
    return figures or (nothing,)
