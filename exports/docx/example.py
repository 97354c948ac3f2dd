"""One example as editable text: pictures, what was done, who uses it, and a link."""

from data_access.store.records import Records
from exports.docx.paper import Paper
from language.languages import Language
from model.examples import Example
from model.filters import Filters
from presentation.figures import gather_worded
from presentation.occasion import Occasion
from presentation.one_example import link_of_example, view_example
from presentation.stamp import stamp
from presentation.wording import printable

_COLUMNS = (0.45, 0.2, 0.35)


def write_example_text(
    records: Records, filters: Filters, language: Language, occasion: Occasion, example: Example
) -> bytes:
    """A DOCX file as bytes. Raises what data_access raises."""
    figures, wording = gather_worded(records, filters, language)
    view, stamped = view_example(records, example, figures.catalogue, language), stamp("overview", figures, wording)
    paper = Paper(language.tag, occasion.made_at, view.title, printable(occasion.who))
    paper.frame(stamped.banner, f"{wording.short_programme(figures.programme)} · {stamped.as_of}")
    paper.centred(view.title, 16, level=1)
    for line in view.lines:
        paper.paragraph(line, indent=False, align="left")
    for picture in view.pictures:
        paper.picture(picture.content, picture.caption)
        paper.note(picture.caption)
    for head, lines in view.parts:
        paper.title(head)
        for line in lines:
            paper.paragraph(line)
    paper.title(view.adopted_title)
    if view.adopted:
        paper.table(view.adopted_columns, view.adopted, _COLUMNS, ())
    else:
        paper.paragraph(view.adopted_none)
    link = link_of_example(example, occasion, filters, language)
    paper.paragraph(wording.texts.link.format(link=link), indent=False, align="left")
    return paper.saved()
