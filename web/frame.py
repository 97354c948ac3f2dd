"""The HTML around the app: Streamlit's page with the reader's language, our scripts and an immediate outline."""

import base64
import hashlib
import re
from collections.abc import Collection
from typing import Final
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

from language.languages import LANGUAGES, Language, language_of_code
from model import settings
from web.compression import respond, response_of
from web.entrance import STYLE
from web.preloading import preload_links
from web.shared import SHARED
from web.waiting import outline
from web.words import words_address

SCRIPTS: Final = (
    "untouched.js",
    "width.js",
    "search.js",
    "controls.js",
    "assist.js",
    "tables.js",
    "phone.js",
)
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
        "img-src 'self' data: blob:",  # images in data cannot trigger requests
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


class PageFrame:
    """Middleware that rewrites every HTML page."""

    def __init__(self, app: ASGIApp, pages: Collection[str]) -> None:
        """`pages`: paths of the pages without the leading “/”; all others are not found."""
        self._app = app
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not _may_be_page(scope["path"]):
            await self._app(scope, receive, send)
            return
        status, headers, body = await response_of(self._app, scope, receive)
        if headers.get("content-type", "").startswith("text/html"):
            page = _place(scope).strip("/")
            if page and page not in self._pages:
                status, body = 404, not_found(_language(scope))
            else:
                body = frame_page(body, _language(scope), page)
            headers["content-security-policy"] = policy(body)
            headers["cache-control"] = "no-cache"
            for name in ("etag", "last-modified"):
                if name in headers:
                    del headers[name]
        await respond(send, status, headers, body)


def frame_page(page: bytes, language: Language, name: str = "") -> bytes:
    """Streamlit's page with `language`, a title, our scripts first, and an outline shown at once."""
    base = settings.base_path()
    addresses = (words_address(), *(f"/app/static/{name}" for name in SCRIPTS))
    scripts = "".join(f'<script src="{base}{address}"></script>' for address in addresses)
    languages = f'<meta name="languages" content="{" ".join(LANGUAGES)}">'
    page = page.replace(b'<html lang="en">', f'<html lang="{language.code}" translate="no">'.encode(), 1)
    page = page.replace(b"<head>", f"<head>{languages}{scripts}{preload_links(name)}".encode(), 1)
    page = page.replace(b"<title>Streamlit</title>", f"<title>{language.entrance.title}</title>".encode(), 1)
    page = page.replace(b'<div id="root"></div>', f'<div id="root">{outline()}</div>'.encode(), 1)
    sentence = f"<noscript><p>{language.entrance.without_javascript}</p></noscript>".encode()
    return _NOSCRIPT.sub(sentence, _PRELOADED_FONT.sub(b"", page), count=1)


def not_found(language: Language) -> bytes:
    """A page for unknown addresses, with a link back."""
    texts = language.entrance
    return (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8"><title>{texts.title}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><main><h1>{texts.title}</h1><p>{texts.no_such_page}</p>"
        f'<a class="go" href="{settings.base_path()}/?lang={language.code}">{texts.to_overview}</a></main></body>'
        "</html>"
    ).encode()


def policy(page: bytes) -> str:
    """A content security policy that allows exactly the inline scripts in `page`."""
    hashes = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE.findall(page))
    return _POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in hashes))


def _may_be_page(path: str) -> bool:
    """Whether Streamlit could answer with its page, which it does for every path that is no file."""
    return not path.startswith(("/_stcore", "/media", "/app/", "/static/", "/files/", SHARED))


def _place(scope: Scope) -> str:
    """The path within the app, without the proxy's base."""
    root: str = scope.get("root_path", "")
    path: str = scope["path"]
    return path.removeprefix(root) if root else path


def _language(scope: Scope) -> Language:
    code = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    return language_of_code(code)
