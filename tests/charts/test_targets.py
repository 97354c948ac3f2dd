"""Units against their targets: one scale, drawn in full, best first."""

import re
from dataclasses import replace
from datetime import datetime
from html import escape
from itertools import pairwise

import numpy as np
import polars as pl
import pytest

from charts.kit.lettering import text_width
from charts.kit.statuses import STATUS_MARKS, STATUS_SHAPES, status_colour
from charts.kit.theme import SMALL_SIZE, Look
from charts.target_bars import KIND_SHAPES
from charts.target_columns import inside_of, room_of
from charts.target_rows import blocks_of
from charts.targets import draw_targets
from language.languages import ENGLISH, VIETNAMESE, Language
from model.codes import TargetKind, TargetStatus
from tests.charts.samples import PLAIN, targets, words

PHONE = Look(VIETNAMESE, wide=False)


def bars(figure):
    """Lengths of the bars by unit code, and of the grey track under them; a second trace takes the pointer."""
    drawn, sensors = [trace for trace in figure.data if trace.type == "bar"]
    track, reached = drawn.x[: len(drawn.x) // 2], drawn.x[len(drawn.x) // 2 :]
    judged = sensors.customdata[: len(reached)]
    return dict(zip(judged, reached, strict=True)), track


def many(rows: int) -> pl.DataFrame:
    one = targets().head(1)
    return pl.concat([one.with_columns(reached_pct=pl.lit(100.0 + n), unit_code=pl.lit(f"U{n}")) for n in range(rows)])


def test_a_unit_at_351_percent_is_drawn_in_full():
    (figure,) = draw_targets(targets(), PLAIN)

    lengths, track = bars(figure)

    assert lengths == {"LD-38": 351.06, "LD-79": 232.3, "LD-77": 100.0, "CD-NN": 99.97, "LD-01": 20.0}
    assert figure.layout.xaxis.range[1] >= 351.06
    assert figure.layout.xaxis.range[0] == 0
    assert set(track) == {100.0}


def test_no_bar_and_no_percentage_without_a_target_or_a_report():
    (figure,) = draw_targets(targets(), PLAIN)

    lengths, _ = bars(figure)
    texts = words(figure)

    assert not {"LD-80", "LD-94"} & lengths.keys()
    assert "74.176/–" in texts
    assert "–/13.000" in texts  # what was not reported is unknown, not 0
    assert "0,00%" not in texts
    assert "−13.000" not in texts


def test_gap_and_ratio_stand_beside_every_bar():
    texts = words(draw_targets(targets(), PLAIN)[0])

    assert {"351,06%", "+121.763", "170.263/48.500", "−104.000", "26.000/130.000"} <= set(texts)


def test_what_missed_its_target_by_one_is_not_100_percent():
    texts = words(draw_targets(targets(), PLAIN)[0])

    assert "99,97%" in texts
    assert texts.count("100,00%") == 1


def test_status_is_a_word_a_shape_and_a_colour():
    (figure,) = draw_targets(targets(), PLAIN)
    texts = " ".join(words(figure))

    for status in ("Vượt", "Đạt", "Đủ nhịp", "Chưa đủ nhịp", "Chưa có chỉ tiêu", "Chưa báo cáo"):
        assert f"<b>{status}</b>" in texts
    assert len(set(STATUS_SHAPES.values())) == len(set(STATUS_MARKS.values())) == len(TargetStatus)
    assert not {f"{shape}-open" for shape in KIND_SHAPES.values()} & set(STATUS_SHAPES.values())
    assert not set(VIETNAMESE.charts.target_marks.values()) & set(STATUS_MARKS.values())  # of kinds of targets
    judged = [TargetStatus.EXCEEDED, TargetStatus.MET, TargetStatus.ON_TRACK, TargetStatus.BEHIND]
    assert len({status_colour(status, dark=True) for status in judged}) == 4


def test_units_stand_best_first_and_the_silent_last():
    blocks = blocks_of(targets().sample(fraction=1, shuffle=True, seed=3).rows(named=True), 2, PLAIN, 216)
    order = [row["unit_code"] for block in blocks for _, row in block.rows]

    assert order == ["LD-38", "LD-79", "LD-77", "CD-NN", "LD-01", "LD-80", "LD-94"]


@pytest.mark.parametrize(
    ("rows", "look", "figures"),
    [(10, PLAIN, 1), (20, PLAIN, 2), (44, PLAIN, 2), (82, PLAIN, 4), (82, PHONE, 1)],
)
def test_blocks_fill_a_grid(rows, look, figures):
    drawn = draw_targets(many(rows), look)

    assert len(drawn) == figures
    assert len({tuple(figure.layout.xaxis.range) for figure in drawn}) == 1
    assert len({figure.layout.yaxis.range[0] for figure in drawn}) == 1  # one height
    assert sum(len([t for t in figure.data if t.type == "bar"][1].x) for figure in drawn) == rows


@pytest.mark.parametrize("look", [PLAIN, PHONE])
def test_long_names_take_lines_and_none_is_cut(look):
    name = "CĐCS Công ty trách nhiệm hữu hạn một thành viên Cơ khí <Trường & Thành> các Khu công nghiệp"
    figures = draw_targets(many(30).with_columns(short_name=pl.lit(name)), look)
    texts = [text for figure in figures for text in words(figure) if "CĐCS" in text]

    assert len(texts) == 30
    assert {text.replace("<br>", " ").replace("\u00a0", "") for text in texts} == {escape(name, quote=False)}
    assert all("<br>" in text for text in texts)
    for figure in figures:
        below = next(trace for trace in figure.data if trace.type == "bar")
        assert min(b - a for a, b in pairwise(below.y[: len(below.y) // 2])) > 33  # rows make room


def test_no_line_of_a_name_is_cut_that_has_a_space_to_break_at():
    """Names of every length near the available width: those of 157 to 162 px used to be cut instead of wrapped."""
    names = [f"Liên đoàn Lao động {'i' * extra}" for extra in range(30)]
    (figure,) = draw_targets(many(30).with_columns(short_name=pl.Series(names)), PHONE)

    assert not [text for text in words(figure) if "…" in text]


@pytest.mark.parametrize("look", [PLAIN, PHONE, Look(VIETNAMESE, broad=True), Look(VIETNAMESE, afar=True)])
@pytest.mark.parametrize("uploads", [3, 3_000_000])
def test_neither_bar_nor_mark_reaches_into_the_numbers(uploads: int, look: Look):
    """The red 100% of row upon row used to run through the column of uploads like a dashed line."""
    rows = targets().with_columns(uploads=pl.lit(uploads), target_qualifier=pl.lit("khoảng"))
    (figure,) = draw_targets(rows, look, beside=[TargetKind.ASSIGNED])
    room, ends = inside_of(look), figure.layout.xaxis.range[1]
    numbers = [
        x * room - text_width(re.sub("<.*?>", "", text), size)
        for trace in figure.data
        if trace.type == "scatter" and "text" in trace.mode and trace.x
        for x, text, size in zip(trace.x, trace.text, _sizes(trace), strict=True)
        if x > 0.6 and text and trace.textposition == "middle left"
    ]
    marks = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]
    drawn = [x / ends * room + 6 for trace in marks for x in trace.x]
    *bars_of, _ = [trace for trace in figure.data if trace.type == "bar"]
    drawn += [x / ends * room for trace in bars_of for x in trace.x]

    assert len(numbers) > 10
    assert len(drawn) > 10
    assert max(drawn) < min(numbers)


def _sizes(trace):
    size = trace.textfont.size
    return size if isinstance(size, tuple) else (size,) * len(trace.text)


def test_a_long_name_makes_room_for_long_numbers():
    name = "Công đoàn Than và Khoáng sản Việt"
    exact = targets().with_columns(short_name=pl.lit(name))
    vast = exact.with_columns(gap=pl.lit(-3_000_000_000), target_qualifier=pl.lit("khoảng"))
    lines = [
        next(t.count("<br>") for t in words(draw_targets(frame, PLAIN)[0]) if "Than" in t) for frame in (exact, vast)
    ]

    assert lines == [0, 1]


def test_on_a_phone_the_first_heading_does_not_run_into_the_heads_of_the_numbers():
    names = replace(PHONE.language.names, target_statuses=dict.fromkeys(TargetStatus, "Vượt rất xa chỉ tiêu đăng ký"))
    wordy = replace(PHONE, language=replace(PHONE.language, names=names))
    usual, short = (draw_targets(targets(), look)[0] for look in (PHONE, wordy))

    assert any("đơn vị" in text for text in words(usual)[:20] if "<b>" in text and "·" in text)
    first = next(text for text in words(short) if "Vượt rất xa" in text)
    assert first.endswith("</b> · 2")


def test_a_part_of_a_long_list_is_drawn_and_its_statuses_count_all():
    figures = draw_targets(many(230), PLAIN, part=slice(100, 200))
    texts = [text for figure in figures for text in words(figure)]
    assert sum(text.startswith("\u00a0") and "·" not in text for text in texts) == 100
    assert any("230 đơn vị" in text for text in texts)


def test_only_past_ten_times_its_target_is_a_bar_broken_and_says_so():
    far = targets().with_columns(
        reached_pct=pl.when(pl.col("unit_code") == "LD-38").then(4_000.0).otherwise("reached_pct")
    )

    (figure,) = draw_targets(far, PLAIN)

    assert bars(figure)[0]["LD-38"] == 1000 < figure.layout.xaxis.range[1]
    assert "4.000,00%" in words(figure)
    assert PLAIN.language.charts.targets_broken.split()[-1] in words(figure)[-1]
    assert PLAIN.language.charts.targets_broken not in " ".join(words(draw_targets(targets(), PLAIN)[0]))


@pytest.mark.parametrize("reached", [120.0, 230.0, 470.0, 800.0, 1_000.0])
def test_labels_of_the_scale_leave_each_other_room_on_a_phone(reached: float):
    (figure,) = draw_targets(targets().with_columns(reached_pct=pl.lit(reached)), PHONE)
    scale = next(trace for trace in figure.data if "<b>100%</b>" in str(trace.text))
    room = PHONE.room - figure.layout.margin.l
    widths = [text_width(re.sub("<.*?>", "", text), SMALL_SIZE - 1, bold=True) for text in scale.text]
    placed = [(x * room, width) for x, width in zip(scale.x, widths, strict=True)]

    for (left, before), (right, after) in pairwise(placed):
        assert left + before / 2 < right - after / 2


def test_other_kinds_lie_on_the_scale_of_the_chosen_one():
    (figure,) = draw_targets(targets(), PLAIN, beside=[TargetKind.ASSIGNED])
    (marks,) = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]
    diamonds = [round(x, 1) for x, symbol in zip(marks.x, marks.marker.symbol, strict=True) if symbol == "diamond"]

    assert diamonds == [100.0, 46.2]  # 50.000 of 50.000 and 60.000 of 130.000


def test_the_red_mark_does_not_reach_into_the_name_above_its_bar():
    (figure,) = draw_targets(targets(), PLAIN)
    names = next(trace for trace in figure.data if "Thanh Hóa" in str(trace.text))
    (marks,) = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]
    red = marks.marker.color.index(PLAIN.palette.target)

    name = next(y for y, text in zip(names.y, names.text, strict=True) if "Thanh Hóa" in text)
    top = (
        marks.y[red] - 0.7 * np.broadcast_to(marks.marker.size, len(marks.y))[red]
    )  # plotly's “line-ns” is 1.4 times its size

    assert top - name > 0.5 * SMALL_SIZE


def test_nothing_is_compared_where_targets_do_not_fit():
    narrowed = targets().with_columns(status=pl.lit("not_comparable"), reached_pct=pl.lit(None, pl.Float64))

    (figure,) = draw_targets(narrowed, PLAIN)

    assert not figure.data
    assert " ".join(words(figure)).replace("<br>", " ") == PLAIN.language.charts.targets_nothing


def test_marks_are_explained_only_where_a_bar_has_them():
    nobody = targets().with_columns(status=pl.lit("no_target"), reached_pct=pl.lit(None, pl.Float64))

    line = PLAIN.language.charts.targets_target_line.replace(" ", "\u00a0")
    with_bars, without = (
        " ".join(words(draw_targets(rows, PLAIN)[0])).replace("<br>", " ").replace(" ", "\u00a0")
        for rows in (targets(), nobody)
    )
    assert line in with_bars and line not in without
    assert "Vạch" not in without and PLAIN.language.charts.target_marks[TargetKind.ASSIGNED] not in without


@pytest.mark.parametrize("look", [PLAIN, PHONE, Look(ENGLISH), Look(VIETNAMESE, broad=True)])
def test_each_figure_begins_with_what_its_marks_mean(look: Look):
    """They were explained once, below the last of 82 unions."""
    rows = many(60).with_columns(assigned=pl.lit(40_000), printed=pl.lit(value=True))
    figures = draw_targets(rows, look, beside=[TargetKind.ASSIGNED, TargetKind.GUIDED])
    texts, names = look.language.charts, look.language.names
    time = texts.targets_time_line.format(percent=look.language.numbers.percent(68.0))
    kinds = (f"{texts.target_marks[kind]} {names.target_kind(kind)}" for kind in ("assigned", "guided"))
    wanted = [texts.targets_target_line, time, *kinds, look.language.facts.printed_key]

    assert len(figures) == (4 if look.wide else 1)
    for figure in figures:
        (head,) = [note for note in figure.layout.annotations if note.yanchor == "bottom"]
        lines = head.text.split("<br>")
        assert re.split(r"[\s·]+", " ".join(lines)) == re.split(r"[\s·]+", " ".join(wanted))
        assert all(text_width(line, head.font.size) <= max(look.room, room_of(look)) for line in lines)
        assert (head.yref, head.y) == ("paper", 1) and figure.layout.margin.t > 16 * len(lines)
    assert len({figure.layout.margin.t for figure in figures}) == 1  # scales side by side stand in line


@pytest.mark.parametrize("language", [VIETNAMESE, ENGLISH])
def test_a_status_that_goes_on_in_the_next_column_says_so(language: Language):
    rows = pl.concat([many(30), targets().filter(pl.col("status") == "behind")])
    figures = draw_targets(rows, Look(language))
    heads = [next(text for text in words(figure) if text.startswith("\u00a0<b>")) for figure in figures]

    assert [language.charts.goes_on in head for head in heads] == [False, True]
    whole = [text for text in words(figures[1]) if language.charts.goes_on in text]
    assert len(whole) == 1  # and not the status that begins there
    (second,) = draw_targets(rows, Look(language), blocks=1, part=slice(20, 31))
    assert language.charts.goes_on in " ".join(words(second))


def test_a_click_reports_the_unit():
    sensors = [trace for trace in draw_targets(targets(), PLAIN)[0].data if trace.type == "bar"][-1]

    assert list(sensors.customdata) == ["LD-38", "LD-79", "LD-77", "CD-NN", "LD-01", "LD-80", "LD-94"]
    assert "LĐLĐ tỉnh Thanh Hóa" in sensors.hovertext[0]


def test_a_count_older_than_the_newest_one_carries_its_day():
    as_of = [datetime(2022, 3, 26, 23, 59, 59)] + [datetime(2022, 4, 20, 8)] * (targets().height - 1)
    dated = targets().with_columns(pl.Series("as_of", as_of, pl.Datetime("us")))

    texts = [text for text in words(draw_targets(dated, PLAIN)[0]) if "(" in text]

    (name,) = dated.head(1)["short_name"]
    assert texts == [f"\u00a0{name} (26/03/2022)"]


def test_of_those_without_a_printed_number_only_the_ones_spoken_of_are_counted_as_such():
    """Two of the 71 are drawn here: a page never counts them in two ways under one name."""
    rows = (
        targets().head(2).with_columns(status=pl.lit(TargetStatus.NOT_PUBLISHED.value), uploads=pl.lit(None, pl.Int64))
    )
    texts = " ".join(words(draw_targets(rows, PLAIN, beside=[])[0]))

    assert "Chưa có số công bố</b> · 2 đơn vị nguồn có nhắc" in texts


def test_a_list_of_one_moment_says_it_and_one_of_several_leaves_it_to_the_names():
    days = [datetime(2022, 4, day, 8) for day in (13, 20)]
    both = targets().with_columns(as_of=pl.Series([days[place % 2] for place in range(targets().height)]))

    one = " ".join(words(draw_targets(targets().with_columns(as_of=pl.lit(days[1])), PLAIN)[0]))
    assert "Tính\u00a0đến\u00a020/04/2022\u00a008:00" in one
    assert "Tính\u00a0đến" not in " ".join(words(draw_targets(both, PLAIN)[0]))


def test_the_hover_of_a_target_has_its_word():
    words_of = draw_targets(targets().with_columns(target_qualifier=pl.lit("ít nhất")), PLAIN)[0].data[-1].hovertext

    assert any("Đăng ký: ít nhất 130.000<br>Giao: 60.000<br>" in words for words in words_of)


@pytest.mark.parametrize("look", [PLAIN, Look(VIETNAMESE, afar=True)])
def test_a_figure_apart_explains_its_star_once(look: Look):
    """In pictures it stood above the bars and below them."""
    starred = targets().with_columns(printed=pl.lit(value=True))
    for figure in draw_targets(starred, look, blocks=2, apart=True):
        notes = " ".join(note.text for note in figure.layout.annotations if note.yanchor in ("bottom", "top"))
        assert notes.count("*\u00a0") == 1
