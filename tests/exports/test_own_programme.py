"""Files of a user-defined programme omit everything the programme does not have."""

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from pptx import Presentation

from data_access.database.bounded import Database
from data_access.reference.seed import prepare
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from exports.html.pack import write_pack
from exports.kinds import KINDS, make_file
from exports.pptx import write_slides
from exports.xlsx import write_workbook
from importer.commands import main
from language.languages import LANGUAGES, Language
from model.filters import Filters
from presentation.by_status import others_note, statuses_of
from presentation.figures import gather
from presentation.occasion import Occasion
from presentation.own_words import adapted_language
from presentation.wording import Wording
from tests.copies import Copies
from tests.data_access.programmes.made_programme import EXAMPLE, make
from tests.data_access.programmes.test_example import PATIENCE

OWN = Filters(programme=EXAMPLE.code)


def set_up(url: str) -> None:
    prepare(url, say=lambda *_: None, empty=True)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", url)
        make(EXAMPLE, Path(folder))
        assert main(["programme", "load", f"{folder}/setup.xlsx"]) == 0
        assert main(["import", f"{folder}/initiatives.csv", "--programme", EXAMPLE.code]) == 0


@pytest.fixture
def own(copies: Copies) -> Iterator[Records]:
    with (
        copies.of("sqlite", "set up and filled", set_up, empty=True) as url,
        closing(LiveRecords(Database(url, PATIENCE))) as records,
    ):
        yield records


@pytest.fixture(params=LANGUAGES.values(), ids=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


def test_the_workbook_has_no_printed_figures_and_no_empty_sheet(own: Records, language: Language):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(own, OWN, language)))
    titles, columns = language.exports.titles, language.exports.columns
    assert titles["published"] not in book.sheetnames
    assert titles["ranking"] in book.sheetnames
    assert columns["printed"] not in [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    named = [row[1].value for row in book[language.exports.info].iter_rows() if row[0].value]
    assert ", ".join(name for name in book.sheetnames if name != language.exports.info) in named


def test_the_pack_names_no_boundaries_without_a_map(own: Records, language: Language):
    assert language.map.licence not in write_pack(own, OWN, language).decode()


def test_no_file_speaks_of_the_programme_of_2022(own: Records, language: Language):
    """Neither its name, its whole nor its portal's opening occurs in anything that can be read as text."""
    strangers = ("triệu sáng kiến", "million initiatives", "COVID", "cả nước", "mở cổng", "portal opened", "nationwide")
    for kind, subject in (("pack", "overview"), *(("csv", page) for page in KINDS["csv"].pages)):
        text = make_file(kind, own, OWN, language, Occasion(), subject).decode("utf-8-sig")
        results = [word for word in strangers if word.lower() in text.lower()]
        assert not results, (kind, subject, results)


def test_a_file_without_rows_says_why(own: Records, language: Language):
    """The programme has neither published figures nor examples."""
    for page in ("published", "examples"):
        lines = make_file("csv", own, OWN, language, Occasion(), page).decode("utf-8-sig").splitlines()
        why = language.exports.nothing_of.format(page=language.pages.titles[page])
        assert lines[1] == "" and why in lines[2]
    assert not any(why in line for line in make_file("csv", own, OWN, language, Occasion()).decode().splitlines())


def test_the_rest_of_a_ranking_is_counted(own: Records, language: Language):
    few = OWN.changed(top=2)
    units = len(own.catalogue.members(few))
    spoken = adapted_language(language, own.catalogue, few.programme)  # of units: none of them is a union
    rest = spoken.charts.ranking_rest.format(count=language.numbers.count(units - 2))
    assert rest in make_file("csv", own, few, language, Occasion(), "ranking").decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook(own, few, spoken)))[spoken.exports.titles["ranking"]]
    assert rest in [cell.value for row in sheet.iter_rows() for cell in row]


def test_a_text_names_a_hundred_units_and_counts_the_others(own: Records, language: Language):
    figures, wording = gather(own, OWN), Wording(language, own.catalogue)
    (row, *_) = figures.targets.to_dicts()
    (text,) = statuses_of([row] * 150, wording)
    assert others_note(50, wording) in text and others_note(49, wording) not in text
    assert not any(others_note(1, wording) in line for line in statuses_of([row] * 100, wording))


def test_a_share_of_what_nobody_noted_is_no_zero(own: Records, language: Language):
    """Neither the positions of authors nor the ownership of enterprises was recorded in its file."""
    table = make_file("csv", own, OWN, language, Occasion(), "compare").decode("utf-8-sig").splitlines()
    for name in ("worker_pct", "private_pct"):
        rows = [line for line in table if f",{language.compare.measures[name]} (%)," in line]
        assert rows and all(line.split(",")[-2] == "" for line in rows), rows


def test_one_unit_inside_another_has_its_place_among_its_siblings(own: Records, language: Language):
    """Two levels down a unit shows its place and neighbours instead of how many units have uploaded."""
    above = own.catalogue.members(OWN)[0].code
    inside = OWN.changed(within=above)
    sibling, *others = (unit.code for unit in own.catalogue.members(inside))
    deck = Presentation(io.BytesIO(write_slides(own, inside.changed(units=(sibling,)), language)))
    (slide,) = (one for one in deck.slides if one._element.cSld.get("name") == "unit 1")
    texts = [shape.text_frame.text for one in deck.slides for shape in one.shapes if shape.has_text_frame]
    assert others and not [text for text in texts if text.endswith(("\n1/1", "\n0/1"))]
    assert f"/{len(others) + 1}" in slide.shapes.title.text_frame.text
