"""Texts of the slides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class SlideTexts:
    """{Blanks} take formatted numbers."""

    agenda: str
    headline: str
    headline_alone: str
    headline_unknown: str
    waffle: str
    waffle_full: str
    waffle_none: str
    standing_title: str
    standing_alone: str  # of the only unit with a target
    standing_nothing: str
    standing_chart: str
    standing_chart_part: str
    standing_none: str
    leader_title: str
    leader_alone: str
    leaders_title: str  # of several with one number
    several: str  # more than can be named
    leader_none: str
    ranking_nothing: str
    rest: str
    top_share: str
    measured: Mapping[str, str]
    unplaced: Mapping[str, str]  # by what their units lack: a printed figure of the moment, or any value
    sector_title: str
    sectors_nothing: str
    every_unit: str
    every_unit_alone: str  # where nobody has a target
    units_left: str
    published_title: str
    published_nothing: str
    published_more: str
    verdicts: str


VIETNAMESE: Final = SlideTexts(
    agenda="Nội dung",
    headline="{counted}, bằng {percent} chỉ tiêu {target}",
    headline_alone="{uploads} sáng kiến đã cập nhật",
    headline_unknown="Chưa có số liệu sáng kiến cập nhật",
    waffle="Mỗi ô là 1% chỉ tiêu: {cell} sáng kiến",
    waffle_full="Đã đủ 100 ô; phần vượt: {over}",
    waffle_none="Không so được với chỉ tiêu trong phạm vi này",
    standing_title="{count} trên {total} đơn vị có chỉ tiêu {kind} đã đạt hoặc vượt",
    standing_alone="{unit}: {percent} chỉ tiêu {kind} ({status})",
    standing_nothing="Chưa có chỉ tiêu {kind} nào để so trong phạm vi này",
    standing_chart="Đạt so với chỉ tiêu {kind} (%)",
    standing_chart_part="{count} đơn vị xa chỉ tiêu {kind} nhất (% đạt)",
    standing_none="Chưa tính được tỷ lệ đạt của đơn vị nào.",
    leader_title="{unit} dẫn đầu: {value}",
    leaders_title="{units} cùng dẫn đầu: {value}",
    several="Nhiều đơn vị",
    leader_alone="{unit}: {value}",
    leader_none="Chưa đơn vị nào có sáng kiến trong phạm vi này",
    ranking_nothing="Chưa có số liệu theo đơn vị để xếp hạng",
    rest="{count} đơn vị còn lại: {value}",
    top_share="{count} đơn vị = {percent} của {total}",
    measured={
        "uploads": "{value} sáng kiến",
        "valid": "{value} sáng kiến hợp lệ",
        "benefit": "làm lợi {value}",
        "per100": "{value} sáng kiến trên 100 đoàn viên",
        "reached": "{value} chỉ tiêu",
        "people": "{value} người có sáng kiến",
    },
    unplaced={
        "value": "{count} đơn vị chưa xếp được vì chưa có số liệu.",
        "figure": "{count} đơn vị chưa xếp được vì không nguồn nào in số ở mốc này.",
    },
    sector_title="{sector} nhiều nhất: {count}, chiếm {percent}",
    sectors_nothing="Chưa có số liệu theo lĩnh vực cho phạm vi này",
    every_unit="{counted}: thực hiện và chỉ tiêu",
    every_unit_alone="{counted}: thực hiện",
    units_left="Còn {count} đơn vị nữa: tệp Excel có đủ",
    published_title="Số đã công bố đặt cạnh hệ thống",
    published_nothing="Chưa có số liệu nào được công bố cho phạm vi này",
    published_more="{shown} trong {count} số của sổ công bố; đủ cả sổ trong tệp Excel.",
    verdicts="{equal} khớp · {consistent} phù hợp · {differs} lệch · {unknown} không đối chiếu được",
)


ENGLISH: Final = SlideTexts(
    agenda="Agenda",
    headline="{counted}, {percent} of the target of {target}",
    headline_alone="{uploads} initiatives uploaded",
    headline_unknown="No data yet on initiatives uploaded",
    waffle="Each cell is 1% of the target: {cell} initiatives",
    waffle_full="All 100 cells are full; above the target: {over}",
    waffle_none="This scope cannot be compared with a target",
    standing_title="{count} of the {total} unions with {kind} targets met or exceeded theirs",
    standing_alone="{unit}: {percent} of the {kind} target ({status})",
    standing_nothing="No {kind} target to compare with in this scope yet",
    standing_chart="Share of the {kind} target reached (%)",
    standing_chart_part="{count} furthest from the {kind} target (%\u00a0reached)",
    standing_none="No rate could be computed for any union.",
    leader_title="{unit} leads: {value}",
    leaders_title="{units} lead: {value}",
    several="Several unions",
    leader_alone="{unit}: {value}",
    leader_none="No union has an initiative in this scope yet",
    ranking_nothing="No figures by union to rank yet",
    rest="The other {count} unions: {value}",
    top_share="{count} unions = {percent} of {total}",
    measured={
        "uploads": "{value} initiatives",
        "valid": "{value} valid initiatives",
        "benefit": "{value} of benefit",
        "per100": "{value} initiatives per 100 members",
        "reached": "{value} of the target",
        "people": "{value} people with initiatives",
    },
    unplaced={
        "value": "{count} of the unions cannot be ranked: no data yet.",
        "figure": "{count} of the unions cannot be ranked: no figure published for this moment.",
    },
    sector_title="Largest share: {sector}, with {count} ({percent})",
    sectors_nothing="No figures by sector for this scope yet",
    every_unit="{counted}: actual and target",
    every_unit_alone="{counted}: actual",
    units_left="{count} more unions: the Excel file has them all",
    published_title="Published figures beside the system",
    published_nothing="No figure has been published for this scope yet",
    published_more="{shown} of the {count} figures in the ledger; all of them are in the Excel file.",
    verdicts="{equal} equal · {consistent} consistent · {differs} differ · {unknown} cannot be compared",
)
