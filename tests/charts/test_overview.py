"""Progress: where the count is, where it must go, and how fast."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import polars as pl
import pytest

from charts.kit.lettering import text_width
from charts.kit.theme import Look
from charts.overview import draw_progress
from charts.trend import draw_curve
from language.languages import ENGLISH, VIETNAMESE
from model.facts import Fact, Source
from model.frames import DAILY
from model.trend import Forecast, Happening
from tests.charts.samples import EIGHT_O_CLOCK, MILLION, PLAIN, overview, words

SURGE = [(date(2022, 1, 8) + timedelta(days=n), 5_000, 5_000 * (n + 1)) for n in range(144)]


def trace(figure, name):
    return next((trace for trace in figure.data if trace.name == name), None)


def test_the_line_ends_at_the_requested_moment():
    line = trace(draw_progress(overview(), MILLION, PLAIN), "Lũy kế")

    assert line.x[0] == "2022-01-08 00:00:00"
    assert line.x[-1] == "2022-04-20 08:00:00"
    assert line.y[-1] == overview().facts["uploads"].value


def test_a_share_of_other_initiatives_does_not_stand_beside_the_count_of_the_curve():
    facts = overview().facts
    of_valid = overview(facts={**facts, "reached_pct": replace(facts["reached_pct"], counts="valid")})
    share = VIETNAMESE.numbers.percent(facts["reached_pct"].value)

    assert any(share in text for text in words(draw_progress(overview(), MILLION, PLAIN)))
    assert not any(share in text for text in words(draw_progress(of_valid, MILLION, PLAIN)))


def test_where_valid_ones_are_compared_with_the_target_the_curve_is_theirs():
    facts, valid = overview().facts, Fact(50_000, "initiatives", "valid", EIGHT_O_CLOCK, Source("records"))
    reached = replace(facts["reached_pct"], value=5.0, counts="valid")
    days = pl.DataFrame([(date(2022, 4, 1), 50_000, 50_000)], schema=DAILY, orient="row")
    of_valid = overview(
        facts={**facts, "valid": valid, "reached_pct": reached}, daily=days, counts="valid", reached_at=EIGHT_O_CLOCK
    )
    figure = draw_progress(of_valid, MILLION, PLAIN)

    assert trace(figure, "Lũy kế").y[-1] == trace(figure, VIETNAMESE.charts.progress_pace_line).y[0] == 50_000
    assert any("5,00%" in text for text in words(figure))
    foot = " ".join(words(figure)).replace("\u00a0", " ")
    assert VIETNAMESE.names.measure("valid") in foot and VIETNAMESE.names.measure("uploads") not in foot
    assert not [one for one in figure.data if "star" in str(one.marker.symbol)]  # that were uploads


def test_quiet_days_until_the_moment_lengthen_the_line():
    later = datetime(2022, 5, 1, 12)

    line = trace(draw_progress(overview(later), MILLION, PLAIN), "Lũy kế")

    assert line.x[-1] == "2022-05-01 12:00:00"
    assert line.y[-1] == line.y[-2]


def test_needed_pace_runs_from_now_to_the_target_at_the_deadline():
    figure = draw_progress(overview(), MILLION, PLAIN)
    pace = trace(figure, "Nhịp cần có")

    assert list(pace.x) == ["2022-04-20 08:00:00", "2023-09-01 23:59:59"]
    assert list(pace.y) == [overview().facts["uploads"].value, 1_000_000]
    assert any("Cần 1.680 mỗi ngày" in text.replace("\u00a0", " ") for text in words(figure))


def test_no_pace_once_the_target_is_met():
    met = overview(datetime(2022, 5, 31, 12), SURGE, target=700_000, reached_at=datetime(2022, 5, 28, 9, 30))

    figure = draw_progress(met, MILLION, PLAIN)

    assert trace(figure, "Nhịp cần có") is None
    assert any("★ Đạt chỉ tiêu lúc 28/05/2022 09:30" in text.replace("\u00a0", " ") for text in words(figure))
    stars = next(t for t in figure.data if t.mode == "markers")
    assert (list(stars.marker.symbol), list(stars.y)) == (["circle", "star"], [720_000, 700_000])


def levels(figure, colour):
    return sorted(shape.y0 for shape in figure.layout.shapes if shape.line.color == colour)


def test_target_and_phase_target_are_the_only_red_lines():
    figure = draw_progress(overview(), MILLION, PLAIN)

    assert levels(figure, PLAIN.palette.target) == [300_000, 1_000_000]


def test_a_phase_target_of_the_nation_is_not_drawn_for_less_than_the_nation():
    figure = draw_progress(overview(target=130_000, target_scope="registered"), MILLION, PLAIN)

    assert levels(figure, PLAIN.palette.target) == [130_000]
    assert any("Hết giai đoạn 1: 31/05/2022" in text for text in words(figure))


def test_no_red_line_where_the_target_does_not_fit_the_filters():
    figure = draw_progress(overview(comparable=False), MILLION, PLAIN)

    assert levels(figure, PLAIN.palette.target) == []
    assert not any("Chỉ tiêu" in text for text in words(figure))


def test_the_ledger_shows_single_moments():
    printed = [(date(2022, 1, 8), None, 23), (date(2022, 4, 20), None, 163_532)]

    line = trace(draw_progress(overview(days=printed), MILLION, PLAIN), "Lũy kế")

    assert line.mode == "markers"  # nothing is known between the moments
    assert list(line.y) == [23, 163_532]
    assert line.fill == "none"


def test_number_share_and_moment_stand_beside_the_dot():
    texts = " ".join(words(draw_progress(overview(), MILLION, PLAIN)))

    assert "161.945" in texts
    assert "16,19% · 20/04/2022 08:00" in texts


def test_one_single_moment_is_no_reason_to_fail():
    days = [(date(2022, 1, 8), 23, 23)]
    for look in (PLAIN, Look(VIETNAMESE, dark=True, wide=False)):
        draw_progress(overview(datetime(2022, 1, 8), days, end=None, target=None), MILLION, look)


def test_a_moment_years_after_the_deadline_is_drawn_at_the_deadline():
    figure = draw_progress(overview(datetime(2059, 12, 31, 12)), MILLION, PLAIN)

    assert trace(figure, "Lũy kế").x[-1] == "2023-09-01 23:59:59"
    assert len(figure.layout.xaxis.ticktext) <= 6


def test_words_beside_a_late_count_stand_clear_of_the_ends_of_phases():
    """At the level of the target they stand below the line, because the phases are labelled above it."""
    ended = [*SURGE, (date(2023, 9, 1), 0, 720_000)]

    figure = draw_progress(overview(datetime(2023, 10, 1), ended), MILLION, PLAIN, low=True)

    now = next(note for note in figure.layout.annotations if "720.000" in note.text)
    assert (now.xanchor, now.yanchor) == ("right", "top")


def test_words_beside_a_late_count_stand_above_a_line_that_still_rises():
    figure = draw_progress(overview(datetime(2022, 5, 31, 12), SURGE, end=date(2022, 5, 31)), MILLION, PLAIN)

    now = next(note for note in figure.layout.annotations if "720.000" in note.text)
    assert (now.xanchor, now.yanchor) == ("right", "bottom")


@pytest.mark.parametrize("look", [PLAIN, Look(ENGLISH, wide=False), Look(ENGLISH, afar=True)])
@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("each", [300, 1_200, 5_000])
def test_no_end_of_a_phase_runs_through_words(each: int, low: bool, look: Look):
    """On every day of the programme; “163.532” had the end of its phase between its first digits."""
    for length in range(1, 600, 9):
        days = [(date(2022, 1, 8) + timedelta(days=n), each, each * (n + 1)) for n in range(length)]
        then = overview(datetime.combine(days[-1][0], time(12)), days)
        figures = [draw_progress(then, MILLION, look, low=low)]
        figures += [draw_curve(then, MILLION, Forecast("few", None, None, None, None), (), look)]
        for figure in figures:
            for room in (look.least_room, 2 * look.least_room):
                assert not list(run_through(figure.to_dict()["layout"], room)), (length, room)


def test_no_number_of_the_scale_stands_in_the_curve():
    """Of a union that rose at once, the curve passed behind “20 nghìn” and was gone there."""
    days = [(date(2022, 1, 8) + timedelta(days=n), 350, 350 * (n + 1)) for n in range(103)]
    then = overview(datetime(2022, 4, 20, 8), days, target=48_000, target_scope="registered")
    few, look = Forecast("few", None, None, None, None), Look(VIETNAMESE, wide=False)
    goes_on = replace(few, low=60_000, middle=80_000, high=90_000)

    ended, fanned = (draw_curve(then, MILLION, forecast, (), look) for forecast in (few, goes_on))

    assert edges_of_numbers(ended) == {"20\u00a0nghìn": "right", "40\u00a0nghìn": "right"}
    assert edges_of_numbers(fanned) == {f"{n}\u00a0nghìn": "left" for n in (40, 60, 80)}


@pytest.mark.parametrize(
    ("length", "target", "side"),
    [(300, 500_000, ["right"]), (5, 500_000, ["left"]), (300, 104_000, [])],  # the last stands at the target's words
)
def test_the_count_stands_where_the_curve_ends(length: int, target: int, side: list[str]):
    days = [(date(2022, 1, 8) + timedelta(days=n), 350, 350 * (n + 1)) for n in range(length)]
    then = overview(datetime.combine(days[-1][0], time(12)), days, target=target, target_scope="registered")

    figure = draw_curve(then, MILLION, Forecast("few", None, None, None, None), (), PLAIN)

    number = VIETNAMESE.numbers.count(350 * length)
    assert [note.xanchor for note in figure.layout.annotations if number in note.text] == side


@pytest.mark.parametrize("target", [1_000, 13_850, 300_000])
def test_signs_of_events_stand_on_no_line(target: int):
    """Of a union far above its target, “①” and “②” lay on the red line."""
    days = [(date(2022, 1, 8) + timedelta(days=n), 350, 350 * (n + 1)) for n in range(103)]
    then = overview(datetime(2022, 4, 20, 8), days, target=target, target_scope="registered")
    few, phase_end = Forecast("few", None, None, None, None), date(2022, 5, 31)
    happenings = [Happening(day, "a", "a", "") for day in (date(2022, 1, 8), date(2022, 4, 20), phase_end)]
    figure = draw_curve(then, MILLION, few, happenings, PLAIN)
    signs = next(trace for trace in figure.data if trace.mode == "text")
    half = (
        0.5 * signs.textfont.size / figure.layout.height * (figure.layout.yaxis.range[1] - figure.layout.yaxis.range[0])
    )

    assert len(signs.y) == 3 and figure.layout.yaxis.range[0] < min(signs.y) - half
    drawn = [min(shape.y0, shape.y1) for shape in figure.layout.shapes]
    drawn += [y for trace in figure.data if trace is not signs for y in trace.y]
    assert max(signs.y) + half < min(drawn) == 0


def edges_of_numbers(figure):
    """At which edge each number of the scale stands."""
    return {note.text: note.xanchor for note in figure.layout.annotations if re.fullmatch(r"\d+\snghìn", note.text)}


def run_through(layout, room):
    """Words with an upright line behind them, and no background of their own, in a figure so wide."""
    first, last = (datetime.fromisoformat(end) for end in layout["xaxis"]["range"])
    uprights = [datetime.fromisoformat(s["x0"]) for s in layout["shapes"] if s["x0"] == s["x1"] != 0]
    for note in layout["annotations"]:
        if note.get("bgcolor") or note.get("yref") == "paper":  # over the plot, or below it
            continue
        at = (
            room * note["x"]
            if note.get("xref") == "paper"
            else room * ((datetime.fromisoformat(note["x"]) - first) / (last - first)) + note["xshift"]
        )
        lines = [re.sub("<[^>]*>", "", line) for line in note["text"].split("<br>")]
        wide = max(text_width(line, note["font"]["size"]) for line in lines)
        left = at - wide * {"left": 0, "right": 1}[note["xanchor"]]
        for upright in uprights:
            if left - 3 < room * ((upright - first) / (last - first)) < left + wide:
                yield note["text"]


def test_nothing_is_drawn_between_printed_moments():
    days = [(date(2022, 1, 8), None, 23), (date(2022, 4, 20), None, 163_532)]
    printed, nothing = overview(days=days), Forecast("few_printed", None, None, None, None)

    for figure in (draw_progress(printed, MILLION, PLAIN), draw_curve(printed, MILLION, nothing, (), PLAIN)):
        line = next(trace for trace in figure.data if trace.y is not None and list(trace.y) == [23, 163_532])
        assert (line.mode, line.fill) == ("markers", "none")
