"""Plotly's own buttons: one of them, in the reader's language, and nothing that asks the network."""

from typing import Any, Final

_VIETNAMESE_MODEBAR: Final = {
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
}
_VIETNAMESE_CALENDAR: Final = {
    "days": ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
    "shortDays": ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
    "months": [f"Tháng {month}" for month in range(1, 13)],
    "shortMonths": [f"Th{month}" for month in range(1, 13)],
    "date": "%d/%m/%Y",
    "decimal": ",",
    "thousands": ".",
}


def plotly_config(code: str) -> dict[str, Any]:
    """Plotly's own buttons in the language `code`: one of them, to save a picture; nothing asks the network."""
    return {
        "locale": code,
        "locales": {"vi": {"dictionary": _VIETNAMESE_MODEBAR, "format": _VIETNAMESE_CALENDAR}},
        "topojsonURL": "/app/static/topo/",
        "displaylogo": False,
        "showSendToCloud": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2},
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }
