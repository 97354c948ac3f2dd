"""The words of Streamlit's own controls as a script of the page: those of every language, for a link may change it."""

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
    """What static/controls.js reads: CONTROL_WORDS by the code of the language."""
    words = {code: asdict(language.controls) for code, language in languages.items()}
    return f"const CONTROL_WORDS = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};".encode()


@cache
def _served() -> tuple[bytes, str]:
    script = script_of(LANGUAGES)
    return script, hashlib.sha256(script).hexdigest()[:_MARK]


def words_address() -> str:
    """Where the page finds them: another address for other words, so that browsers keep what they have."""
    return f"{PATH}?v={_served()[1]}"


def words_routes() -> list[Route]:
    """The script; for ever under its own address, to be asked for again under any other."""
    return [Route(PATH, _answer)]


async def _answer(request: Request) -> Response:
    script, mark = _served()
    kept = _FOR_EVER if request.query_params.get("v") == mark else "no-cache"
    return Response(script, media_type="text/javascript", headers={"cache-control": kept})
