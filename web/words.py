"""Texts of Streamlit's own controls as a script, in all languages, since a link may change the language."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from language.languages import LANGUAGES, Language

PATH: Final = "/words/controls.js"
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_MARK: Final = 12  # letters


def script_of(languages: Mapping[str, Language]) -> bytes:
    """The script for static/controls.js: CONTROL_WORDS by language code."""
    words = {code: asdict(language.controls) for code, language in languages.items()}
    return f"const CONTROL_WORDS = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};".encode()


@cache
def _served() -> tuple[bytes, str]:
    script = script_of(LANGUAGES)
    return script, hashlib.sha256(script).hexdigest()[:_MARK]


def words_address() -> str:
    """The script's address, which changes with its content for caching."""
    return f"{PATH}?v={_served()[1]}"


def words_routes() -> list[Route]:
    """The route of the script, cacheable for ever under its own address only."""
    return [Route(PATH, _answer)]


async def _answer(request: Request) -> Response:
    script, mark = _served()
    cache_rule = _FOR_EVER if request.query_params.get("v") == mark else "no-cache"
    return Response(script, media_type="text/javascript", headers={"cache-control": cache_rule})
