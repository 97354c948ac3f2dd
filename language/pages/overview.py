"""The first page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OverviewTexts:
    """{Blanks} are filled by the page."""

    in_last_7_days: str
    national_plan: str
    target_sum: str
    published_target: str
    exceeded_by: str
    needed_per_day: str
    time_passed: str
    finished: str
    computed_for: str
    no_upload_yet: str
    none_published: str
    all_published: str
    every_unit_uploaded: str
    progress_title: str
    progress_note: str
    progress_note_printed: str
    top_note: str
    sectors_title: str
    sources_title: str
    sources_records: str
    sources_target: str
    sources_published: str
    more: str
    published_headlines: str
    of_programme: str


VIETNAMESE = OverviewTexts(
    in_last_7_days="+{count} trong 7 ngày",
    national_plan="kế hoạch toàn quốc · {period}",
    target_sum="tổng {kind} của các đơn vị · {period}",
    published_target="đã công bố · {period}",
    exceeded_by="vượt {percent}",
    needed_per_day="cần {count}/ngày trong {days} ngày",
    time_passed="đã qua {percent} thời gian",
    finished="đã hết thời hạn",
    computed_for="đã tính {percent} số sáng kiến",
    no_upload_yet="{count} đơn vị chưa cập nhật",
    none_published="không nguồn nào in số của {count} đơn vị",
    all_published="đơn vị nào cũng có",
    every_unit_uploaded="mọi đơn vị đã cập nhật",
    progress_title="Luỹ kế so với chỉ tiêu",
    progress_note="Đường liền: đã cập nhật. Đường đứt: nhịp cần có để kịp thời hạn.",
    progress_note_printed="Mỗi chấm là một mốc đã công bố; giữa các mốc chưa có số liệu.",
    top_note="{count} đơn vị = {percent} của {total}, tức {shown}",
    sectors_title="Theo lĩnh vực",
    sources_title="Số liệu lấy từ đâu",
    sources_records="**Bản ghi:** {count} sáng kiến trong cơ sở dữ liệu, tính đến {moment}.",
    sources_target="**Chỉ tiêu:** {source}",
    sources_published="**Đã công bố tại mốc này:** {figure}",
    more="Xem cả trang",
    published_headlines="Các số đã công bố",
    of_programme="toàn chương trình",
)


ENGLISH = OverviewTexts(
    in_last_7_days="+{count} in 7 days",
    national_plan="national plan · {period}",
    target_sum="sum of {kind} targets · {period}",
    published_target="published · {period}",
    exceeded_by="exceeds by {percent}",
    needed_per_day="needs {count} a day for {days} days",
    time_passed="{percent} of the time has passed",
    finished="the deadline has passed",
    computed_for="computed for {percent} of initiatives",
    no_upload_yet="{count} without uploads",
    none_published="no source prints a number of {count} unions",
    all_published="every union has one",
    every_unit_uploaded="every union has uploaded",
    progress_title="Cumulative uploads against the target",
    progress_note="Solid: uploaded. Dashed: the pace needed to meet the deadline.",
    progress_note_printed="Each dot is a published milestone; nothing is known between them.",
    top_note="{count} unions = {percent} of {total}, that is {shown}",
    sectors_title="By sector",
    sources_title="Where the numbers come from",
    sources_records="**Records:** {count} initiatives in the database, as of {moment}.",
    sources_target="**Target:** {source}",
    sources_published="**Published for this moment:** {figure}",
    more="Open the page",
    published_headlines="Published figures",
    of_programme="whole programme",
)
