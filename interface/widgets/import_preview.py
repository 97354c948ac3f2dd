"""The preview of a file before saving."""

from typing import Final

import polars as pl
import streamlit as st

from data_access.importing.headings import heading_of
from data_access.importing.remarks import SHOWN, Severity
from data_access.importing.understood import Understood
from importer.overwrites import overwrite_rows
from importer.questions import UNIT_CODES
from importer.wording import Wording
from importer.wrong_rows import write_wrong_rows
from interface.widgets.sources import plain
from model.edges import Row

_BOXES: Final = {
    Severity.REFUSED: st.error,
    Severity.ERROR: st.error,
    Severity.WARNING: st.warning,
    Severity.HELD: st.info,
    Severity.INFO: st.info,
}


def show_remarks(understood: Understood, wording: Wording) -> None:
    """Draw all remarks, most severe first; questions are drawn elsewhere."""
    texts = wording.texts
    for severity, box in _BOXES.items():
        remarks = understood.of(severity)
        if remarks:
            lines = "\n".join(f"- {plain(wording.remark(remark))}" for remark in remarks)
            box(f"**{texts.severities[severity]}**\n\n{lines}")


def show_preview(understood: Understood, wording: Wording) -> None:
    """Draw counts, totals, cells to correct, the first rows and the mapping of columns."""
    texts = wording.texts
    _show_numbers(understood, wording)
    _show_overwrites(understood, wording)
    _show_problems(understood, wording)
    st.markdown(f"## {texts.first_rows.removesuffix(':')}")
    st.dataframe(list(understood.sample), hide_index=True, placeholder="")
    with st.expander(texts.mapping_title):
        kind = understood.choices.kind
        fields = {heading: [heading_of(kind, name)] for name, heading in understood.headings.items()}
        st.dataframe(fields, hide_index=True, placeholder="")


def _show_numbers(understood: Understood, wording: Wording) -> None:
    names = wording.texts.numbers_of_file
    new, updates, same = understood.counts
    numbers = {
        "good": understood.good,
        "wrong": understood.left_out.height,
        "new": new,
        "changed": updates,
        "same": same,
    }
    with st.container(horizontal=True):
        for name, number in numbers.items():
            st.metric(names[name], wording.count(number), border=True)
    # The first two sentences say what the numbers above show.
    st.caption(plain(" ".join([wording.container(understood), *wording.overview(understood)[2:]])))


def _show_overwrites(understood: Understood, wording: Wording) -> None:
    texts, rows = wording.texts, overwrite_rows(understood, wording)
    if rows:
        st.markdown(f"## {texts.overwrites_title.format(shown=wording.count(len(rows))).removesuffix(':')}")
        frame = pl.DataFrame({label: [row[name] for row in rows] for name, label in texts.overwritten.items()})
        _show_frame(frame)


def _show_frame(frame: pl.DataFrame) -> None:
    """Draw all rows, or as many as fit into 400 px, the others by scrolling."""
    st.dataframe(frame, hide_index=True, height=min(400, 36 * (frame.height + 1)), placeholder="")


def _show_problems(understood: Understood, wording: Wording) -> None:
    texts = wording.texts
    if not understood.wrong.height:
        return
    st.markdown(f"## {texts.problems_title}")
    names = ("sheet", "line", "column", "what", "value", "hint")
    rows = [_worded_row(row, wording) for row in understood.wrong.head(SHOWN).iter_rows(named=True)]
    frame = pl.DataFrame({texts.columns[name]: [row[name] for row in rows] for name in names}, strict=False)
    _show_frame(frame)
    if more := wording.more_wrong_rows(understood, SHOWN):
        st.caption(more)
    st.download_button(
        texts.all_wrong_rows.format(count=wording.count(understood.left_out.height)),
        lambda: write_wrong_rows(understood, wording),
        f"{understood.name.rpartition('.')[0] or 'file'}.loi.csv",
        "text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _worded_row(row: Row, wording: Wording) -> dict[str, str]:
    value, hint = row["value"] or "", row["hint"] or ""
    cell = wording.cell(row["code"], value, hint)
    params = {"sheet": row["sheet"] or "", "line": str(row["line"]), "column": row["column"], "value": value}
    return {
        **params,
        "what": cell,
        "hint": hint if row["code"].startswith("unknown") or row["code"] in UNIT_CODES else "",
    }
