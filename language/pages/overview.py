"""Texts of the overview."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class OverviewTexts:
    """{Blanks} are filled by the page."""

    in_last_7_days: str
    in_final_7_days: str  # of a period that is over
    national_plan: str
    target_sum: str
    one_target: str
    published_target: str
    exceeded_by: str
    reached_early: str
    needed_per_day: str
    time_passed: str
    finished: str
    computed_for: str
    no_upload_yet: str
    begins: str
    none_published: str
    all_published: str
    every_unit_uploaded: str
    progress_title: str
    progress_notes: Mapping[str, str]  # by what is drawn: uploads, valid, or printed moments
    top_note: str
    sectors_finding: str
    sources_title: str
    sources_records: str
    sources_target: str
    sources_published: str
    more: str
    published_headlines: str
    of_programme: str
    reached_on_the_way: str
    reached_at_the_end: str
    leading: str
    to_urge: str  # {status}: the word of the register for those whose pace does not do
    silent: str
    nobody: str
    to_go: str  # what a unit still misses


VIETNAMESE = OverviewTexts(
    in_last_7_days="+{count} trong 7 ngày",
    in_final_7_days="+{count} trong 7 ngày cuối",
    national_plan="kế hoạch toàn quốc · đến {end}",
    target_sum="tổng {kind} · đến {end}",
    one_target="{kind} · đến {end}",
    published_target="đã công bố · đến {end}",
    exceeded_by="vượt {percent}",
    reached_early="đạt lúc {moment}, trước hạn {days} ngày",
    needed_per_day="cần {count}/ngày trong {days} ngày",
    time_passed="đã qua {percent} thời gian",
    finished="đã hết thời hạn",
    computed_for="đã tính {percent} số sáng kiến",
    no_upload_yet="{count} đơn vị chưa cập nhật",
    begins="bắt đầu ngày {day}",
    none_published="không nguồn nào in số của {count} đơn vị",
    all_published="đơn vị nào cũng có",
    every_unit_uploaded="mọi đơn vị đã cập nhật",
    progress_title="Lũy kế so với chỉ tiêu",
    progress_notes={
        "uploads": "Đường liền: đã cập nhật; đứt: nhịp cần.",
        "valid": "Đường liền: hợp lệ, theo ngày xét; đứt: nhịp cần.",
        "printed": "Mỗi chấm là một mốc đã công bố; giữa các mốc chưa có số liệu.",
    },
    top_note="{count} đơn vị = {percent} của {total}, tức {shown}",
    sectors_finding="{sector} nhiều nhất: {percent}",
    sources_title="Số liệu lấy từ đâu",
    sources_records="**Bản ghi:** {count} sáng kiến trong cơ sở dữ liệu, tính đến {moment}.",
    sources_target="**Chỉ tiêu:** {source}",
    sources_published="**Đã công bố, tính đến {moment}:** {figure}",
    more="Xem cả trang “{page}”",
    published_headlines="Các số đã công bố",
    of_programme="toàn chương trình",
    reached_on_the_way="Đạt {percent} khi đã qua {passed} thời gian",
    reached_at_the_end="Hết thời hạn: đạt {percent} chỉ tiêu",
    leading="Dẫn đầu",
    to_urge="Cần đôn đốc: {status}",
    silent="Im lặng 7 ngày",
    nobody="không có đơn vị nào",
    to_go="thiếu {count}",
)


ENGLISH = OverviewTexts(
    in_last_7_days="+{count} in 7 days",
    in_final_7_days="+{count} in the final 7 days",
    national_plan="national plan · until {end}",
    target_sum="sum of {kind} targets · until {end}",
    one_target="{kind} target · until {end}",
    published_target="published · until {end}",
    exceeded_by="exceeds by {percent}",
    reached_early="met on {moment}, {days} days before the deadline",
    needed_per_day="{count} a day needed for {days} days",
    time_passed="{percent} of the time has passed",
    finished="the deadline has passed",
    computed_for="computed for {percent} of initiatives",
    no_upload_yet="{count} without uploads",
    begins="begins on {day}",
    none_published="no source gives a figure for {count} unions",
    all_published="every union has one",
    every_unit_uploaded="every union has uploaded",
    progress_title="Cumulative count against the target",
    progress_notes={
        "uploads": "Solid: uploaded; dashed: pace needed.",
        "valid": "Solid: valid, by day of decision; dashed: pace needed.",
        "printed": "Each dot is a published milestone; there are no data between them.",
    },
    top_note="{count} unions = {percent} of {total}, that is {shown}",
    sectors_finding="{sector} leads: {percent}",
    sources_title="Where the numbers come from",
    sources_records="**Records:** {count} initiatives in the database, as of {moment}.",
    sources_target="**Target:** {source}",
    sources_published="**Published as of {moment}:** {figure}",
    more="Open the page “{page}”",
    published_headlines="Published figures",
    of_programme="whole programme",
    reached_on_the_way="{percent} of the target in {passed} of the time",
    reached_at_the_end="Deadline passed: {percent} of the target",
    leading="Leading",
    to_urge="To follow up: {status}",
    silent="Silent for 7 days",
    nobody="none",
    to_go="{count} to go",
)
