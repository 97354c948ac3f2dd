"""Everybody may open a public example, as it was worded, and nothing else."""

from starlette.applications import Starlette
from starlette.testclient import TestClient

from language.languages import Language
from web.sessions import Unavailable
from web.shared import SharedExample, shared_routes

POISON = "<script>alert(1)</script>"


def find(token: str, language: Language) -> SharedExample | None:
    """The example that the tests make public."""
    if token == "away":
        raise Unavailable
    parts = ((f"head {POISON}", (f"story {POISON}", "Added 8 Apr 2022")),)
    title, pictures = f"title {POISON}", ((POISON, b"\xff\xd8"),)
    languages = {title: "vi"} if language.code == "en" else {}
    one = SharedExample(title, (POISON,), parts, pictures, language.code, is_simulated=True, languages=languages)
    return one if token == "known" else None


CLIENT = TestClient(Starlette(routes=shared_routes(f"{__name__}:find")))


def test_everybody_reads_what_is_public_in_both_languages_and_nothing_runs():
    vietnamese, english = CLIENT.get("/share/known"), CLIENT.get("/share/known?lang=en")

    assert vietnamese.status_code == 200 and "DỮ LIỆU MÔ PHỎNG" in vietnamese.text
    assert 'lang="en"' in english.text and "SIMULATED DATA" in english.text
    assert (
        '<h1 lang="vi">' in english.text and "<h1>" in vietnamese.text
    )  # read aloud in the language it was written in
    assert "Added 8\u00a0Apr\u00a02022" in english.text  # no line ends inside a date
    assert POISON not in vietnamese.text and vietnamese.text.count("&lt;script&gt;") >= 5
    assert "default-src 'none'" in vietnamese.headers["content-security-policy"]


def test_what_is_not_public_is_not_found_and_a_database_that_is_away_says_so():
    assert CLIENT.get("/share/other").status_code == 404
    assert "không còn công khai" in CLIENT.get("/share/other").text
    assert CLIENT.get("/share/away").status_code == 503
    assert CLIENT.get("/share/").status_code == CLIENT.get("/share/known/more").status_code == 404
