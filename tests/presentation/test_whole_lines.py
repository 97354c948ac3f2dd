"""Lines of slides and texts keep dates and numbers whole, and are safe for their formats."""

import pytest
from pptx import Presentation
from pptx.util import Inches

from exports.docx.paper import Paper
from exports.pptx.lettering import Lettering, Line
from language.languages import LANGUAGES
from presentation.occasion import Occasion
from presentation.whole_lines import unbroken_line, unbroken_title

MADE_AT = Occasion().made_at


@pytest.mark.parametrize(
    ("text", "breaks"),
    [("As of 20 Apr 2022 08:00, all", 3), ("Tính đến 20/04/2022 08:00", 2), ("VND\u00a03.2\u00a0billion\x00 left", 1)],
)
def test_only_the_other_spaces_end_a_line(text: str, breaks: int):
    line = unbroken_line(text)

    assert line.count(" ") == breaks
    assert line.replace("\u00a0", " ") == " ".join(text.replace("\x00", "").split())


def test_slides_and_texts_are_written_by_it():
    """LibreOffice ended lines of slides with “20 Apr”."""
    text, whole = "20 Apr 2022", "20\u00a0Apr\u00a02022"
    deck = Presentation()
    box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    Lettering("en-US").fill(box.text_frame, [Line(text)])
    paper = Paper(LANGUAGES["en"].tag, MADE_AT, "Report", "An")
    paper.centred(text, 14)

    assert box.text_frame.text == whole
    assert [one.text for one in paper.file.paragraphs if one.text] == [whole]


def test_titles_of_slides_keep_words_of_two_syllables_whole_and_other_lines_can_be_searched():
    title, line = Line("Chỉ tiêu", bold=True), Line("Thanh Hóa, chỉ tiêu")
    deck = Presentation()
    box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    Lettering("vi-VN").fill(box.text_frame, [title, line])

    assert unbroken_title("Chỉ tiêu") == "Chỉ\u00a0tiêu"
    assert [paragraph.text for paragraph in box.text_frame.paragraphs] == ["Chỉ\u00a0tiêu", "Thanh Hóa, chỉ tiêu"]
