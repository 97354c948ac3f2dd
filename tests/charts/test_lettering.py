"""Names that do not fit are shortened, and those of one list stay distinguishable."""

import pytest

from charts.kit.lettering import shortened, shortened_distinctly, text_width, wrapped

SIZE, ROOM = 14, 150


def test_names_that_would_read_the_same_keep_their_ends():
    names = [f"Công đoàn cơ sở Công ty An Phát {n}" for n in range(120)]
    cut = shortened_distinctly(names, SIZE, ROOM)
    assert len(set(cut)) == len(names)
    assert all(text_width(name, SIZE) <= ROOM and "…" in name for name in cut)
    assert cut[7].endswith("Phát 7") and cut[7].startswith("Công")


def test_other_names_are_cut_at_the_end_and_short_ones_not_at_all():
    names = ["Thanh Hóa", "Liên đoàn Lao động tỉnh Bà Rịa – Vũng Tàu", "Công đoàn Dệt May Việt Nam và một tên dài nữa"]
    assert shortened_distinctly(names, SIZE, ROOM) == [shortened(name, SIZE, ROOM) for name in names]


def test_one_name_twice_stays_one_name():
    assert len(set(shortened_distinctly(["Công đoàn cơ sở Công ty An Phát"] * 2, SIZE, ROOM))) == 1


def test_a_space_that_no_line_ends_at_is_as_wide_as_any():
    assert text_width("20/04/2022\u00a008:00", 14) == text_width("20/04/2022 08:00", 14)


@pytest.mark.parametrize(
    "whole", ["20 Apr 2022 08:00", "20/04/2022 08:00", "45,2 tỷ đồng", "VND 612 billion", "2.5 million"]
)
def test_no_line_ends_inside_a_date_or_a_number_with_its_unit(whole: str):
    text = f"as on the day that was {whole}, of all the others"
    for width in range(150, 400, 5):
        lines = wrapped(text, SIZE, width)
        assert any(whole in line for line in lines), lines
        assert " ".join(lines) == text


def test_no_line_ends_inside_a_word_of_two_syllables_that_has_room():
    text, words = "Giá trị làm lợi trên mỗi sáng kiến", ("Giá trị", "làm lợi", "sáng kiến")
    for width in range(10, 250, 5):
        lines = wrapped(text, SIZE, width)
        assert " ".join(lines) == text
        assert all(any(word in line for line in lines) for word in words if text_width(word, SIZE) <= width), lines


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        (
            "Số sáng kiến cập nhật · Bên trái: hạng trước đó",
            295,
            ["Số sáng kiến cập nhật · Bên trái: hạng", "trước đó"],
        ),
        ("Giữa các mốc chưa có số liệu", 250, ["Giữa các mốc chưa có số liệu"]),
        ("Sáng kiến", 20, ["Sáng", "kiến"]),  # no other break
        ("word-too-long-for-any-line of it", 150, ["word-too-long-for-any-line", "of it"]),
    ],
)
def test_no_word_is_alone_on_the_last_line_where_another_break_fits(text: str, room: float, lines: list[str]):
    assert wrapped(text, 13, room) == lines


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        ("Công đoàn cơ sở Công ty An Phát", 150, "Công đoàn cơ sở…"),
        ("Đã đủ nhịp · còn thiếu", 88, "Đã đủ nhịp…"),
        ("Liênđoànlaođộngtỉnh", 80, "Liênđoà…"),
        ("A Liênđoànlaođộngtỉnh", 80, "A Liênđo…"),
    ],
)
def test_a_text_is_cut_between_words_where_these_fill_most_of_its_room(text: str, room: float, short: str):
    assert shortened(text, SIZE, room) == short


def test_a_number_is_whole_or_left_out():
    text = "about 76.92% of 52,000"
    cuts = {shortened(text, SIZE, room) for room in range(60, 160, 2)}

    assert {cut for cut in cuts if any(letter.isdigit() for letter in cut)} <= {
        "about 76.92…", "about 76.92%…", "about 76.92% of…", text,
    }  # fmt: skip
    assert "about…" in cuts
    assert shortened("163.532", SIZE, 40) == "…"
