"""Texts of plotly: its buttons, and days and months on axes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class PlotlyTexts:
    """Texts by plotly's English original; empty in English."""

    buttons: Mapping[str, str]
    calendar: Mapping[str, str | Sequence[str]]


VIETNAMESE: Final = PlotlyTexts(
    buttons={
        "Zoom": "Phóng to vùng chọn",
        "Pan": "Di chuyển",
        "Zoom in": "Phóng to",
        "Zoom out": "Thu nhỏ",
        "Autoscale": "Tự chỉnh thang",
        "Reset": "Về ban đầu",
        "Reset axes": "Về ban đầu",
        "Reset view": "Về ban đầu",
        "Download plot": "Tải ảnh",
        "Download plot as a PNG": "Tải ảnh PNG",
        "Download plot as a png": "Tải ảnh PNG",
        "Double-click to zoom back out": "Bấm đúp để thu nhỏ lại",
        "Taking snapshot - this may take a few seconds": "Đang chụp ảnh, chờ vài giây",
        "Snapshot succeeded": "Đã chụp ảnh",
        "Sorry, there was a problem downloading your snapshot!": "Chưa tải được ảnh.",
    },
    calendar={
        "days": ("Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"),
        "shortDays": ("CN", "T2", "T3", "T4", "T5", "T6", "T7"),
        "months": tuple(f"Tháng {month}" for month in range(1, 13)),
        "shortMonths": tuple(f"Th{month}" for month in range(1, 13)),
        "date": "%d/%m/%Y",
        "decimal": ",",
        "thousands": ".",
    },
)
ENGLISH: Final = PlotlyTexts(buttons={}, calendar={})
