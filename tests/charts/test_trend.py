"""The curve with its forecast: what is drawn is named below it."""

import pytest

from charts.kit.theme import Look
from language.languages import LANGUAGES, Language
from tests.charts.samples import CHARTS, words


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_dashed_middle_of_a_forecast_is_explained_where_it_is_drawn(language: Language):
    figure = CHARTS["curve"](Look(language))
    dashes = [trace for trace in figure.data if trace.mode == "lines" and trace.line.dash == "dash"]
    foot = " ".join(words(figure)).replace("<br>", " ")
    word = {"vi": "đường đứt xanh: giữa khoảng", "en": "dashed blue line: its middle"}[language.code]
    assert dashes and word in foot and word in language.trend.curve_notes["forecast"]
