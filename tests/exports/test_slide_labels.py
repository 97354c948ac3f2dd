"""Labels of native charts are number formats, so they follow data edited in PowerPoint."""

from io import BytesIO

import pytest
from pptx import Presentation

from charts.kit.lettering import text_width
from data_access.store.records import Records
from exports.kinds import make_file
from exports.pptx.bars import Bar, count_form, label_form, size_of_names, written_names
from exports.pptx.lettering import Box
from language.languages import LANGUAGES
from model.address import parse_query
from presentation.briefs import BRIEFS
from tests.exports.conftest import OCCASION
from tests.exports.reading import plain

COUNT = count_form(LANGUAGES["vi"].numbers)


@pytest.mark.parametrize(
    ("label", "value", "form"),
    [
        ("35.728*", 35728, '[>=1000000]0"."000"."000"*";[>=1000]0"."000"*";0"*"'),
        ("hơn 950", 950, '[>=1000000]"hơn "0"."000"."000;[>=1000]"hơn "0"."000;"hơn "0'),
        ("3,2 tỷ đồng", 3_200_000_000, ""),  # no format divides by a billion on every PC
        ('9 "a"', 9, ""),
    ],
)
def test_a_label_is_written_as_a_format_where_one_can(label: str, value: float, form: str):
    assert label_form(Bar("a", value, label=label), COUNT) == form


@pytest.mark.parametrize(
    ("names", "width", "size"),
    [
        (("Công ty TNHH MTV Cấp nước số 1",) * 10, 6.1, 14),  # long and close: one line each
        (("Công ty TNHH MTV Cấp nước số 1",) * 10, 12.1, 16),
        (("Công ty TNHH MTV Cấp nước số 1",) * 3, 6.1, 16),  # room for two lines
        (("Thanh Hóa",) * 10, 6.1, 16),
    ],
)
def test_long_names_of_close_bars_are_smaller_than_left_out(names: tuple[str, ...], width: float, size: float):
    assert size_of_names([Bar(name, 1) for name in names], Box(0, 0, width, 4.2), 16) == size


RANGES = [Bar("Bình Dương", 1716, note="2.790 trên 4.506–24.256"), Bar("Thái Bình", 631, note="320 trên 951–1.781")]


@pytest.mark.parametrize(
    ("bars", "width", "between"),
    [
        (RANGES, 5.9, "\n"),  # all of them, so that they look alike
        (RANGES, 12.1, " · "),
        ([*RANGES, *(Bar("Hưng Yên", 1) for _ in range(12))], 5.9, " · "),  # no room for two lines
    ],
)
def test_no_line_ends_in_a_note_beside_a_bar(bars: list[Bar], width: float, between: str):
    fixed = [bar.note.replace(" ", "\u00a0") for bar in RANGES]
    assert written_names(bars, Box(0, 0, width, 4.2), 16)[:2] == [
        f"{bar.name}{between}{note}" for bar, note in zip(RANGES, fixed, strict=True)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_of_every_slide_names_what_its_numbers_count(records: Records, language: str):
    filters, _ = parse_query("as_of=2022-04-20T08:00", records.catalogue)
    deck = Presentation(BytesIO(make_file("slides", records, filters, LANGUAGES[language], OCCASION)))
    texts, facts = LANGUAGES[language].exports, LANGUAGES[language].facts
    label, feet = texts.counted.partition("{")[0], {}
    for slide in list(deck.slides)[1:]:  # the cover counts what the overview does
        (foot,) = (plain(shape.text_frame.text) for shape in slide.shapes if shape.name == "as-of, source")
        view = slide._element.cSld.get("name").partition(" ")[0]
        feet[view] = foot.partition("\n")[0].partition(f" · {label}")[2]
        assert feet[view] and feet[view] in slide.notes_slide.notes_text_frame.text, view
    uploads = facts.counts["uploads"]
    assert feet["overview"] == uploads and feet["agenda"] == feet["published"] == texts.counted_each
    assert feet["value"] == facts.counts["benefit"] and feet["people"].startswith(facts.counts["people"])
    own = [feet[page] for page in BRIEFS if page in feet]
    assert len({uploads, *own}) == 1 + len(own) and {"value", "people", "grading", "rewards"} <= feet.keys()


def test_no_title_in_the_agenda_needs_a_second_line_which_the_next_would_cover(records: Records):
    filters, _ = parse_query("as_of=2022-04-20T08:00&phase=1&unit=CD-TKS", records.catalogue)
    deck = Presentation(BytesIO(make_file("slides", records, filters, LANGUAGES["en"], OCCASION)))
    boxes = [shape for shape in deck.slides[1].shapes if shape.name.endswith(": …")]
    assert any(
        plain(shape.text_frame.text).startswith("Grading of Apr 2022 (provisional): Coal and") for shape in boxes
    )
    for shape in boxes:
        (run,) = shape.text_frame.paragraphs[0].runs
        assert text_width(run.text, run.font.size.pt) <= shape.width.inches * 72, run.text
        assert not run.text.endswith("…")  # shorter names of chapters leave it the room
