"""Labels of native charts are number formats, so they follow data edited in PowerPoint."""

import pytest

from exports.pptx.drawing import Bar, count_form, label_form, size_of_names
from exports.pptx.lettering import Box
from language.languages import LANGUAGES

COUNT = count_form(LANGUAGES["vi"].numbers)


@pytest.mark.parametrize(
    ("label", "value", "form"),
    [
        ("35.728*", 35728, '[>=1000000]0"."000"."000"*";[>=1000]0"."000"*";0"*"'),
        ("hơn 950", 950, '[>=1000000]"hơn "0"."000"."000;[>=1000]"hơn "0"."000;"hơn "0'),
        ("3,2 tỷ đồng", 3_200_000_000, ""),  # no format divides by a billion on every PC
        ('9 "a"', 9, ""),
    ],
)
def test_a_label_is_written_as_a_format_where_one_can(label: str, value: float, form: str):
    assert label_form(Bar("a", value, label=label), COUNT) == form


@pytest.mark.parametrize(
    ("names", "width", "size"),
    [
        (("Công ty TNHH MTV Cấp nước số 1",) * 10, 6.1, 14),  # long and close: one line each
        (("Công ty TNHH MTV Cấp nước số 1",) * 10, 12.1, 16),
        (("Công ty TNHH MTV Cấp nước số 1",) * 3, 6.1, 16),  # room for two lines
        (("Thanh Hóa",) * 10, 6.1, 16),
    ],
)
def test_long_names_of_close_bars_are_smaller_than_left_out(names: tuple[str, ...], width: float, size: float):
    assert size_of_names([Bar(name, 1) for name in names], Box(0, 0, width, 4.2), 16) == size
