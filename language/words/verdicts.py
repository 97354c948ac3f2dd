"""Verdicts on a count and its target, one sentence each, by the codes of data_access/rules/status.py."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class VerdictTexts:
    """`sentences` by TargetStatus, for known counts; `percent_only` where no verdict can be given,
    `open_target` where what is asked is not known exactly enough for one."""

    sentences: Mapping[str, str]
    percent_only: str
    open_target: str
    rule: str


VIETNAMESE = VerdictTexts(
    sentences={
        "exceeded": "{count}, đạt {percent}: vượt chỉ tiêu {gap}",
        "met": "{count}, đạt đúng chỉ tiêu",
        "on_track": "{count}, đạt {percent}; 7 ngày qua {pace}/ngày, cần {needed}/ngày: đủ nhịp",
        "behind": "{count}, đạt {percent}; 7 ngày qua {pace}/ngày, cần {needed}/ngày: chưa đủ nhịp",
        "too_early": "{count}, đạt {percent}; chưa đủ 7 ngày số liệu để nói về nhịp",
        "missed": "{count}, đạt {percent}: hết thời hạn, thiếu {gap}",
        "no_target": "{count}; chưa có chỉ tiêu để so",
        "not_begun": "Chưa bắt đầu: ngày đầu tiên là {start}",
        "not_reported": "Chưa có sáng kiến nào",
        "not_published": "Chưa có số công bố",
        "not_comparable": "{count}; chỉ tiêu không đặt cho phạm vi này",
    },
    percent_only="{count}, đạt {percent}",
    open_target="{count}, đạt {percent}; chỉ tiêu chỉ biết là “{word}”, chưa đủ để kết luận",
    rule="Kết luận theo nhịp: bình quân 7 ngày (168 giờ) gần nhất so với số cần mỗi ngày để kịp ngày cuối. "
    "Tỷ lệ thời gian đã qua là một sự thật, không phải kết luận. Chỉ tiêu “ít nhất N”, “tối thiểu N” là đạt khi có N; với chỉ "
    "tiêu “khoảng N”, chỉ kết luận khi N hơn kém 5% cũng không làm đổi kết luận.",
)

ENGLISH = VerdictTexts(
    sentences={
        "exceeded": "{count}, {percent} of the target: {gap} above it",
        "met": "{count}, exactly the target",
        "on_track": "{count}, {percent} of the target; {pace} a day in the last 7 days, {needed} a day needed: on pace",
        "behind": "{count}, {percent} of the target; {pace} a day in the last 7 days, {needed} a day needed: below pace",
        "too_early": "{count}, {percent} of the target; fewer than 7 days of data, too few to judge the pace",
        "missed": "{count}, {percent} of the target: the deadline has passed, {gap} short",
        "no_target": "{count}; no target yet to compare with",
        "not_begun": "Not begun: the first day is {start}",
        "not_reported": "No initiative yet",
        "not_published": "Nothing has been published",
        "not_comparable": "{count}; no target is set for this scope",
    },
    percent_only="{count}, {percent} of the target",
    open_target="{count}, {percent} of the target, which is only known as “{word}”: too vague for a verdict",
    rule="The verdict is based on pace: the mean of the last 7 days (168 hours) against what is needed per day until the end. "
    "The share of time that has passed is a fact, not a verdict. A target of “at least N” is met by N; for one of “about N” "
    "a verdict is given only where 5% more or less would not change it.",
)
