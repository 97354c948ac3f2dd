"""Texts of the value page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ValueTexts:
    """{Blanks} are filled by the page or its charts."""

    cards: Mapping[str, str]
    every_status: str
    some_statuses: str
    status_hint: str  # on the page, which can be filtered
    card_notes: Mapping[str, str]
    card_help: Mapping[str, str]
    bands: Mapping[str, str]
    band_forms: Mapping[str, str]
    bands_title: str
    bands_note: str
    concentration_title: str
    concentration_note: str
    top_percent: str
    sectors_title: str
    sectors_note: str
    sum: str
    mean_each: str
    computed_of: str
    computed_only: str
    nothing_computed: str
    largest_title: str
    largest_note: str
    columns: Mapping[str, str]
    units_title: str
    units_note: str
    printed_title: str
    printed_note: str
    only_printed: str


VIETNAMESE = ValueTexts(
    every_status="Tính cả sáng kiến đang xem xét và không hợp lệ.",
    some_statuses="Chỉ tính sáng kiến: {statuses}.",
    status_hint="Muốn chỉ tính sáng kiến hợp lệ, lọc Trạng thái.",
    cards={
        "total": "Tổng giá trị làm lợi",
        "computed": "Đã tính được",
        "unknown": "Chưa tính",
        "mean": "Bình quân",
        "median": "Trung vị",
        "largest": "Lớn nhất",
    },
    card_notes={
        "total": "chỉ cộng sáng kiến đã tính",
        "computed": "{percent} số sáng kiến",
        "unknown": "{percent} số sáng kiến",
        "mean": "một sáng kiến đã tính",
        "median": "một nửa từ mức này trở xuống",
        "largest": "{percent} tổng giá trị",
    },
    card_help={
        "total": "Tổng giá trị làm lợi (đồng) của các sáng kiến có ghi giá trị, tại thời điểm trên. Chưa tính không phải là 0 đồng.",
        "computed": "Số sáng kiến có ghi giá trị làm lợi, trên mọi sáng kiến được tính ở trang này.",
        "unknown": "Số sáng kiến chưa ghi giá trị làm lợi: chưa có số liệu, không phải 0 đồng.",
        "mean": "Tổng giá trị ÷ số sáng kiến đã tính. Vài sáng kiến rất lớn kéo bình quân lên cao hơn trung vị.",
        "median": "Giá trị ở giữa khi xếp các sáng kiến đã tính từ nhỏ đến lớn.",
        "largest": "Sáng kiến có giá trị làm lợi lớn nhất trong phạm vi đang chọn.",
    },
    bands={
        "under-30": "Dưới 30 tỷ đồng",
        "30-100": "30 đến dưới 100 tỷ đồng",
        "100-500": "100 đến dưới 500 tỷ đồng",
        "500-up": "Từ 500 tỷ đồng trở lên",
        "none": "Chưa tính được",
    },
    band_forms={"under": "Dưới {high}", "between": "{low} đến dưới {high}", "up": "Từ {low} trở lên"},
    bands_title="Theo mức giá trị",
    bands_note="Số sáng kiến ở mỗi mức; tỷ trọng trên mọi sáng kiến, kể cả chưa tính được giá trị.",
    concentration_title="Giá trị tập trung đến đâu",
    concentration_note="{percent} sáng kiến có giá trị cao nhất giữ {share} tổng giá trị đã tính.",
    top_percent="{percent}% cao nhất ({count}\u00a0sáng\u00a0kiến)",
    sectors_title="Theo lĩnh vực",
    sectors_note="Giá trị của các sáng kiến đã tính, theo lĩnh vực.",
    sum="Giá trị",
    mean_each="Bình quân",
    computed_of="{count} sáng kiến đã tính",
    computed_only="Chỉ sáng kiến đã tính giá trị",
    nothing_computed="Chưa có sáng kiến nào tính được giá trị trong phạm vi này.",
    largest_title="Sáng kiến có giá trị lớn nhất",
    largest_note="{count} bản ghi lớn nhất trong phạm vi đang chọn.",
    columns={
        "place": "Hạng",
        "benefit": "Giá trị làm lợi",
        "title": "Tên sáng kiến",
        "unit": "Đơn vị",
        "sector": "Lĩnh vực",
        "state": "Trạng thái",
        "code": "Mã",
    },
    units_title="Đơn vị có giá trị lớn nhất",
    units_note="Tổng giá trị của các sáng kiến đã tính.",
    printed_title="Giá trị làm lợi đã công bố",
    printed_note="Ước tính của nguồn, giữ nguyên chữ “hơn”, “trên”; không so với số mô phỏng.",
    only_printed="Trung vị, mức giá trị và từng sáng kiến chỉ có trong bản ghi; số công bố chỉ có tổng và ngưỡng.",
)

ENGLISH = ValueTexts(
    every_status="Initiatives under review and judged not valid are included.",
    some_statuses="Only initiatives with the status: {statuses}.",
    status_hint="For valid ones alone, filter by status.",
    cards={
        "total": "Total benefit",
        "computed": "Computed",
        "unknown": "Not computed",
        "mean": "Mean",
        "median": "Median",
        "largest": "Largest",
    },
    card_notes={
        "total": "of computed initiatives only",
        "computed": "{percent} of the initiatives",
        "unknown": "{percent} of the initiatives",
        "mean": "per computed initiative",
        "median": "half are worth this or less",
        "largest": "{percent} of the total",
    },
    card_help={
        "total": "Sum of the benefits (VND) of the initiatives that have one, at this moment. Not computed is not zero.",
        "computed": "Initiatives with a benefit, of all that this page counts.",
        "unknown": "Initiatives without a benefit: unknown, not zero.",
        "mean": "Total ÷ computed initiatives. A few very large ones lift the mean above the median.",
        "median": "The middle value when computed initiatives are put in order.",
        "largest": "The initiative with the largest benefit in the chosen scope.",
    },
    bands={
        "under-30": "Under VND 30 billion",
        "30-100": "VND 30 to under 100 billion",
        "100-500": "VND 100 to under 500 billion",
        "500-up": "VND 500 billion or more",
        "none": "Not computed",
    },
    band_forms={"under": "Under {high}", "between": "{low} to under {high}", "up": "{low} or more"},
    bands_title="By size",
    bands_note="Initiatives in each band; shares are of all initiatives, with or without a computed benefit.",
    concentration_title="How concentrated it is",
    concentration_note="The most valuable {percent} of initiatives hold {share} of the computed total.",
    top_percent="Top {percent}% ({count}\u00a0initiatives)",
    sectors_title="By sector",
    sectors_note="Benefit of the computed initiatives, by sector.",
    sum="Benefit",
    mean_each="Mean",
    computed_of="{count} computed initiatives",
    computed_only="Computed initiatives only",
    nothing_computed="No initiative in this scope has a computed benefit.",
    largest_title="The most valuable initiatives",
    largest_note="The {count} largest records in the chosen scope.",
    columns={
        "place": "Rank",
        "benefit": "Benefit",
        "title": "Title",
        "unit": "Union",
        "sector": "Sector",
        "state": "Status",
        "code": "Code",
    },
    units_title="Unions with the largest benefit",
    units_note="Total of computed initiatives.",
    printed_title="Published benefits",
    printed_note="Estimates by the sources, with their “more than”; not compared with simulated records.",
    only_printed="Median, bands and single initiatives are in records only; published figures only give totals and thresholds.",
)
