"""No column of a table of numbers is narrower than its content."""

from datetime import datetime

import pandas as pd
import polars as pl
import pytest

from interface.widgets.column_widths import ROOM, in_view
from interface.widgets.explore_columns import are_in_view, shown_columns, widths_of_columns
from interface.widgets.ledger_cells import styled_figures, widths_of_ledger
from interface.widgets.panels import show_metric, show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.tables import headings, show_table, written_rows
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


def test_a_cell_that_holds_nothing_says_so(monkeypatch: pytest.MonkeyPatch):
    written: list[str] = []
    monkeypatch.setattr("streamlit.html", written.append)

    show_small_table(("Mục", "Có", "Tổng số", "Ngày"), [["Kế hoạch", "82", "", ""], ["Tập huấn", "56", "688", ""]])

    assert "<td>688</td>" in written[0] and "Ngày" not in written[0]  # a column without any text is left out
    assert written[0].count("<td data-empty>–</td>") == 1


def test_short_words_stay_on_a_line_and_whose_rank_it_is_heads_a_card(monkeypatch: pytest.MonkeyPatch):
    written: list[str] = []
    monkeypatch.setattr("streamlit.html", written.append)
    frame = {"cluster": ["Đồng bằng sông Hồng"], "cluster_rank": [1], "unit_name": ["Hà Nội"], "printed": [False]}

    show_table(pl.DataFrame(frame), VIETNAMESE)
    show_table(pl.DataFrame({"rank": [1], "unit_name": ["Thừa Thiên Huế và nơi khác"]}), VIETNAMESE)

    assert '<td class="who">Hà Nội</td>' in written[0]
    assert '<td class="whole">chỉ mô phỏng</td>' in written[0]
    assert "who" not in written[1]  # where the rank comes first, both are the head


def test_what_hands_can_do_is_a_part_of_its_own(monkeypatch: pytest.MonkeyPatch):
    """Print leaves the controls out: interface/shell/paper.css."""
    lines: list[str] = []
    monkeypatch.setattr("streamlit.caption", lines.append)

    for note in ("Xếp theo số thêm.", "10 đơn vị = 65%", ""):
        show_title("Bảng", note, (), VIETNAMESE, "Bấm tên cột.")
    show_title("Bảng", "", (), VIETNAMESE)

    assert lines == ["Xếp theo số thêm. *Bấm tên cột.*", "10 đơn vị = 65%\u00a0*· Bấm tên cột.*", "*Bấm tên cột.*"]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_ledger_ends_fewer_names_where_the_window_is_broad_and_has_all_columns_in_view(language):
    name = "Chỉ tiêu đăng ký · toàn chương trình 2022–2023"
    printed = language.names.qualified(language.numbers.count(2_400_000), "hơn")
    cells = pl.DataFrame(
        {
            "unit_name": ["Trung du và miền núi Bắc Bộ + Vĩnh Phúc"],
            "metric": [name],
            "published_value": [f"{printed} sáng kiến"],
            "as_of": ["20/04/2022 08:00"],
            "system_value": [2_400_000.0],
            "difference": [-93_762.0],
        }
    )
    figures = pl.DataFrame(
        {"qualifier": [None], "unit_of_measure": ["sáng kiến"]}, schema_overrides={"qualifier": pl.String}
    )

    written = {width: styled_figures(cells, figures, language, width=width).to_html() for width in ROOM}

    assert "…" in written["wide"] and f"{name}</td>" in written["full"] and "…" not in written["full"]
    for width, room in ROOM.items():
        assert sum(widths_of_ledger(cells, language, width=width).values()) == room
    assert printed in written["wide"]  # a number that is cut would be another one


def test_numbers_that_are_reckoned_have_one_kind_of_sign_in_a_row(monkeypatch: pytest.MonkeyPatch):
    """“at most 14.27%” stood beside “≤ −111,451”; a printed number keeps the word of its source."""
    written: list[str] = []
    monkeypatch.setattr("streamlit.html", written.append)
    frame = pl.DataFrame({"reached_pct": [14.27], "gap": [-111_451], "needed": [224], "registered": [130_000]})
    of_most, of_least = ["nhiều nhất"], ["ít nhất"]

    words = {"reached_pct": of_most, "gap": of_most, "needed": of_least, "registered": of_least}
    show_table(frame, VIETNAMESE, words=words)

    for cell in ("≤ 14,27%", "≤ −111.451", "≥ 224", "ít nhất 130.000"):
        assert f">{cell}</td>" in written[0]


def test_what_longer_names_leave_is_the_others():
    rooms = {"code": 100, "title": 900, "unit": 130, "author": 400}

    shared = in_view(rooms, {"title": 200, "unit": 120, "author": 120}, "wide")
    assert (shared["code"], shared["unit"]) == (100, 130) and sum(shared.values()) == ROOM["wide"]
    assert min(shared["title"], shared["author"]) >= 300
    assert sum(in_view(rooms | {"title": 100}, {"title": 200}, "full").values()) == ROOM["full"]
    assert in_view({"code": 900, "title": 900}, {"title": 200}, "wide") == {"code": 900, "title": 200}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_all_columns_of_single_initiatives_are_in_view_on_a_screen_of_1920(language):
    titles = language.explore.columns
    row = dict.fromkeys(titles, "–") | {
        "code": "1TR-000163532",
        "title": "Cải tiến quy trình " * 5,
        "author": "Nguyễn Thị Thu Hương",
        "unit": "Trung du và miền núi Bắc Bộ",
        "grassroots": "CĐCS Công ty TNHH Một thành viên số 12",
        "sector": "Khoa học và công nghệ",
        "status": max(language.names.statuses.values(), key=len),
        "level": max(language.names.levels.values(), key=len),
        "benefit_vnd": language.numbers.count(123_456_789_000),
        "uploaded_at": "20/04/2022 07:59:59",
    }
    frame = pd.DataFrame([{titles[name]: value for name, value in row.items()}])

    assert are_in_view(widths_of_columns(frame, language.explore, "full"), "full")
    in_part = widths_of_columns(frame, language.explore, "wide")
    assert not are_in_view(in_part, "wide") and in_part[titles["title"]] >= 430


def test_moments_of_a_column_have_seconds_where_one_has():
    moments = [datetime(2022, 4, 20, 7, 59, 58), datetime(2022, 4, 20, 8), datetime(2022, 4, 19, 23, 59, 59), None]
    frame = pl.DataFrame({"uploaded_at": moments})

    assert [row[0] for row in written_rows(frame, VIETNAMESE)] == [
        *("20/04/2022 07:59:58", "20/04/2022 08:00:00", "19/04/2022", "–")
    ]
    assert written_rows(frame[1:], VIETNAMESE)[0] == ["20/04/2022 08:00"]


def test_what_single_initiatives_are_today_is_offered_by_the_menu():
    """In the grid it pushed others out of the window."""
    texts = VIETNAMESE.explore
    frame = pd.DataFrame(columns=list(texts.columns.values()))

    names = {title: name for name, title in texts.columns.items()}
    shown = [names[title] for title in shown_columns(frame, texts)]

    assert shown[:2] == ["code", "title"] and not {"status_now", "level_now"} & set(shown)
