"""Streamlit gets figures without a copy and changes nothing in them."""

from copy import deepcopy

import pytest
import streamlit as st

from charts.kit.picking import pickable
from tests.charts.samples import CHARTS, PLAIN


@pytest.mark.parametrize("name", ["ranking", "sectors"])
def test_a_figure_that_was_shown_is_as_it_was_drawn(name: str):
    figure = pickable(CHARTS[name](PLAIN))
    drawn = deepcopy(figure.to_dict())

    st.plotly_chart(figure, theme=None, key=name, on_select="rerun", selection_mode="points")
    st.plotly_chart(figure, theme=None, alt="Again")

    assert figure.to_dict() == drawn
