"""The table of a report to sign never breaks a cell's text within a word."""

from exports.official_table import column_shares, width_in_points

HEADER = ("Đơn vị", "Thực hiện", "Chỉ tiêu", "Đạt", "Chênh lệch", "Trạng thái")
ROWS = [
    ("LĐLĐ thành phố Hà Nội", "18.549", "ít nhất 130.000", "nhiều nhất 14,27%", "≤ −111.451", "Đủ nhịp"),
    ("LĐLĐ thành phố Hồ Chí Minh", "1.234.567", "130.000", "4,98%", "−1.123.525", "Chưa đủ nhịp"),
]
POINTS = 160 * 72 / 25.4


def test_every_number_and_every_word_has_room():
    shares = column_shares(HEADER, ROWS)
    assert abs(sum(shares) - 1) < 1e-9
    for share, *texts in zip(shares, HEADER, *ROWS, strict=True):
        for word in " ".join(texts).split():
            assert width_in_points(word, 11, bold=word in " ".join(HEADER).split()) < share * POINTS, word


def test_what_names_leave_keeps_rows_on_one_line():
    shares = column_shares(HEADER, [ROWS[1]] * 20)
    assert width_in_points("Chưa đủ nhịp", 11, bold=False) < shares[5] * POINTS
    assert shares[0] * 160 >= 46
