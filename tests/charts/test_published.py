"""Printed figures keep their qualifiers, and only the right ones are drawn."""

from charts.kit.theme import Look
from charts.published import draw_awards, draw_levels, draw_milestones
from language.languages import ENGLISH
from tests.charts.samples import PLAIN, published, words


def test_milestones_are_those_of_the_whole_nation_in_order():
    (line,) = draw_milestones(published(), PLAIN).data

    # Neither a part of the nation (380.656) nor a unit (170.263).
    assert list(line.y) == [23, 163_532, 300_000, 696_948, 1_000_000, 2_400_000]
    assert list(line.x)[1:5] == [
        "2022-04-20 08:00:00",
        "2022-05-11 23:59:59",
        "2022-05-31 23:59:59",
        "2022-10-03 15:34:00",
    ]


def test_a_milestone_keeps_its_qualifier():
    texts = " ".join(words(draw_milestones(published(), PLAIN)))

    assert "<b>hơn 2.400.000</b>" in texts
    assert "<b>hơn 163.532</b>" in texts
    assert "<b>696.948</b>" in texts
    assert "03/10/2022 15:34" in texts


def test_milestones_in_english():
    texts = " ".join(words(draw_milestones(published(), Look(ENGLISH))))

    assert "more than 2,400,000" in texts
    assert "hơn" not in texts


def test_the_ladder_of_recognition():
    figure = draw_levels(published(), PLAIN)
    bars = next(trace for trace in figure.data if trace.type == "bar")

    assert list(bars.x)[:2] == [3_055, 1_560]
    assert 10 < bars.x[2] == bars.x[3] < 3_055 / 100  # so few can be seen, too
    assert {"51,06%", "0,64%", "50,00%"} <= set(words(figure))


def test_one_step_is_no_ladder():
    assert draw_levels(published().head(9), PLAIN) is None


def test_awards_name_what_they_count():
    texts = words(draw_awards(published(), PLAIN))

    assert {"68 tập thể, cá nhân", "67 tập thể, cá nhân", "1 tập thể"} <= set(texts)
    assert not any("1.560" in text for text in texts)
    assert PLAIN.language.charts.never_summed.split()[0] in texts[-1]


def test_nothing_is_drawn_between_milestones():
    (dots,) = draw_milestones(published(), PLAIN).data
    assert dots.mode == "markers"
