"""Texts of the sectors page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SectorTexts:
    """{Blanks} are filled by the page."""

    sectors_page_title: str
    schemes: Mapping[str, str]  # of the records, by what they divide by
    parts_equal: str
    parts_alone: str  # no source states their total
    of_parts: str  # what their shares are of then
    parts_differ: str
    ownership_title: str
    position_title: str
    heat_title: str
    heat_note: str
    no_sectors: str
    other_measure: str  # what is counted where the address asks for another measure


VIETNAMESE = SectorTexts(
    sectors_page_title="Cơ cấu lĩnh vực",
    schemes={"sector": "Theo lĩnh vực", "author_group": "Theo nhóm tác giả"},
    parts_equal="Các phần cộng đúng bằng tổng: {total}",
    parts_alone="Các phần cộng lại: {total}, không có tổng được công bố",
    of_parts="của {total} các phần cộng lại",
    parts_differ="Các phần cộng được {parts}, tổng nêu {total}: lệch {gap}, giữ nguyên như nguồn.",
    ownership_title="Theo khu vực kinh tế",
    position_title="Theo chức vụ tác giả",
    heat_title="Đơn vị × lĩnh vực",
    heat_note="Số trong ô: sáng kiến; màu: tỷ trọng trong đơn vị.",
    no_sectors="Chưa có số liệu theo lĩnh vực cho phạm vi này.",
    other_measure="Đếm {what}, không theo thước đo “{measure}”",
)


ENGLISH = SectorTexts(
    sectors_page_title="Sector breakdown",
    schemes={"sector": "By sector", "author_group": "By author group"},
    parts_equal="The parts add up exactly: {total}",
    parts_alone="The parts add up to {total}; no total was published",
    of_parts="of the {total} that the parts add up to",
    parts_differ="The parts add up to {parts}, the stated total is {total}: a gap of {gap}, kept as published.",
    ownership_title="By ownership",
    position_title="By author's position",
    heat_title="Unions × sectors",
    heat_note="Number: initiatives; colour: share within the union.",
    no_sectors="No figures by sector for this scope.",
    other_measure="Counts {what}, not the measure “{measure}”",
)
