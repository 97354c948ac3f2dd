"""Static pages before the app: log in, no access, logged out."""

from html import escape
from typing import Final
from urllib.parse import parse_qs, quote

from starlette.responses import HTMLResponse
from starlette.types import Scope

from language.languages import LANGUAGES, Language, language_of_code
from web.access import CALLBACK

LOGIN: Final = "/auth/login"
LOGOUT: Final = "/auth/logout"
PLACES: Final = (LOGIN, LOGOUT, CALLBACK)
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
STYLE: Final = """
body{font:1.125rem/1.6 "Be Vietnam Pro",system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;
background:#F4F6F9;color:#16202C}
main{box-sizing:border-box;
background:#FFF;border:1px solid #DCE2EA;border-radius:.75rem;padding:2.5rem;max-width:30rem;margin:1rem;
min-width:min(26rem,calc(100vw - 2rem))}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem}p{margin:0 0 1.5rem;overflow-wrap:anywhere}
.go{display:inline-block;background:#C8102E;color:#FFF;text-decoration:none;font-weight:600;padding:.7rem 1.6rem;
border-radius:.5rem}.go:focus-visible{outline:3px solid #16202C;outline-offset:2px}
.other{float:right;margin:-.35rem -.5rem 0 .5rem;padding:.75rem .5rem;font-size:.95rem;color:#42536a}
@media(prefers-color-scheme:dark){body{background:#0B1622;color:#F2F6FB}main{background:#14243A;border-color:#2A3D55}
.other{color:#A8D4F7}}
"""


def entrance_page(
    scope: Scope, notice: str, status: int, *, to: str = "/", base: str = "", email: str = ""
) -> HTMLResponse:
    """A page that shows a `notice` (a key of EntranceTexts.sentences) and links to the login, which returns to `to`."""
    language = _language(scope, to)
    texts = language.entrance
    others = "".join(_link(other, to, base) for other in LANGUAGES.values() if other is not language)
    page = (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8">'
        f"<title>{texts.button} · {texts.title}</title>"
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{STYLE}</style></head><body><main>'
        f"{others}<h1>{texts.title}</h1><p>{escape(texts.sentences[notice].format(email=email))}</p>"
        f'<a class="go" href="{base}{LOGIN}?to={quote(to, safe="")}">{texts.button}</a></main></body></html>'
    )
    headers = {"content-security-policy": _POLICY, "cache-control": "no-store"}
    return HTMLResponse(page, status, headers=headers)


def safe_path(to: str) -> str:
    """A path within the app to return to; “/” for anything that could lead elsewhere."""
    if not to.startswith("/") or to.startswith(("//", "/\\", "/auth/", "/oauth2callback")) or len(to) > 1800:
        return "/"
    return to if all(" " < sign < "\x7f" and sign != "\\" for sign in to) else "/"


def _link(language: Language, to: str, base: str) -> str:
    address = escape(base + _with_language(to, language.code))
    return f'<a class="other" lang="{language.code}" href="{address}">{language.label}</a>'


def _language(scope: Scope, to: str) -> Language:
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    code = (query.get("lang") or parse_qs(to.partition("?")[2]).get("lang") or [""])[-1]
    return language_of_code(code)


def _with_language(to: str, language: str) -> str:
    path, _, query = to.partition("?")
    pairs = [pair for pair in query.split("&") if pair and not pair.startswith("lang=")]
    return f"{path}?{'&'.join([*pairs, f'lang={language}'])}"
