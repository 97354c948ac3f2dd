"""Joined traces draw the same picture: nothing changes its place, colour or order."""

from charts.kit.joining import merge_traces
from charts.kit.sheet import Sheet
from tests.charts.samples import CHARTS, LOOKS, PLAIN


def drawn(sheet: Sheet) -> list[dict]:
    return merge_traces(sheet.traces)


def test_words_of_one_colour_are_one_trace_with_each_its_own_letters():
    sheet = Sheet(PLAIN, 1.0)
    sheet.write(0, [1, 2], ["a", "b"], weight=500)
    sheet.write(1, [3], ["c"], anchor="end", size=20)
    sheet.write(0.5, [4], ["d"], colour="red")

    ink, red = drawn(sheet)

    assert (ink["x"], ink["y"], ink["text"]) == ([0, 0, 1], [1, 2, 3], ["a", "b", "c"])
    assert ink["textposition"] == ["middle right", "middle right", "middle left"]
    assert ink["textfont"]["weight"] == [500, 500, 400]
    assert ink["textfont"]["size"] == [13, 13, 20]
    assert ink["textfont"]["color"] == PLAIN.palette.ink
    assert red["textfont"]["color"] == "red"


def test_words_keep_the_mark_before_them():
    sheet = Sheet(PLAIN, 1.0)
    sheet.write(0, [1], ["a"], marker={"symbol": "circle", "size": 9})
    sheet.write(0, [2], ["b"])
    sheet.write(0, [3], ["c"], marker={"symbol": "diamond", "size": 9})

    marked, bare = drawn(sheet)

    assert marked["text"] == ["a", "c"]
    assert marked["marker"] == {"symbol": ["circle", "diamond"], "size": 9}
    assert bare["text"] == ["b"]


def test_bars_that_feel_the_pointer_stay_on_top():
    sheet = Sheet(PLAIN, 100.0)
    sheet.bars([1, 2], [100.0, 100.0], thickness=8, colour="grey")
    sheet.bars([1], [30.0], thickness=[6], colour=["blue"])
    sheet.sensors([1, 2], ["one", "two"], ["U1", "U2"], height=20)

    bars, sensors = drawn(sheet)

    assert bars["x"] == [100.0, 100.0, 30.0]  # the track below what lies on it
    assert bars["width"] == [8, 8, 6]
    assert bars["marker"]["color"] == ["grey", "grey", "blue"]
    assert sensors["customdata"] == ["U1", "U2"]


def test_patterned_bars_and_lines_stay_alone():
    sheet = Sheet(PLAIN, 1.0)
    for _ in range(2):
        sheet.bars([1], [1.0], thickness=8, colour="grey", marker={"pattern": {"shape": "/"}})
        sheet.traces.append({"type": "scatter", "mode": "lines", "x": [0], "y": [0]})

    assert len(drawn(sheet)) == 4


def test_a_browser_that_sees_the_same_again_does_nothing():
    # Without a revision plotly takes every copy of a list for news, and draws all of it once more.
    for draw in CHARTS.values():
        layout = draw(PLAIN).to_plotly_json()["layout"]
        assert (layout["datarevision"], layout["template"]) == (1, "none")


def test_no_chart_has_more_traces_than_kinds_of_things():
    for name in ("targets", "ranking", "sectors", "sector_heat"):
        for look in LOOKS.values():
            assert len(CHARTS[name](look).data) <= 8, name
