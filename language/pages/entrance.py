"""Texts outside the app: log in, no access, page not found, no JavaScript."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class EntranceTexts:
    """Sentences of pages the server writes itself."""

    title: str
    button: str
    sentences: Mapping[str, str]  # by what happened; {email} is the address of who asked
    without_javascript: str
    no_such_page: str
    to_overview: str
    not_here: str


VIETNAMESE: Final = EntranceTexts(
    title="1 triệu sáng kiến",
    button="Đăng nhập",
    sentences={
        "enter": "Hãy đăng nhập bằng tài khoản của tổ chức để xem bảng số liệu.",
        "denied": "{email} chưa có tài khoản ở đây hoặc tài khoản đã bị khóa. Hãy nhờ người quản trị thêm hoặc mở lại.",
        "unverified": "Nhà cung cấp đăng nhập chưa xác nhận địa chỉ {email}. Hãy xác nhận địa chỉ rồi đăng nhập lại.",
        "failed": "Đăng nhập không thành công. Hãy thử lại; nếu vẫn không được, hãy báo người quản trị.",
        "cancelled": "Việc đăng nhập đã bị hủy hoặc bị từ chối.",
        "provider": "Chưa kết nối được nhà cung cấp đăng nhập. Hãy thử lại sau ít phút.",
        "out": "Đã đăng xuất ở mọi thiết bị.",
        "away": "Chưa kết nối được cơ sở dữ liệu nên chưa biết ai đang đăng nhập. Hãy thử lại sau ít phút.",
    },
    without_javascript="Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại trang.",
    no_such_page="Không có trang nào ở địa chỉ này.",
    to_overview="Về trang tổng quan",
    not_here=(
        "Không được phép: chưa thiết lập đăng nhập, nên ứng dụng chỉ trả lời chính máy này. "
        "Hãy mở http://127.0.0.1 trên máy đó, hoặc đặt DASHBOARD_ACCESS=login như trong deploy/README.md."
    ),
)
ENGLISH: Final = EntranceTexts(
    title="1 triệu sáng kiến",
    button="Log in",
    sentences={
        "enter": "Log in with your organisation's account to see the dashboard.",
        "denied": "{email} has no account here, or it is blocked. Ask an administrator to add or unblock it.",
        "unverified": "The login provider has not verified {email}. Verify the address, then log in again.",
        "failed": "The login did not succeed. Try again; if it still fails, tell an administrator.",
        "cancelled": "The login was cancelled or denied.",
        "provider": "The login provider cannot be reached. Try again in a few minutes.",
        "out": "You are logged out on all devices.",
        "away": "The database cannot be reached, so nobody knows who is logged in. Try again in a few minutes.",
    },
    without_javascript="This page needs JavaScript. Switch it on in your browser and load the page again.",
    no_such_page="There is no page at this address.",
    to_overview="To the overview",
    not_here=(
        "Not allowed: no login is set up, so the app answers this machine alone. "
        "Open http://127.0.0.1 on that machine, or set DASHBOARD_ACCESS=login as in deploy/README.md."
    ),
)
