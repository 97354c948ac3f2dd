"""The overview as a conventional app: all rows in pandas, filtered and grouped at every rerun.

`python -m benchmarks` measures it beside ours. It caches as Streamlit's documentation advises, with categorical
columns.
"""

import os

import pandas as pd
import plotly.express as px
import streamlit as st
from sqlalchemy import create_engine

_ROWS = """
    SELECT i.uploaded_at, u.code AS unit, u.short_name AS name, s.name_vi AS sector, i.status, i.benefit_vnd
    FROM initiative i JOIN unit u ON u.id = i.unit_id LEFT JOIN sector s ON s.id = i.sector_id
    WHERE i.programme_id = (SELECT id FROM programme WHERE code = '1tr')
"""
_TARGETS = """
    SELECT u.code AS unit, t.value AS target FROM target t JOIN unit u ON u.id = t.unit_id
    WHERE t.programme_id = (SELECT id FROM programme WHERE code = '1tr') AND t.phase = 1
"""


@st.cache_data
def load_rows() -> pd.DataFrame:
    """One row for each initiative."""
    rows = pd.read_sql(_ROWS, create_engine(os.environ["DATABASE_URL"]), parse_dates=["uploaded_at"])
    return rows.astype(dict.fromkeys(("unit", "name", "sector", "status"), "category"))


@st.cache_data
def load_targets() -> pd.DataFrame:
    """The target of each unit for the first phase."""
    return pd.read_sql(_TARGETS, create_engine(os.environ["DATABASE_URL"])).groupby("unit", as_index=False).max()


st.set_page_config(layout="wide")
rows, targets = load_rows(), load_targets()
moment = pd.Timestamp(st.query_params.get("as_of", "2100-01-01"))
with st.sidebar:
    all_units = sorted(rows["unit"].cat.categories)
    picked_units = [unit for unit in st.query_params.get_all("unit") if unit in all_units]
    units = st.multiselect("Đơn vị", all_units, picked_units)
    sectors = st.multiselect("Lĩnh vực", sorted(rows["sector"].cat.categories))
visible = rows[rows["uploaded_at"] <= moment]
if units:
    visible = visible[visible["unit"].isin(units)]
    targets = targets[targets["unit"].isin(units)]
if sectors:
    visible = visible[visible["sector"].isin(sectors)]

st.title("Tổng quan")
cells = st.columns(4)
cells[0].metric("Sáng kiến", len(visible))
cells[1].metric("Đạt", f"{100 * len(visible) / max(1, targets['target'].sum()):.2f} %")
cells[2].metric("Hợp lệ", int((visible["status"] == 2).sum()))
cells[3].metric("Giá trị làm lợi", f"{visible['benefit_vnd'].sum() / 1e9:,.0f} tỷ")

by_day = visible.groupby(visible["uploaded_at"].dt.date).size().cumsum().rename("n").reset_index()
st.plotly_chart(px.line(by_day, x="uploaded_at", y="n", title="Lũy kế"), key="curve")
by_unit = visible.groupby(["unit", "name"], observed=True).size().rename("n").reset_index()
left, right = st.columns(2)
top = by_unit.sort_values("n", ascending=False).head(10)
left.plotly_chart(px.bar(top, x="n", y="name", orientation="h", title="Mười đơn vị dẫn đầu"), key="leaders")
by_sector = visible.groupby("sector", observed=True).size().rename("n").reset_index()
right.plotly_chart(px.bar(by_sector, x="n", y="sector", orientation="h", title="Lĩnh vực"), key="sectors")
by_month = visible.groupby(visible["uploaded_at"].dt.to_period("M").astype(str)).size().rename("n").reset_index()
st.plotly_chart(px.bar(by_month, x="uploaded_at", y="n", title="Theo tháng"), key="months")
table = by_unit.merge(targets, on="unit", how="left")
table["percent"] = 100 * table["n"] / table["target"]
st.dataframe(table.sort_values("percent", ascending=False))
