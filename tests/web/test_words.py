"""The words of Streamlit's own controls get from language/ onto the page."""

import json
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from language.languages import ENGLISH, LANGUAGES, VIETNAMESE
from tests.pseudo.language import CODE, pseudo_language
from web.words import PATH, script_of, words_address, words_routes

STATIC = Path(__file__).parents[2] / "static"
BLANK = re.compile(r"\{(?:word|month)?(\d)\}")


def words_in(script: bytes) -> dict[str, dict[str, object]]:
    return json.loads(script.decode().removeprefix("const CONTROL_WORDS = ").removesuffix(";"))


def test_the_script_has_the_words_of_every_language():
    words = words_in(script_of({**LANGUAGES, CODE: pseudo_language()}))

    assert list(words) == [*LANGUAGES, CODE]
    assert words["vi"]["texts"] == VIETNAMESE.controls.texts
    assert words["en"] == {"locale": ENGLISH.controls.locale, "texts": {}, "patterns": {}}
    assert len(words[CODE]["texts"]) == len(VIETNAMESE.controls.texts)  # type: ignore[arg-type]


def test_browsers_keep_them_until_they_change():
    client = TestClient(Starlette(routes=words_routes()))
    kept, changed = client.get(words_address()), client.get(f"{PATH}?v=before")

    assert kept.headers["cache-control"].endswith("immutable") and changed.headers["cache-control"] == "no-cache"
    assert kept.content == changed.content == script_of(LANGUAGES)
    assert kept.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("form", VIETNAMESE.controls.patterns)
def test_a_sentence_has_no_blank_that_its_pattern_does_not_fill(form: str):
    blanks = {int(number) for number in BLANK.findall(VIETNAMESE.controls.patterns[form])}

    assert blanks <= set(range(1, re.compile(form).groups + 1))


def test_no_script_has_vietnamese_of_its_own():
    """Words for readers stand in language/; comments may quote them, and search.js knows letters, not words."""
    code = {file.name: re.sub(r"(?m)//.*$", "", file.read_text("utf-8")) for file in STATIC.glob("*.js")}

    assert len(code) > 5
    assert not [name for name, text in code.items() if re.search("[\u1ea0-\u1ef9]", text)]
