"""In a generated third language, everything outside brackets on a page is data."""

import pytest

from interface.shell.page_list import PAGES
from language.languages import LANGUAGES
from tests.pages.running import open_page
from tests.pseudo.data import data_of, leaks
from tests.pseudo.language import CODE, pseudo_language
from tests.pseudo.shown import shown

VIEWS = {"records": {"as_of": "2022-04-20T08:00", "phase": "1"}, "published": {"basis": "published"}}
SCRIPTS = [page.script for page in PAGES]


@pytest.fixture(scope="session")
def known(demo_database):
    return data_of(demo_database)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_page_says_nothing_that_is_not_of_its_language(demo_database, monkeypatch, known, script, view):
    monkeypatch.setenv("DATABASE_URL", demo_database)
    monkeypatch.setitem(LANGUAGES, CODE, pseudo_language())
    page = open_page(script, lang=CODE, **VIEWS[view])

    assert not page.exception
    assert not sorted({f"{where}: {leak}" for where, text in shown(page) for leak in leaks(text, known)})


def test_sentences_are_found_and_data_are_not(known):
    assert leaks("Tổng cộng: ⟦Tötääl⟧ 5", known) == ["Tổng cộng"]
    assert leaks("Hà Nội · ⟦ünïïön⟧ · 1.234 · LD-01 · https://example.vn/x", known) == []
    assert leaks("⟦Äs öf ⟦Äpr⟧ 2022⟧ as printed", known) == ["as printed"]
