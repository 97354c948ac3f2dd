"""Cards beside each other."""

import pytest
from streamlit.testing.v1 import AppTest

from interface.widgets.panels import columns_that_fill


@pytest.mark.parametrize(
    ("cards", "most", "columns"),
    [
        (1, 4, 1),
        (2, 4, 2),
        (3, 4, 3),
        (4, 3, 2),
        (5, 4, 3),
        (6, 4, 3),
        (7, 4, 4),
        (8, 4, 4),
        (8, 3, 2),
        (9, 4, 3),
        (0, 4, 1),
    ],
)
def test_cards_fill_their_rows(cards: int, most: int, columns: int):
    """Six cards in rows of five left one alone."""
    assert columns_that_fill(cards, most) == columns


def _draw_chart_of_a_strange_title() -> None:
    import plotly.graph_objects as go

    from interface.widgets.panels import show_chart
    from interface.widgets.sources import Sources
    from language.languages import LANGUAGES

    show_chart("*Dệt may* 1.5", "", go.Figure(), Sources("", []), LANGUAGES["vi"])


def test_a_title_is_text_for_the_eye_and_for_the_ear():
    """Titles hold names from the database, so they are escaped where they become Markdown, and only there."""
    page = AppTest.from_function(_draw_chart_of_a_strange_title).run()

    assert "## \\*Dệt may\\* 1\\.5" in [block.value for block in page.markdown]
    assert page.get("plotly_chart")[0].proto.alt.startswith("*Dệt may* 1.5")
