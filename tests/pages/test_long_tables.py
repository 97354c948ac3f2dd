"""A table of many rows is drawn as far as it is visible, with the column names of short tables."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.running import tables


def page(rows: int) -> None:
    import polars as pl

    from interface.widgets.tables import show_table
    from language.languages import VIETNAMESE

    frame = pl.DataFrame({"unit_name": ["Huế"] * rows, "value": range(rows)})
    show_table(frame, VIETNAMESE, value="Sáng kiến hợp lệ")


@pytest.mark.parametrize("rows", [400, 401])
def test_columns_have_their_titles(rows: int) -> None:
    shown = AppTest.from_function(page, args=(rows,)).run()

    assert not shown.exception
    if shown.dataframe:
        columns = json.loads(shown.dataframe[0].proto.columns).values()
        heads = [column["label"] for column in columns if "label" in column]
        body = str(shown.dataframe[0].value["unit_name"].iloc[-1])
    else:
        body = "".join(str(block.proto.body) for block in shown.get("html"))
        heads = [title for title in ("Đơn vị", "Sáng kiến hợp lệ") if f">{title}</th>" in body]
        assert len(tables(shown)[0]) == rows
    assert bool(shown.dataframe) is (rows > 400)
    assert heads == ["Đơn vị", "Sáng kiến hợp lệ"]
    assert "Huế" in body
