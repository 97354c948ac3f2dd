import plotly.graph_objects as go

from charts.kit.spoken import accessible_text


def bars(*expected: str) -> go.Figure:
    return go.Figure(
        [{"type": "bar", "x": [1] * len(expected), "y": list(range(len(expected))), "hovertext": list(expected)}]
    )


def test_a_chart_is_read_aloud_mark_by_mark():
    assert accessible_text(bars("<b>Nam</b><br>67.318", "", "<b>Nữ</b><br>86.306"), "Theo giới tính") == (
        "Theo giới tính: Nam, 67.318; Nữ, 86.306"
    )


def test_of_many_marks_the_first_and_the_last_are_read_aloud():
    text = accessible_text(bars(*(str(number) for number in range(1, 41))), "Lũy kế")

    assert text == "Lũy kế: 1; 2; 3; 4; 5; 6; …; 35; 36; 37; 38; 39; 40"


def test_a_title_is_heard_without_the_marks_that_keep_it_from_being_markdown():
    assert accessible_text(go.Figure(), r"Đạt 54\.5\% \(tạm\) theo đơn_vị") == "Đạt 54.5% (tạm) theo đơn_vị"
