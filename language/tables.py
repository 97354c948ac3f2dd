"""Tables: their headings."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TableTexts:
    """{Blanks} are filled by the page."""

    columns: Mapping[str, str]
    table: str


VIETNAMESE = TableTexts(
    columns={
        "valid": "Hợp lệ",
        "invalid": "Không hợp lệ",
        "review": "Đang xem xét",
        "rewarded": "Đã khen thưởng",
        "valid_pct": "Hợp lệ (%)",
        "review_pct": "Đang xem xét (%)",
        "rank": "Hạng",
        "unit_name": "Đơn vị",
        "uploads": "Thực hiện",
        "registered": "Đăng ký",
        "assigned": "Giao",
        "guided": "Định hướng 10%",
        "over_guided": "Đăng ký − định hướng",
        "reached_pct": "Đạt (%)",
        "gap": "Chênh lệch",
        "status": "Trạng thái",
        "value": "Giá trị",
        "share_pct": "Tỷ trọng (%)",
        "cumulative_pct": "Cộng dồn (%)",
        "rank_before": "Hạng trước",
        "cluster": "Cụm, khối",
        "cluster_rank": "Hạng trong cụm",
        "sector_name": "Lĩnh vực",
        "as_of": "Tính đến",
        "metric": "Chỉ số",
        "category": "Phân nhóm",
        "qualifier": "Mức",
        "unit_of_measure": "Đơn vị tính",
        "system_value": "Hệ thống",
        "difference": "Công bố – hệ thống",
        "published_value": "Công bố",
        "verdict": "Kết luận",
        "period": "Kỳ",
        "source_title": "Nguồn",
        "quarter": "Quý",
        "winner": "Tập thể dẫn đầu",
        "target_source": "Nguồn chỉ tiêu",
        "quarter_target": "Phần chỉ tiêu quý",
        "sentence": "Chỗ không khớp",
    },
    table="Bảng số liệu",
)


ENGLISH = TableTexts(
    columns={
        "valid": "Valid",
        "invalid": "Not valid",
        "review": "Under review",
        "rewarded": "Rewarded",
        "valid_pct": "Valid (%)",
        "review_pct": "Under review (%)",
        "rank": "Rank",
        "unit_name": "Union",
        "uploads": "Actual",
        "registered": "Registered",
        "assigned": "Assigned",
        "guided": "Guided 10%",
        "over_guided": "Registered − guided",
        "reached_pct": "Reached (%)",
        "gap": "Gap",
        "status": "Status",
        "value": "Value",
        "share_pct": "Share (%)",
        "cumulative_pct": "Cumulative (%)",
        "rank_before": "Rank before",
        "cluster": "Cluster",
        "cluster_rank": "Rank in cluster",
        "sector_name": "Sector",
        "as_of": "As of",
        "metric": "Figure",
        "category": "Category",
        "qualifier": "Qualifier",
        "unit_of_measure": "Unit",
        "system_value": "System",
        "difference": "Published − system",
        "published_value": "Published",
        "verdict": "Verdict",
        "period": "Period",
        "source_title": "Source",
        "quarter": "Quarter",
        "winner": "Leading collective",
        "target_source": "Source of the target",
        "quarter_target": "Share of target",
        "sentence": "Disagreement",
    },
    table="Table",
)
