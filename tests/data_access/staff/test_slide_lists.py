"""Slide lists in the shared database, on every engine."""

import pytest

from data_access.database.bounded import Database
from data_access.database.errors import DatabaseUnreachable, NameTaken
from data_access.staff.slide_lists import forget_slide_list, read_slide_lists, save_slide_list
from model.reader import LOCAL, Reader, Role


def read(url: str):
    database = Database(url)
    try:
        return database.ask(read_slide_lists)
    finally:
        database.close()


def test_a_list_comes_back_as_it_was_saved(prepared_url: str):
    code = save_slide_list(
        prepared_url, "  Hội nghị   quý I ", ("headline", "map"), 20, "phase=1", Reader("be@example", Role.VIEWER)
    )

    (preview,) = read(prepared_url)
    assert (code, preview.code, preview.name) == ("hoi-nghi-quy-i", "hoi-nghi-quy-i", "Hội nghị quý I")
    assert (preview.views, preview.seconds, preview.query) == (("headline", "map"), 20, "phase=1")
    assert preview.who == "be@example"


def test_a_name_is_given_once(prepared_url: str):
    save_slide_list(prepared_url, "Hội nghị", ("headline",), 0, "", LOCAL)

    with pytest.raises(NameTaken):
        save_slide_list(prepared_url, "hoi nghi", ("map",), 0, "", LOCAL)
    assert [one.views for one in read(prepared_url)] == [("headline",)]


def test_a_list_can_be_forgotten_twice(prepared_url: str):
    save_slide_list(prepared_url, "Hội nghị", ("headline",), 0, "", LOCAL)
    for _ in range(2):
        forget_slide_list(prepared_url, "hoi-nghi", LOCAL)

    assert read(prepared_url) == ()


def test_an_away_database_is_a_known_problem():
    with pytest.raises(DatabaseUnreachable):
        save_slide_list("postgresql+psycopg://nobody@127.0.0.1:9/nothing", "x", ("map",), 0, "", LOCAL)
