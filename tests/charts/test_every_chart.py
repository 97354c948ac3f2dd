"""Rules for every chart: valid, equal to its golden figure, complete in both languages, and never shared."""

import json
import re
from importlib import import_module
from inspect import get_annotations
from pkgutil import iter_modules

import plotly.graph_objects as go
import pytest

import charts
from charts.overview import draw_progress
from charts.published import draw_awards, draw_levels, draw_milestones
from charts.ranking import draw_rank_slope, draw_ranking
from charts.sectors import draw_cut, draw_sector_heat, draw_sectors
from charts.targets import draw_targets
from language.languages import LANGUAGES, Language
from model.frames import CUT, PUBLISHED, RANKING, SECTOR_UNITS, SECTORS, TARGETS, empty
from tests.charts.golden import FOLDER, written
from tests.charts.samples import CHARTS, LOOKS, MILLION, PLAIN, breakdown, overview, ranking, words

everywhere = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
every_chart = pytest.mark.parametrize("name", CHARTS)


@everywhere
@every_chart
def test_plotly_accepts_every_property(name, look):
    # Figures are built without plotly's checks, so a misspelt property would be lost in silence.
    assert go.Figure(CHARTS[name](look).to_plotly_json()).data


@everywhere
@every_chart
def test_hands_on_what_plotly_would_say_of_it(name, look):
    # Without a copy, and without arrays that plotly would pack.
    figure = CHARTS[name](look)

    assert figure.to_dict() == go.Figure.to_dict(figure)


@everywhere
@every_chart
def test_nothing_shows_through_marks(name, look):
    """Plotly gives marks of several sizes, as merged ones are, an opacity of 0.7, and with it another colour."""
    marked = [trace.marker for trace in CHARTS[name](look).data if isinstance(trace, go.Scatter)]

    assert all(marker.opacity == 1 for marker in marked if isinstance(marker.size, tuple))


@every_chart
def test_is_as_it_was_looked_at(name):
    assert json.loads(written(name)) == json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@everywhere
@every_chart
def test_wears_the_look(name, look):
    layout = CHARTS[name](look).layout

    assert layout.separators == look.language.numbers.separators
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.font.color == look.palette.ink
    assert "BeVietnamPro" in layout.font.family


@every_chart
def test_no_text_of_the_other_language(name):
    vietnamese, english = LOOKS["vi-light-wide"], LOOKS["en-light-wide"]
    same = set(words(CHARTS[name](vietnamese))) & set(words(CHARTS[name](english)))
    values = {re.sub(r"<[^>]*>", "", text) for text in same}
    # Names of units are the same in both, and so are ranks, signs, small numbers and “FDI”.
    same_in_both = (
        "Thanh Hóa",
        "Hà Nội",
        "Nghệ An",
        "Hà Tĩnh",
        "CĐ",
        "TP.",
        "Bà Rịa",
        "Long An",
        "Sóc Trăng",
        "Cư Jút",
        "Phú Xuyên",
        "FDI",
    )
    assert [
        text for text in values if re.search(r"[a-zA-Z]{3}", text) and not any(name in text for name in same_in_both)
    ] == []


@everywhere
@every_chart
def test_says_from_when_it_is(name, look):
    """A picture that is cut out of a page keeps its moment; printed figures without a day name their period."""
    texts = " ".join(words(CHARTS[name](look))).replace("\u00a0", " ").replace("<br>", " ")
    period = look.language.charts.published_period.partition("{")[0]
    assert re.search(r"\d{2}/\d{2}/\d{4}|\d{1,2} [A-Z][a-z]{2} \d{4}", texts) or period in texts, texts


def test_every_drawing_is_looked_at():
    """What returns a figure for a page stands among the samples, or in a test of its own beside them."""
    drawn = {
        name
        for _, module, _ in iter_modules(charts.__path__, "charts.")
        for name, draw in vars(import_module(module)).items()
        if name.startswith("draw_") and "Figure" in str(get_annotations(draw).get("return"))
    } - {"draw_bars", "draw_parts"}  # what the others are made of
    tests = " ".join(path.read_text(encoding="utf-8") for path in FOLDER.parent.joinpath("charts").glob("*.py"))
    assert sorted(name for name in drawn if f"{name}(" not in tests) == [] and len(drawn) > 20


@everywhere
@every_chart
def test_numbers_follow_the_language(name, look):
    mark = look.language.numbers.thousands_mark
    for text in words(CHARTS[name](look)):
        bare = re.sub(r"<[^>]*>|\d{2}/\d{2}/\d{4}|\b20\d\d\b", " ", text)
        assert not re.search(r"\d{4}", bare), text
        assert all(match == mark for match in re.findall(r"\d([.,])\d{3}(?!\d)", bare)), text


@every_chart
def test_letters_are_large_enough(name):
    figure = CHARTS[name](PLAIN)
    words_of = [trace.textfont.size for trace in figure.data if trace.type == "scatter" and "text" in trace.mode]
    sizes = [size for one in words_of for size in (one if isinstance(one, tuple) else (one,))]
    assert all(size >= 12 for size in sizes)


@every_chart
def test_two_drawings_share_nothing(name):
    first, second = CHARTS[name](PLAIN), CHARTS[name](PLAIN)
    before = second.to_json()

    first.layout.height = 1
    first.data[0].x = [99]

    assert second.to_json() == before
    assert CHARTS[name](PLAIN).to_json() == before


@everywhere
def test_an_empty_answer_says_so(look):
    nothing = {
        "progress": draw_progress(overview(daily=overview().daily.clear()), MILLION, look),
        "targets": draw_targets(empty(TARGETS), look)[0],
        "ranking": draw_ranking(ranking(frame=empty(RANKING)), look),
        "sectors": draw_sectors(breakdown(frame=empty(SECTORS)), look),
        "cut": draw_cut(empty(CUT), "position", look, moment=None),
        "heat": draw_sector_heat(empty(SECTOR_UNITS), look, moment=None),
    }

    for name, figure in nothing.items():
        assert not figure.data, name
        assert " ".join(words(figure)).replace("<br>", " ") == look.language.charts.nothing, name


def test_what_nobody_printed_has_no_chart():
    figures = empty(PUBLISHED)
    assert draw_levels(figures, PLAIN) is draw_awards(figures, PLAIN) is draw_milestones(figures, PLAIN) is None


def test_a_slope_without_an_earlier_moment_says_so():
    figure = draw_rank_slope(ranking(before_moment=None), PLAIN)
    assert [text.replace("<br>", " ") for text in words(figure)] == [PLAIN.language.charts.slope_nothing]


def test_names_are_text_not_markup():
    drawing = """
        rank | unit_code | unit_name          | short_name                      | value
        1    | LD-01     | <b>x</b>           | <a href="http://x.vn">Hà Nội</a> | 5
    """
    figure = draw_ranking(ranking(drawing), PLAIN)
    message = next(trace for trace in figure.data if trace.hovertext).hovertext
    assert not any("<a " in text for text in words(figure))
    assert "&lt;b&gt;x&lt;/b&gt;" in message[0]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_no_note_names_a_column_that_a_phone_leaves_out(language: Language):
    left_out = (
        (language.compare.now, language.compare.growth_note),
        (language.value.mean_each, language.value.sectors_note),
    )

    assert not [name for name, note in left_out if name.casefold() in note.casefold()]
