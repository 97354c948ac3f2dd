"""Units against their targets."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TargetTexts:
    """{Blanks} are filled by the page."""

    targets_title: str
    targets_note: str
    not_comparable: str


VIETNAMESE = TargetTexts(
    targets_title="Từng đơn vị so với chỉ tiêu {kind}",
    targets_note="Một thang phần trăm cho mọi đơn vị; vạch đỏ là 100% chỉ tiêu; bên phải: tỷ lệ, chênh lệch.",
    not_comparable="Đang lọc theo {filters}: chỉ tiêu không chia theo các tiêu chí này nên không tính tỷ lệ đạt.",
)


ENGLISH = TargetTexts(
    targets_title="Every union against its {kind} target",
    targets_note="One percent scale for all; the red line is 100% of the target; at the right: rate and gap.",
    not_comparable="Filtered by {filters}: targets are not set for these, so no rate is computed.",
)
