"""No page or file contains a code or a sentence of the other language, for every programme."""

import re
from collections.abc import Iterable
from typing import Final

import pytest

from data_access.reference.reference_data import lines
from interface.shell.page_list import PAGES
from language.languages import LANGUAGES
from model.folding import fold
from tests.pages.reading import sentences
from tests.pages.running import open_page

# Titles, names and workplaces of single initiatives are what people typed.
TYPED: Final = ("explore", "import", "admin", "programmes", "unit", "value", "people", "readiness", "examples")
PROGRAMMES: Final = ("1tr", "75n", "son-tay-2024", "phu-xuyen-5-nam", "cu-jut-5-nam")
SCOPES: Final = [
    *({"programme": code} for code in PROGRAMMES),
    {"basis": "published", "as_of": "2022-04-20T08:00"},
    {"basis": "published", "unit": ["LD-89"]},
]
CODE: Final = re.compile(r"(?<![\w./?=&#%@“-])[a-z]{2,}(?:_[a-z0-9]+)+(?![\w/=”])")
QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")
ENGLISH: Final = re.compile(
    r"\b(simulated|plan|initiatives?|records|uploads?|targets?|published|derived|unknown|nan|None|people|unions?|"
    r"source|the|and|worker|valid|as of|nation|per)\b"
)
VIETNAMESE: Final = re.compile(
    r"\b(sáng kiến|số liệu|đơn vị|chỉ tiêu|nguồn|suy ra|ngày|giai đoạn|cả nước|người|tháng|tập thể|bản dịch|báo|"
    r"chưa có|và|của|là|trên|theo|năm|lũy kế|không|bài|hạng|công bố|mô phỏng|tỷ đồng|CĐ|LĐLĐ|TCT|TP)\b",
    re.IGNORECASE,
)
NAMES: Final = {"Người Hà Nội", "Lao động và Công đoàn", "Lao động và Pháp luật", "Báo Mới"}
PLACES: Final = {line["short_name_2022"].removeprefix("TP. ") for line in lines("provinces.csv")}
# A place has its Vietnamese letters in English, too: in charts, tables and the names of unions alike.
WITHOUT_ACCENTS: Final = re.compile(
    "|".join(rf"\b{plain.title()}\b" for place in PLACES if (plain := fold(place)) != place.lower()) + r"|\bHanoi (?!:)"
)


def wrong(texts: Iterable[str], language: str) -> list[str]:
    """Texts with a code, or with words of the other language outside quotations and names."""
    results = []
    for text in texts:
        message = QUOTED.sub("", text)
        for name in NAMES:
            message = message.replace(name, "")
        if (
            CODE.search(message)
            or (ENGLISH if language == "vi" else VIETNAMESE).search(message)
            or (language == "en" and WITHOUT_ACCENTS.search(message))
        ):
            results.append(text)
    return results


def test_what_is_wrong_is_found():
    assert wrong(["Kế hoạch simulated", "chỉ tiêu people_per_union", "Chỉ tiêu 300.000"], "vi") == [
        "Kế hoạch simulated",
        "chỉ tiêu people_per_union",
    ]
    assert wrong(["Thanh Hoa: 5", "CĐ Dầu khí", "Hanoi Federation", "Thanh Hóa: 5", "Long An"], "en") == [
        "Thanh Hoa: 5",
        "CĐ Dầu khí",
        "Hanoi Federation",
    ]
    assert wrong(["Target: suy ra từ 2.500", "Target 2,500", "as “chỉ tiêu 2.500”"], "en") == [
        "Target: suy ra từ 2.500"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [page for page in PAGES if page.subject not in TYPED], ids=lambda page: page.subject)
def test_no_page_shows_a_code_or_the_other_language(demo, page, language: str):
    for scope in SCOPES:
        text = open_page(page.script, lang=language, **scope)
        assert not text.exception
        assert not wrong(sentences(text), language), scope


@pytest.mark.parametrize("name", ["note", "period", "unit_of_measure", "unit_name", "source_title"])
def test_everything_in_the_ledger_has_english(name: str):
    english = LANGUAGES["en"].names
    texts = {line[name] for line in lines("published_figures.csv") if line[name]}

    assert not wrong((english.staff_text(text) for text in texts), "en")
