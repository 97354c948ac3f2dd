"""Every number that can be shown has words in both languages."""

import pytest

from data_access.queries.overview import fetch_overview
from data_access.reference.reference_files import rows_of
from data_access.store.records import Records
from language.languages import LANGUAGES
from model.address import parse_query
from model.facts import Fact, Source
from presentation.filter_line import filter_line
from presentation.wording import Wording, printable, shortened
from tests.exports.test_workbook import QUERIES

ENGLISH_WORDS = {"days", "initiatives", "members", "people"}


@pytest.fixture(params=["vi", "en"])
def wording(request: pytest.FixtureRequest, records: Records) -> Wording:
    return Wording(LANGUAGES[request.param], records.catalogue)


def is_nameless(wording: Wording, code: str) -> bool:
    """Whether a reader would see the code, which in some cases is the English word itself."""
    return wording.counted(code) == code and not (wording.language.code == "en" and code in ENGLISH_WORDS)


@pytest.mark.parametrize("query", QUERIES)
def test_every_number_of_the_overview_has_a_name(records: Records, wording: Wording, query: str):
    filters, _ = parse_query(query, records.catalogue)
    overview = fetch_overview(records, filters)
    assert not overview.facts.keys() - wording.texts.facts.keys()
    assert not overview.printed.keys() - wording.language.published.metric_names.keys()
    facts = [*overview.facts.values(), *overview.printed.values(), *(card.fact for card in overview.cards)]
    units = {fact.unit for fact in facts} - {""}  # a stranger's figure may have none
    assert not units - wording.texts.kinds_of_unit.keys()
    assert not [fact.counts for fact in facts if is_nameless(wording, fact.counts)]
    assert not {fact.source.kind for fact in facts} - wording.language.facts.source_kinds.keys()


def test_every_word_of_the_ledger_is_known(wording: Wording):
    figures = rows_of("published_figures")
    assert not {row["unit_of_measure"] for row in figures} - wording.texts.kinds_of_unit.keys()
    counts = {row[name] for row in rows_of("schemes") for name in ("counts", "stated_counts")} - {""}
    assert not [code for code in counts if is_nameless(wording, code)]


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("", "cả nước, toàn chương trình"),
        ("as_of=2022-04-20", "cả nước, toàn chương trình"),
        ("phase=1&region=tn&region=dnb", "Giai đoạn 1 · Vùng: Tây Nguyên, Đông Nam Bộ"),
        ("from=2022-03-01&to=2022-03-31", "Từ 01/03/2022 · Đến 31/03/2022"),
        ("basis=published&unit=LD-38", "theo số liệu đã công bố · Đơn vị: Thanh Hóa"),
        ("boundary=34&sector=y-te&status=valid", "Lĩnh vực: Y tế · Trạng thái: Hợp lệ · 34 tỉnh"),
    ],
)
def test_the_filter_line_shows_everything_that_narrows(records: Records, query: str, line: str):
    filters, _ = parse_query(query, records.catalogue)
    assert filter_line(filters, Wording(LANGUAGES["vi"], records.catalogue)) == line


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "text"),
    [
        (163532, "initiatives", "hơn", "hơn 163.532"),
        (None, "initiatives", "hơn", "Chưa có số liệu"),
        (0, "initiatives", None, "0"),
        (54.5106, "percent", None, "54,51%"),
        (1_849_000_000_000, "vnd", "đúng", "1.849 tỷ đồng"),
        (1.926, "times", None, "1,93"),
    ],
)
def test_a_number_is_written_with_what_makes_it_inexact(
    records: Records, value: float | None, unit: str, qualifier: str | None, text: str
):
    fact = Fact(value, unit, "uploads", None, Source("records"), qualifier)
    assert Wording(LANGUAGES["vi"], records.catalogue).fact(fact).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [("a\x00b\x07", "a b"), ("dòng\nmới\t", "dòng mới"), ("\u202eđảo", "đảo"), ("\ud800x", "x"), (None, "")],
)
def test_text_of_strangers_fits_every_file(text: str | None, clean: str):
    assert printable(text) == clean


def test_what_is_too_long_is_cut_between_words():
    assert shortened("một hai ba bốn", 10) == "một hai…"
    assert shortened("một hai", 10) == "một hai"


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "vietnamese", "english"),
    [
        (4, "tháng", "gần", "gần 4 tháng", "nearly 4 months"),
        (100, "%", "đúng", "100%", "100%"),
        (6.11, "%", None, "6,11%", "6.11%"),
        (163532, "sáng kiến", "hơn", "hơn 163.532", "more than 163,532"),
        (2, "hạng trên 82", "đúng", "2", "2"),
        (None, "%", None, "–", "–"),
        (40000, "người", "làm tròn", "khoảng 40.000 người", "about 40,000 people"),
        (33000, "tỷ đồng", "hơn", "hơn 33.000\u00a0tỷ\u00a0đồng", "more than VND\u00a033,000\u00a0billion"),
        (162.4, "tỷ đồng", None, "162,40\u00a0tỷ\u00a0đồng", "VND\u00a0162.40\u00a0billion"),
    ],
)
def test_a_figure_of_the_ledger_has_its_unit(records, value, unit, qualifier, vietnamese, english):
    texts = [Wording(LANGUAGES[code], records.catalogue).printed_value(value, unit, qualifier) for code in ("vi", "en")]

    assert texts == [vietnamese, english]


def test_the_ledger_keeps_its_own_word_for_a_rounded_number(records):
    texts = [Wording(LANGUAGES[code], records.catalogue).exactness("làm tròn") for code in ("vi", "en")]
    assert texts == ["làm tròn", "rounded"]
