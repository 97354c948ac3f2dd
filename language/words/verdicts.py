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
    definitions: Mapping[str, str]  # of statuses, by TargetStatus
    defined: str  # the statuses of a text, with their definitions


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
    definitions={
        "exceeded": "thực hiện nhiều hơn chỉ tiêu",
        "met": "thực hiện bằng chỉ tiêu",
        "on_track": "bình quân 7 ngày gần nhất không thấp hơn số cần mỗi ngày để kịp ngày cuối",
        "behind": "bình quân 7 ngày gần nhất thấp hơn số cần mỗi ngày để kịp ngày cuối",
        "too_early": "chưa đủ 7 ngày số liệu để nói về nhịp",
        "missed": "hết thời hạn mà thực hiện chưa bằng chỉ tiêu",
        "no_target": "chưa có chỉ tiêu loại đang so; chỉ tiêu loại khác có thể đã có",
        "not_begun": "chưa đến ngày đầu tiên",
        "not_reported": "chưa có sáng kiến nào trong bản ghi, nên không ghi số 0",
        "not_published": "không nguồn nào công bố số của đơn vị",
        "not_comparable": "số thực hiện hoặc chỉ tiêu chưa đủ rõ để kết luận",
    },
    defined="Cách gọi trạng thái: {list}.",
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
    definitions={
        "exceeded": "more than the target",
        "met": "exactly the target",
        "on_track": "the mean of the last 7 days is at least what is needed per day until the end",
        "behind": "the mean of the last 7 days is less than what is needed per day until the end",
        "too_early": "fewer than 7 days of data, too few to judge the pace",
        "missed": "the deadline has passed without reaching the target",
        "no_target": "no target of the kind compared with yet; there may be one of another kind",
        "not_begun": "the first day has not come",
        "not_reported": "no initiative in the records yet, so no 0 is written",
        "not_published": "no source has published a figure of the union",
        "not_comparable": "the count or the target is not known well enough for a verdict",
    },
    defined="What the statuses mean: {list}.",
)
