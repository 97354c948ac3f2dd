"""A programme has its own name for the whole, in the scope of files, in sentences and in notes."""

from contextlib import closing
from dataclasses import replace

import pytest

from data_access.reference.notes import read_notes
from language.languages import ENGLISH, VIETNAMESE
from language.words.beginning import at_beginning
from model.filters import Filters
from presentation.figures import gather
from presentation.filter_line import filter_line
from presentation.stamp import stamp
from presentation.whole import whole_name
from presentation.wording import Wording
from tests.data_access.drawn_programme import records_over


@pytest.fixture
def catalogue(prepared_url: str):
    with closing(records_over(prepared_url)) as records:
        yield records.catalogue


def test_a_programmes_name_for_its_whole_is_used_everywhere(catalogue):
    own = replace(catalogue.programme("1tr"), whole_vi="toàn công ty", whole_en="the whole company")
    company = replace(catalogue, programmes=(own,))

    assert whole_name(own, VIETNAMESE) == "toàn công ty"
    assert at_beginning(whole_name(own, ENGLISH)) == "The whole company"
    assert filter_line(Filters(), Wording(VIETNAMESE, company)) == "toàn công ty, toàn chương trình"
    assert filter_line(Filters(), Wording(VIETNAMESE, catalogue)) == "cả nước, toàn chương trình"


def test_an_organisation_that_says_nothing_is_not_the_nation(catalogue):
    own = replace(catalogue.programme("1tr"), organisation="Công đoàn Công ty X")

    assert "cả nước" not in whole_name(own, VIETNAMESE)
    assert "country" not in whole_name(own, ENGLISH)


@pytest.mark.parametrize("programme", ["1tr", "son-tay-2024", "75n", "own"])
def test_notes_of_one_programme_do_not_stand_under_another(programme: str):
    notes = read_notes(programme)

    assert set(notes["programme"]) <= {"", programme}
    text = " ".join(notes["sentence_vi"])
    assert ("Sơn Tây" in text) == (programme == "son-tay-2024")
    assert ("Thể lệ" in text or "giải pháp kỹ thuật" in text) == (programme == "1tr")


@pytest.mark.parametrize(
    ("programme", "mark"), [("son-tay-2024", "31/12/2024, suy ra"), ("cu-jut-5-nam", "17/09/2020")]
)
def test_files_mark_a_day_that_no_source_names(prepared_url: str, programme: str, mark: str):
    with closing(records_over(prepared_url)) as records:
        stamped = stamp(
            "overview", gather(records, Filters(programme=programme)), Wording(VIETNAMESE, records.catalogue)
        )

    assert mark in stamped.as_of
