"""Tables of numbers: no column is narrower than what it holds."""

import polars as pl
import pytest

from interface.widgets.panels import show_metric
from interface.widgets.tables import headings, show_table
from language.languages import LANGUAGES, VIETNAMESE


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("value", [60_000, 1_000_000])
def test_a_number_longer_than_its_heading_has_room(language, value: int):
    widths = headings(pl.DataFrame({"assigned": [None, value]}), language)["assigned"]["width"]
    assert widths is None or widths >= 8 * len(language.numbers.count(value))
    assert widths is not None or len(language.tables.columns["assigned"]) > len(language.numbers.count(value))


def test_a_number_stays_behind_its_word_and_is_sorted_by_itself(monkeypatch: pytest.MonkeyPatch):
    written: list[str] = []
    monkeypatch.setattr("streamlit.html", written.append)
    frame = pl.DataFrame({"unit_name": ["Hà Nội", "Thanh Hóa", "Lào Cai"], "registered": [130_000, 48_000, None]})

    show_table(frame, VIETNAMESE, words={"registered": ["ít nhất", None, "hơn"], "uploads": ["hơn"] * 3})

    assert '<td class="number" data-value="130000">ít nhất 130.000</td>' in written[0]
    assert '<td class="number" data-value="48000">48.000</td>' in written[0]
    assert '<td class="number">–</td>' in written[0]


def test_a_note_in_which_something_is_not_known_says_nothing(monkeypatch: pytest.MonkeyPatch):
    notes: list[str | None] = []
    monkeypatch.setattr("streamlit.metric", lambda _label, _value, note, **_how: notes.append(note))

    for note in ("– số hợp lệ", "quyết định lâu nhất: – ngày", "3,05% số hợp lệ"):
        show_metric("Đã khen thưởng", "0", note, "")

    assert notes == [None, None, "3,05% số hợp lệ"]
