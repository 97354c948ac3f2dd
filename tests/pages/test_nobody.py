"""In a programme without members every page opens, says so in both languages, and shows the way on."""

import pytest

from interface.shell.page_list import PAGES
from tests.nobody import set_up_alone
from tests.pages.running import open_page, words


@pytest.fixture(scope="module")
def alone_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A user-defined programme of which only the first sheet was filled in."""
    return set_up_alone(tmp_path_factory.mktemp("alone"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.subject)
def test_a_new_programme_without_units_opens_on_every_page(alone_database, monkeypatch, page):
    monkeypatch.setenv("DATABASE_URL", alone_database)

    shown = open_page(page.script, lang="en")

    assert not shown.exception and not shown.error
    if page.subject not in ("programmes", "admin"):
        assert words(shown).count("Nobody takes part in this programme yet.") == 1
    for printed in ("sources publish", "published figures only", "Published figures are for", "“”"):
        assert printed not in words(shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.subject)
def test_the_movement_of_a_district_is_not_described_as_82_units(bare, page):
    shown = open_page(page.script, programme="son-tay-2024")

    assert not shown.exception and not shown.error
    if page.subject not in ("programmes", "admin"):
        assert words(shown).count("Chưa có đơn vị nào tham gia chương trình này.") == 1
    assert "82 đơn vị" not in words(shown)
