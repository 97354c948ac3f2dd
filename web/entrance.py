"""The pages before the app: log in, not let in, logged out. Plain HTML, since nothing of the app is sent before."""

from collections.abc import Mapping
from html import escape
from typing import Final
from urllib.parse import parse_qs, quote

from starlette.responses import HTMLResponse
from starlette.types import Scope

from web.access import CALLBACK

TITLE: Final = "1 triệu sáng kiến"
LOGIN: Final = "/auth/login"
LOGOUT: Final = "/auth/logout"
PLACES: Final = (LOGIN, LOGOUT, CALLBACK)
TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "enter": "Hãy đăng nhập bằng tài khoản của tổ chức để xem bảng số liệu.",
        "button": "Đăng nhập",
        "denied": "{email} chưa có tài khoản ở đây hoặc tài khoản đã bị khoá. Hãy nhờ người quản trị thêm hoặc mở lại.",
        "unverified": "Nhà cung cấp đăng nhập chưa xác nhận địa chỉ {email}. Hãy xác nhận địa chỉ rồi đăng nhập lại.",
        "failed": "Đăng nhập không thành công. Hãy thử lại; nếu vẫn không được, hãy báo người quản trị.",
        "cancelled": "Việc đăng nhập đã bị huỷ hoặc bị từ chối.",
        "provider": "Chưa kết nối được nhà cung cấp đăng nhập. Hãy thử lại sau ít phút.",
        "out": "Đã đăng xuất ở mọi thiết bị.",
        "away": "Chưa kết nối được cơ sở dữ liệu nên chưa biết ai đang đăng nhập. Hãy thử lại sau ít phút.",
        "other": "English",
    },
    "en": {
        "enter": "Log in with your organisation's account to see the dashboard.",
        "button": "Log in",
        "denied": "{email} has no account here, or it is blocked. Ask an administrator to add or unblock it.",
        "unverified": "The login provider has not verified {email}. Verify the address, then log in again.",
        "failed": "The login did not succeed. Try again; if it still fails, tell an administrator.",
        "cancelled": "The login was cancelled or denied.",
        "provider": "The login provider cannot be reached. Try again in a few minutes.",
        "out": "You are logged out on all devices.",
        "away": "The database cannot be reached, so nobody knows who is logged in. Try again in a few minutes.",
        "other": "Tiếng Việt",
    },
}  # fmt: skip
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_STYLE: Final = """
body{font:1.125rem/1.6 "Be Vietnam Pro",system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;
background:#F4F6F9;color:#16202C}
main{box-sizing:border-box;
background:#FFF;border:1px solid #DCE2EA;border-radius:.75rem;padding:2.5rem;max-width:30rem;margin:1rem;
min-width:min(22rem,calc(100vw - 2rem))}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem}p{margin:0 0 1.5rem;overflow-wrap:anywhere}
.go{display:inline-block;background:#C8102E;color:#FFF;text-decoration:none;font-weight:600;padding:.7rem 1.6rem;
border-radius:.5rem}.go:focus-visible{outline:3px solid #16202C;outline-offset:2px}
.other{float:right;margin:.4rem 0 0 1rem;font-size:.95rem;color:#42536a}
@media(prefers-color-scheme:dark){body{background:#0B1622;color:#F2F6FB}main{background:#14243A;border-color:#2A3D55}
.other{color:#A8D4F7}}
"""


def entrance(scope: Scope, what: str, status: int, *, to: str = "/", base: str = "", email: str = "") -> HTMLResponse:
    """A page that says `what` (a key of TEXTS) and leads to the login, which comes back to `to`."""
    language = _language(scope, to)
    texts = TEXTS[language]
    other = "en" if language == "vi" else "vi"
    page = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{texts["button"]} · {TITLE}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head><body><main>'
        f'<a class="other" lang="{other}" href="{escape(base + _with_language(to, other))}">{texts["other"]}</a>'
        f"<h1>{TITLE}</h1><p>{escape(texts[what].format(email=email))}</p>"
        f'<a class="go" href="{base}{LOGIN}?to={quote(to, safe="")}">{texts["button"]}</a></main></body></html>'
    )
    headers = {"content-security-policy": _POLICY, "cache-control": "no-store"}
    return HTMLResponse(page, status, headers=headers)


def safe_place(to: str) -> str:
    """An address within the app to come back to; “/” for everything that could lead elsewhere."""
    if not to.startswith("/") or to.startswith(("//", "/\\", "/auth/", "/oauth2callback")) or len(to) > 1800:
        return "/"
    return to if all(" " < sign < "\x7f" and sign != "\\" for sign in to) else "/"


def _language(scope: Scope, to: str) -> str:
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    asked = (query.get("lang") or parse_qs(to.partition("?")[2]).get("lang") or ["vi"])[-1]
    return asked if asked in TEXTS else "vi"


def _with_language(to: str, language: str) -> str:
    path, _, query = to.partition("?")
    kept = [pair for pair in query.split("&") if pair and not pair.startswith("lang=")]
    return f"{path}?{'&'.join([*kept, f'lang={language}'])}"
