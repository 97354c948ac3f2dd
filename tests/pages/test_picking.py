"""Charts that filter the page keep all their bars, the rest of the page narrows, and a chip shows the filter."""

import pytest

from interface.shell.picking import _code, toggle_code
from tests.pages.address import Address
from tests.pages.running import charts, open_page

MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def codes(figure):
    """The codes that can be picked in a figure."""
    return [code for trace in figure.data for code in (trace.customdata if trace.customdata is not None else ())]


@pytest.mark.parametrize(
    ("script", "parameter", "code", "place", "bars"),
    [
        ("pages/sectors.py", "sector", "y-te", 0, 7),
        ("pages/sectors.py", "ownership", "fdi", 2, 4),
        ("pages/people.py", "position", "worker", 0, 4),
        ("pages/value.py", "sector", "y-te", 2, 7),
        ("dashboard.py", "sector", "y-te", 2, 7),
    ],
)
def test_the_chart_picked_from_keeps_its_bars(demo, script, parameter, code, place, bars):
    whole = charts(open_page(script, **MEETING))[place]
    chosen = charts(open_page(script, **MEETING, **{parameter: [code]}))[place]

    assert len(codes(whole)) == bars
    assert codes(chosen) == codes(whole)
    assert whole.to_json() != chosen.to_json()


def test_everything_else_narrows_and_a_chip_says_so(demo):
    page = open_page("pages/sectors.py", ownership=["fdi"], **MEETING)

    by_sector, _, by_ownership, _, _ = charts(page)
    assert "11.500" in by_sector.to_json()
    assert "119.838" in by_ownership.to_json()
    assert any("FDI" in button.label for button in page.button)


def test_again_undoes_and_another_replaces(monkeypatch, demo):
    import streamlit as st

    from interface.shell.loading import open_records

    catalogue = open_records().catalogue
    monkeypatch.setattr(st, "query_params", Address({"phase": ["1"]}))
    toggle_code("sector", "y-te", catalogue)
    assert st.query_params == {"sector": ["y-te"], "phase": ["1"]}
    toggle_code("sector", "giao-duc", catalogue)
    assert st.query_params == {"sector": ["giao-duc"], "phase": ["1"]}
    toggle_code("sector", "giao-duc", catalogue)
    assert st.query_params == {"phase": ["1"]}


@pytest.mark.parametrize(
    ("customdata", "code"), [("y-te", "y-te"), (["y-te"], "y-te"), ([], ""), ([None], ""), (None, "")]
)
def test_a_bar_shows_its_code_in_any_wrapping(customdata, code):
    assert _code(customdata) == code
