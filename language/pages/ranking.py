"""Texts of the ranking page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class RankingTexts:
    """{Blanks} are filled by the page."""

    ranking_title: str
    listed_title: str
    listed_of_unknown: str
    listed_at: str
    not_places: str
    threshold: str
    leader_ratio: str
    leader_over_last: str
    leader_over_second: str
    leader_of_shown: str
    unplaced: Mapping[str, str]  # by what their units lack: a printed figure of the moment, or any value
    at_most: str
    of_whole: str  # what a narrowed list is a share of
    compare_with: str
    places: str
    cluster_title: str
    cluster_note: str
    quarter_title: str
    quarter_note: str
    no_ranking: str
    none_leading: str
    some_leading: str
    none_printed: str
    some_printed: str
    movement_title: str
    movement_note: str
    all_places: str
    recognised: str
    not_recognised: str
    leads_above: str  # while the quarter runs
    leads_below: str
    led_above: str  # in some days of a quarter
    led_below: str
    no_quarter_target: str
    quarter_undecided: str
    quarter_running: str


VIETNAMESE = RankingTexts(
    ranking_title="{count} đơn vị dẫn đầu: {measure}",
    listed_title="{count} đơn vị có số công bố trong {units}{moment}: {measure}",
    listed_of_unknown="{count} đơn vị có số công bố{moment}: {measure}",
    listed_at=" tại {moment}",
    not_places="Không phải thứ hạng: đơn vị không nguồn nào in số có thể đứng trên hoặc giữa các đơn vị này.",
    threshold="Ngưỡng vào nhóm: {value} ({unit})",
    leader_ratio="Hạng nhất gấp {second} lần hạng nhì, {last} lần hạng {place}",
    leader_over_last="Hạng nhất gấp {last} lần hạng {place}",
    leader_over_second="Hạng nhất gấp {second} lần hạng nhì",
    leader_of_shown="Hạng nhất chiếm {percent} của {count} đơn vị này cộng lại",
    unplaced={
        "value": "{count} đơn vị không xếp hạng được vì thiếu số liệu cho thước đo này.",
        "figure": "{count} đơn vị không xếp hạng được vì không nguồn nào in số của đơn vị ở mốc này.",
    },
    at_most="Ở mốc {moment}, đơn vị không có tên trong danh sách dẫn đầu mà nguồn in có nhiều nhất {value} (≤ {value}).",
    of_whole="{total} {whole}",
    compare_with="So với thời điểm",
    places="Số đơn vị",
    cluster_title="Xếp hạng trong cụm, khối thi đua",
    cluster_note="Cụm, khối tạm xếp theo vùng và loại công đoàn cho đến khi có danh sách chính thức; sửa được bằng tệp “đơn vị” ở trang “Nhập dữ liệu”.",
    quarter_title="Ghi nhận theo quý",
    quarter_note="Mỗi cụm, khối: tập thể có nhiều sáng kiến nhất trong quý và vượt phần chỉ tiêu quý của mình "
    "(chỉ tiêu đăng ký của giai đoạn chia đều theo ngày). Quý chưa hết, hoặc chỉ lọc một phần, thì chưa kết luận.",
    no_ranking="Chưa có số liệu theo đơn vị để xếp hạng trong phạm vi này.",
    none_leading="Không đơn vị nào của phạm vi đang lọc nằm trong {places} đơn vị dẫn đầu toàn danh sách ({moment}); đứng cuối nhóm đó: {last} {value}.",
    some_leading="{count} trong {places} đơn vị dẫn đầu toàn danh sách ({moment}) thuộc phạm vi đang lọc: {names}.",
    none_printed="Không đơn vị nào của phạm vi đang lọc nằm trong {places} đơn vị mà nguồn in số ({moment}); số thấp nhất được in: {last} {value}.",
    some_printed="{count} trong {places} đơn vị mà nguồn in số ({moment}) thuộc phạm vi đang lọc: {names}.",
    movement_title="Đổi hạng từ {before} đến {now}",
    movement_note="▲ lên hạng, ▼ xuống hạng, “mới”: trước đó chưa có số.",
    all_places="Tất cả",
    recognised="Được ghi nhận",
    not_recognised="Chưa vượt chỉ tiêu quý",
    leads_above="Đang dẫn đầu, đã vượt phần chỉ tiêu",
    leads_below="Đang dẫn đầu, chưa vượt phần chỉ tiêu",
    led_above="Dẫn đầu những ngày này, vượt phần chỉ tiêu",
    led_below="Dẫn đầu những ngày này, không vượt phần chỉ tiêu",
    no_quarter_target="Chưa có chỉ tiêu",
    quarter_undecided="Không đủ căn cứ: chỉ tiêu không phải số chính xác",
    quarter_running="chưa hết",
)


ENGLISH = RankingTexts(
    ranking_title="The {count} leading unions: {measure}",
    listed_title="Published figures for {count} of {units} unions{moment}: {measure}",
    listed_of_unknown="Published figures for {count} unions{moment}: {measure}",
    listed_at=" as of {moment}",
    not_places="Not a ranking: unions without a published figure may stand above or between these.",
    threshold="Threshold to enter the group: {value} ({unit})",
    leader_ratio="The first has {second} times as many as the second and {last} times as many as rank {place}",
    leader_over_last="The first has {last} times as many as rank {place}",
    leader_over_second="The first has {second} times as many as the second",
    leader_of_shown="The first makes up {percent} of the total of these {count} unions",
    unplaced={
        "value": "{count} of the unions cannot be ranked: data for this measure are missing.",
        "figure": "{count} of the unions cannot be ranked: no source gives a figure for them at this moment.",
    },
    at_most="As of {moment}, a union outside the published list of leaders has at most {value} (≤ {value}).",
    of_whole="{total} of {whole}",
    compare_with="Compared with",
    places="Unions shown",
    cluster_title="Ranking inside emulation clusters",
    cluster_note="Clusters are provisional, by region and kind of union, until the official list is imported (“units” file).",
    quarter_title="Quarterly recognition",
    quarter_note="Per cluster: the collective with the most initiatives in the quarter that is also above its own share "
    "of the target (registered target of the phase, spread evenly by days). No verdict while a quarter runs, or on a "
    "part of one.",
    no_ranking="No figures by union to rank in this scope.",
    none_leading="No union of the chosen scope is among the {places} leaders of the whole list ({moment}); the last of those: {last} {value}.",
    some_leading="{count} of the {places} leaders of the whole list ({moment}) are in the chosen scope: {names}.",
    none_printed="No union of the chosen scope is among the {places} with a published figure ({moment}); the lowest of those: {last} {value}.",
    some_printed="{count} of the {places} unions with a published figure ({moment}) are in the chosen scope: {names}.",
    movement_title="Rank changes from {before} to {now}",
    movement_note="▲ up, ▼ down, “new”: no earlier figure.",
    all_places="All",
    recognised="Recognised",
    not_recognised="Not above its quarterly target",
    leads_above="Leads so far, above its share of the target",
    leads_below="Leads so far, not above its share of the target",
    led_above="Led on these days, above its share of the target",
    led_below="Led on these days, not above its share of the target",
    no_quarter_target="No target",
    quarter_undecided="No verdict: the target is not an exact number",
    quarter_running="running",
)
