"""One example as one printed page: pictures, what was done, who uses it, and a link."""

import orjson

from data_access.store.records import Records
from exports.pdf import compile_pdf
from exports.pdf.blocks import Value
from language.languages import Language
from model.examples import Example
from model.filters import Filters
from presentation.figures import gather_worded
from presentation.occasion import Occasion
from presentation.one_example import ExampleView, link_of_example, view_example
from presentation.scanning import scan_code
from presentation.stamp import stamp
from presentation.wording import Wording, printable

_PICTURES = 4  # on a page
_ADOPTED = 12  # rows


def write_example_page(
    records: Records, filters: Filters, language: Language, occasion: Occasion, example: Example
) -> bytes:
    """A PDF file as bytes. Raises what data_access raises."""
    figures, wording = gather_worded(records, filters, language)
    view, stamped = view_example(records, example, figures.catalogue, language), stamp("overview", figures, wording)
    link = link_of_example(example, occasion, filters, language)
    code = scan_code(link).svg_inline(scale=4, border=2) if occasion.can_be_scanned else ""
    data = {
        **_template_values(view, wording),
        "lang": language.code,
        "programme": wording.short_programme(figures.programme),
        "as_of": stamped.as_of,
        "banner": stamped.banner,
        "author": [printable(occasion.who)] if occasion.who else [],
        "link": wording.texts.link.format(link=link),
        "code": list(code.encode()),
    }
    return compile_pdf("example", {"data": orjson.dumps(data).decode()}, occasion)


def _template_values(view: ExampleView, wording: Wording) -> dict[str, Value]:
    more = len(view.adopted) - _ADOPTED
    return {
        "title": view.title,
        "lines": list(view.lines),
        "parts": [{"head": head, "lines": list(lines)} for head, lines in view.parts],
        "pictures": [
            {"content": list(picture.content), "caption": picture.caption} for picture in view.pictures[:_PICTURES]
        ],
        "adopted_title": f"{view.adopted_title} ({wording.language.numbers.count(len(view.adopted))})",
        "adopted_none": view.adopted_none,
        "adopted_columns": list(view.adopted_columns),
        "adopted": [list(row) for row in view.adopted[:_ADOPTED]] + ([["…", "", ""]] if more > 0 else []),
    }
