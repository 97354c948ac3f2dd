"""Public pages: one example, without login and without the app.

Only published examples are reachable, by an unguessable name.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from language.languages import LANGUAGES, Language, language_of_code
from language.words.unbroken import unbroken
from model import settings
from web.by_name import load
from web.sessions import Unavailable

SHARED: Final = "/share/"
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:46rem;margin:0 auto;"
    "padding:1.5rem 1rem 3rem}h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.1rem;margin:1.5rem 0 0}"
    "p{margin:.4rem 0;overflow-wrap:anywhere}img{max-width:100%;height:auto;border-radius:6px}figure{margin:1rem 0}"
    "figcaption,small,.quiet{opacity:.8}.made-up{border:1px dashed;padding:.4rem .6rem;font-weight:600}"
    "ul{padding-left:1.2rem}nav{display:flex;justify-content:space-between;gap:1rem}"
)


@dataclass(frozen=True)
class SharedExample:
    """A public example in one language, as on its page. `pictures` are captions and JPEGs."""

    title: str
    lines: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]  # heading, paragraphs
    pictures: tuple[tuple[str, bytes], ...]
    foot: str
    is_simulated: bool
    languages: Mapping[str, str] = field(default_factory=dict)  # of lines that are not in the page's: by the line


def shared_routes(find: str) -> list[Route]:
    """The route `/share/TOKEN`.

    `find` names the function that looks up public examples, “module:function”, imported on first use.
    """

    def ask(token: str, language: Language) -> SharedExample | None:
        example: SharedExample | None = load(find)(token, language)
        return example

    async def show(request: Request) -> Response:
        token = str(request.path_params["token"])
        language = language_of_code(request.query_params.get("lang", ""))
        try:
            example = await to_thread.run_sync(ask, token, language)
        except Unavailable:
            return HTMLResponse(_notice_page(language.examples.public_away, language), 503)
        body = _page(example, token, language) if example else _notice_page(language.examples.public_gone, language)
        headers = {"content-security-policy": _POLICY, "cache-control": "no-cache", "referrer-policy": "no-referrer"}
        return HTMLResponse(body, 200 if example else 404, headers=headers)

    return [Route(f"{SHARED}{{token}}", show, methods=["GET"])]


def _page(example: SharedExample, token: str, language: Language) -> str:
    texts, base = language.examples, settings.base_path()
    others = "".join(
        f'<a lang="{other.code}" href="{base}{SHARED}{quote(token, safe="")}?lang={other.code}">{other.label}</a>'
        for other in LANGUAGES.values()
        if other is not language
    )
    made_up = f'<p class="made-up">{escape(language.pages.simulated_banner)}</p>' if example.is_simulated else ""
    pictures = "".join(
        f'<figure><img alt="{escape(caption)}" src="data:image/jpeg;base64,{base64.b64encode(content).decode()}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
        for caption, content in example.pictures
    )
    parts = "".join(f"<h2>{escape(head)}</h2>{_paragraphs(lines, example.languages)}" for head, lines in example.parts)
    title = f"<h1{_mark(example.title, example.languages)}>{escape(unbroken(example.title))}</h1>"
    home = f'<a href="{base}/?lang={language.code}">{escape(texts.public_login)}</a>'
    body = (
        f"<nav><small>{escape(texts.public_title)}</small>{others}</nav>{made_up}<main>{title}"
        f"{_paragraphs(example.lines, example.languages)}{pictures}{parts}</main>"
        f"<p class=quiet>{escape(unbroken(example.foot))} · {home}</p>"
    )
    return _framed(example.title, body, language)


def _notice_page(sentence: str, language: Language) -> str:
    texts, base = language.examples, settings.base_path()
    home = f'<a href="{base}/?lang={language.code}">{escape(texts.public_login)}</a>'
    return _framed(texts.public_title, f"<main><h1>{escape(sentence)}</h1><p>{home}</p></main>", language)


def _framed(title: str, body: str, language: Language) -> str:
    return (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<style>{_STYLE}</style></head><body>{body}</body></html>"
    )


def _paragraphs(lines: tuple[str, ...], languages: Mapping[str, str]) -> str:
    return "".join(f"<p{_mark(line, languages)}>{escape(unbroken(line))}</p>" for line in lines if line)


def _mark(line: str, languages: Mapping[str, str]) -> str:
    return f' lang="{languages[line]}"' if line in languages else ""
