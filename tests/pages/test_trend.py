"""The current pace, the needed pace, and the forecast."""

import csv

import pytest

from data_access.cli.answer import answer
from tests.live_records import live_records
from tests.pages.running import address, charts, open_page, words

PAGE = "pages/trend.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def test_the_sentence_of_20_04_2022(demo):
    text = words(open_page(PAGE, **MEETING))

    assert "163.532, đạt 54,51%; 7 ngày qua 5.923/ngày, cần 3.329/ngày: đủ nhịp" in text
    assert "Đã qua 71,33% thời gian, còn 41 ngày." in text


def test_a_late_looking_phase_is_not_called_late(demo):
    text = words(open_page(PAGE, **MEETING))

    assert "cần 3.329/ngày: chưa đủ nhịp" not in text
    assert "Tỷ lệ thời gian đã qua là một sự thật, không phải kết luận." in text


@pytest.mark.parametrize("step,title", [("day", "ngày"), ("week", "tuần"), ("month", "tháng")])
def test_the_step_lives_in_the_address(demo, step, title):
    page = open_page(PAGE, step=step)

    assert f"Cập nhật theo {title}" in words(page)
    assert len(charts(page)) == 2


def test_the_switch_writes_the_address(demo):
    page = open_page(PAGE, phase="1")

    page.segmented_control(key="switch_step").set_value("day").run()

    assert address(page) == {"step": ["day"], "phase": ["1"]}


def test_steps_add_up_to_the_curve(demo):
    curve, bars = charts(open_page(PAGE, step="month"))

    line = next(trace for trace in curve.data if trace.name == "Lũy kế")
    assert sum(bars.data[0].y) == line.y[-1]


def test_published_figures_have_no_days(demo):
    page = open_page(PAGE, basis="published")

    assert not page.exception
    assert "chỉ có từng mốc" in " ".join(info.value for info in page.info)


def test_like_for_like_writes_both_ranges_out(demo):
    text = words(open_page(PAGE, **MEETING)).replace("\u00a0", " ")

    assert "13/04/2022 08:00 – 20/04/2022 08:00" in text
    assert "06/04/2022 08:00 – 13/04/2022 08:00" in text


def test_events_are_listed_up_to_the_moment(demo):
    text = words(open_page(PAGE, **MEETING))

    assert "① **08/01/2022** Mở cổng cập nhật" in text
    assert "② **20/04/2022**" in text
    assert "03/10/2022" not in text


def test_the_forecast_says_what_it_assumes_and_holds_the_straight_line(demo):
    text = words(open_page(PAGE, **MEETING)).replace("\u00a0", " ")

    straight = "410 nghìn"  # 163.532 and 41 days of 5.923, as the bounds are written
    assert 163_532 + 41 * 5_923 == 406_375
    assert f"Giữ nhịp 7 ngày qua, 5.923/ngày, thì đến 31/05/2022 có khoảng {straight}" in text
    assert "như trong 41 ngày vừa qua (gấp 5,3 lần) thì có khoảng 870 nghìn" in text
    assert "Khoảng **410 nghìn** đến **1,2 triệu**" in text  # and no lower end above the pace of today
    assert f"Điểm giữa 600 nghìn cao hơn đường thẳng {straight} vì nhịp đang tăng" in text
    assert "80% số đơn vị" not in text and "không phải xác suất" in text
    assert "lần thử có kết quả nằm trong khoảng" in text


def test_answer_has_the_straight_line_beside_the_forecast(demo):
    with live_records(demo) as records:
        _, *lines = csv.reader(answer(records, "trend", "as_of=2022-04-20T08:00&phase=1").splitlines())

    forecast, steady = (next(line for line in lines if line[0] == kind) for kind in ("forecast", "steady"))
    assert forecast[1:3] == steady[1:3] and int(forecast[4]) <= int(steady[3]) <= int(forecast[6])
    assert abs(int(steady[3]) - 406_375) < 41  # 163.532 and 41 days of 5.923 and a part


def test_in_english(demo):
    text = words(open_page(PAGE, lang="en", **MEETING))

    assert "163,532, 54.51% of the target; 5,923 a day in the last 7 days, 3,329 a day needed: on pace" in text


def test_a_period_without_events_says_so(demo):
    assert "Chưa có sự kiện nào" in words(open_page(PAGE, as_of="2015-01-01T00:00"))
    assert "Chưa có sự kiện nào" not in words(open_page(PAGE))
