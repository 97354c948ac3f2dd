"""Two more ways of looking at targets: four fields, and a course for every unit."""

import polars as pl
import pytest

from charts.kit.theme import Look
from charts.target_courses import draw_target_courses
from charts.target_fields import draw_fields, field_of
from language.languages import LANGUAGES, VIETNAMESE
from model.frames import TARGET_COURSES, TARGETS


def unit(code: str, reached: float | None, pace: float | None, needed: int | None, gap: int = -10) -> dict[str, object]:
    names = {"unit_code": code, "short_name": code, "unit_name": code, "status": "behind", "gap": gap}
    return (
        dict.fromkeys(TARGETS) | names | {"reached_pct": reached, "pace": pace, "needed": needed, "expected_pct": 50.0}
    )


@pytest.mark.parametrize(
    ("reached", "pace", "needed", "field"),
    [
        (60.0, 5.0, 4, 0),
        (50.0, 4.0, 4, 0),
        (120.0, 0.0, 0, 0),
        (60.0, 3.9, 4, 1),
        (49.9, 4.0, 4, 2),
        (10.0, 1.0, 4, 3),
        (None, 1.0, 4, None),
        (10.0, None, 4, None),
        (10.0, 1.0, None, None),
    ],
)
def test_a_unit_stands_in_one_of_four_fields(reached, pace, needed, field):
    assert field_of(unit("LD-01", reached, pace, needed)) == field


def test_a_unit_that_has_reported_nothing_stands_in_no_field():
    assert field_of(unit("LD-01", 0.0, 0.0, 4) | {"status": "not_reported"}) is None


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_fields_say_how_many_stand_in_them(language):
    rows = [unit("A", 60.0, 9.0, 1), unit("B", 900.0, 1.0, 0), unit("C", 10.0, 1.0, 4), unit("D", None, None, None)]
    figure = draw_fields(pl.DataFrame(rows, schema=TARGETS), Look(language))

    (marks,) = figure.data
    assert list(marks.x) == [3.0, 3.0, 0.25] and list(marks.y) == [60.0, 150.0, 10.0]
    heads = [f"<b>{name} · {count}</b>" for name, count in zip(language.targets.fields, (2, 0, 0, 1), strict=True)]
    assert [note.text for note in figure.layout.annotations[:4]] == heads


@pytest.mark.parametrize("broad", [False, True])
def test_names_in_fields_cover_no_mark_and_stay_inside(broad: bool):
    alone = [unit("Right edge", 900.0, 9.0, 1), unit("Middle", 40.0, 2.0, 1), unit("On the red line", 96.0, 3.0, 2)]
    crowd = [unit(f"Crowded {n}", 10.0 + n / 4, 1.0 + n / 40, 10) for n in range(20)]
    figure = draw_fields(pl.DataFrame([*alone, *crowd], schema=TARGETS), Look(VIETNAMESE, broad=broad))

    (marks,) = figure.data
    places = {name: place for name, place in zip(marks.text, marks.textposition, strict=True) if name}
    assert places["Right edge"] == "middle left" and places["Middle"] == "top center"
    assert places["On the red line"] == "bottom center"
    assert 0 < sum(name.startswith("Crowded") for name in places) < 4
    heads = [(note.y, note.yanchor) for note in figure.layout.annotations[:4]]
    assert heads == [(152.0, "bottom"), (152.0, "bottom"), (-2.0, "top"), (-2.0, "top")]
    assert figure.layout.yaxis.range[0] < -5 and figure.layout.yaxis.range[1] > 155


def test_every_unit_has_a_square_and_a_target_of_its_own():
    rows = [
        {"unit_code": code, "short_name": f"{code} & Sons", "status": "behind", "reached_pct": percent}
        for code in ("A", "B")
        for percent in (0.0, 500.0)
    ]
    frame = pl.DataFrame([row | {"day": None} for row in rows], schema=TARGET_COURSES)
    days = pl.Series("day", ["2022-01-08", "2022-01-15"] * 2).str.to_date()
    figure = draw_target_courses(frame.with_columns(days), Look(VIETNAMESE), moment=None)

    course, goals, names = figure.data
    assert list(names.text) == ["A &amp; Sons", "B &amp; Sons"]
    assert [x for x in goals.x if x is not None] == pytest.approx([0, 0.88, 1, 1.88])
    assert sum(bool(one) for one in course.hovertext) == 2  # the last day of each
    assert max(y for y in course.y if y is not None) > min(y for y in course.y if y is not None) > 0
