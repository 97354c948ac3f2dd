"""“Chốt số liệu”: the banner over frozen figures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FreezingTexts:
    """{Blanks} are filled by the banner; `heads` are the columns of what has changed."""

    banner: str
    frozen_by: str
    same: str
    moved: str
    targets_moved: str
    added_later: str
    changes_away: str
    changes_title: str
    heads: tuple[str, str, str, str, str]


VIETNAMESE = FreezingTexts(
    banner="Chốt lúc {moment}: {name}",
    frozen_by="{who} chốt ngày {frozen_at}. Số trên trang không đổi theo dữ liệu nhập sau đó.",
    same="Từ khi chốt đến nay, số của thời điểm này không thay đổi.",
    moved="Từ khi chốt, số của thời điểm này đã đổi ở {units} đơn vị: chốt {uploads}, nay {today} sáng kiến.",
    targets_moved="{count} chỉ tiêu đã đổi.",
    added_later="Sau thời điểm chốt có thêm {count} sáng kiến.",
    changes_away="Chưa so sánh được với dữ liệu hiện nay.",
    changes_title="Đã thay đổi gì từ khi chốt",
    heads=("Đơn vị", "Sáng kiến lúc chốt", "Nay", "Hợp lệ lúc chốt", "Nay"),
)

ENGLISH = FreezingTexts(
    banner="Frozen as of {moment}: {name}",
    frozen_by="Frozen by {who} on {frozen_at}. What was imported since does not change this page.",
    same="Nothing about this moment has changed since.",
    moved="This moment has changed since (unions: {units}): {uploads} initiatives frozen, {today} today.",
    targets_moved="{count} targets have changed.",
    added_later="{count} initiatives were added after the frozen moment.",
    changes_away="The records of today could not be compared.",
    changes_title="What has changed since",
    heads=("Union", "Initiatives, frozen", "Today", "Valid, frozen", "Today"),
)
