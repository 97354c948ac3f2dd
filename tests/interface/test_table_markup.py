"""Tables of HTML: which of them are cards on a phone, and what heads a card."""

import polars as pl
import pytest

from interface.widgets.column_widths import kinds_of
from interface.widgets.table_markup import Cell, Head, table_of


@pytest.mark.parametrize(
    ("cells", "are_cards"),
    [
        (("Hà Nội", "18.549", "35,67%"), False),
        (("Số cập nhật so với tiến độ chỉ tiêu (%)", "40", "Đều từ 0 (0 điểm) đến 100 (đủ điểm), có thể giảm"), True),
        (("Hà Nội", "18.549"), False),
        (("Hà Nội", "18.549", "35,67%", "1"), True),
    ],
)
def test_rows_that_have_no_room_side_by_side_are_cards_on_a_phone(cells: tuple[str, ...], are_cards: bool):
    table = table_of([Head(f"Cột {place}") for place in range(len(cells))], [[Cell(cell) for cell in cells]])

    assert ('class="cards"' in table) is are_cards


def test_a_name_behind_its_rank_or_its_code_heads_its_card():
    ranked = pl.DataFrame({"cluster": ["Bắc"], "cluster_rank": [1], "unit_name": ["Hà Nội"]})
    coded = pl.DataFrame({"code_63": ["01"], "province_63": ["Thành phố Hà Nội"], "code_34": ["01"]})

    assert [kinds_of(frame).index("who") for frame in (ranked, coded)] == [2, 1]
