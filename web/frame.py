"""The HTML around the app: Streamlit's page in the reader's language, with our scripts and an outline at once."""

import base64
import hashlib
import re
from typing import Final
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

from web.compression import answered, respond
from web.preloading import preload_links
from web.waiting import outline

DEFAULT_LANGUAGE: Final = "vi"
LANGUAGES: Final = ("vi", "en")
SCRIPTS: Final = ("width.js", "search.js", "vi_texts.js", "vi.js")
TITLE: Final = "1 triệu sáng kiến"
WITHOUT_JAVASCRIPT: Final = {
    "vi": "Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại trang.",
    "en": "This page needs JavaScript. Switch it on in your browser and load the page again.",
}
_PRELOADED_FONT: Final = re.compile(
    rb'<link\s+rel="preload"[^>]*as="font"[^>]*>'
)  # Streamlit's own, which our theme replaces
_NOSCRIPT: Final = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
_INLINE: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' blob: {hashes}",
        "style-src 'self' 'unsafe-inline'",  # Streamlit and plotly write their styles at run time
        "img-src 'self' data: blob:",  # nothing in data can make a browser call an address
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "media-src 'self' blob:",
        "frame-src 'self' blob:",
        "frame-ancestors 'self'",
        "base-uri 'self'",
        "object-src 'none'",
        "form-action 'self'",
    )
)


class Framed:
    """Rewrites every HTML page that passes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not _may_be_page(scope["path"]):
            await self._app(scope, receive, send)
            return
        status, headers, body = await answered(self._app, scope, receive)
        if headers.get("content-type", "").startswith("text/html"):
            body = framed(body, _language(scope), scope["path"].rpartition("/")[2])
            headers["content-security-policy"] = policy(body)
            headers["cache-control"] = "no-cache"
            for name in ("etag", "last-modified"):
                if name in headers:
                    del headers[name]
        await respond(send, status, headers, body)


def framed(page: bytes, language: str, name: str = "") -> bytes:
    """Streamlit's page with `language`, a title, our scripts before all others and something to see at once."""
    scripts = "".join(f'<script src="/app/static/{name}"></script>' for name in SCRIPTS)
    page = page.replace(b'<html lang="en">', f'<html lang="{language}">'.encode(), 1)
    page = page.replace(b"<head>", f"<head>{scripts}{preload_links(name)}".encode(), 1)
    page = page.replace(b"<title>Streamlit</title>", f"<title>{TITLE}</title>".encode(), 1)
    page = page.replace(b'<div id="root"></div>', f'<div id="root">{outline()}</div>'.encode(), 1)
    sentence = f"<noscript><p>{WITHOUT_JAVASCRIPT[language]}</p></noscript>".encode()
    return _NOSCRIPT.sub(sentence, _PRELOADED_FONT.sub(b"", page), count=1)


def policy(page: bytes) -> str:
    """Content security policy that lets exactly the scripts written in `page` run."""
    hashes = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE.findall(page))
    return _POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in hashes))


def _may_be_page(path: str) -> bool:
    return "." not in path.rpartition("/")[2] and not path.startswith(("/_stcore", "/media", "/app/", "/static/"))


def _language(scope: Scope) -> str:
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [DEFAULT_LANGUAGE])[0]
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE
