"""What is called one thing in Vietnamese is called one thing in English."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from data_access.reference.notes import read_notes
from data_access.reference.reference_data import lines
from language.languages import ENGLISH, VIETNAMESE

HEADINGS = ("Thực hiện", "Thực hiện/chỉ tiêu", "Hạng", "Hơn, kém", "Tên sáng kiến", "Khu vực kinh tế")
HEADINGS += ("Chức vụ tác giả", "Theo chức vụ tác giả", "Theo lĩnh vực", "Chưa đủ nhịp", "CĐCS tham gia")


def pairs(vietnamese: Any, english: Any) -> Iterator[tuple[str, str]]:
    """Every sentence with its translation, in lower case."""
    if isinstance(vietnamese, str) and isinstance(english, str):
        yield vietnamese.lower(), str(english).lower()
    elif is_dataclass(vietnamese):
        for one in fields(vietnamese):
            yield from pairs(getattr(vietnamese, one.name), getattr(english, one.name))
    elif isinstance(vietnamese, Mapping):
        for key in vietnamese.keys() & english.keys():
            yield from pairs(vietnamese[key], english[key])
    elif isinstance(vietnamese, list | tuple) and isinstance(english, list | tuple):
        for one, other in zip(vietnamese, english, strict=False):
            yield from pairs(one, other)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_has_one_translation(heading: str) -> None:
    translations = {english for vietnamese, english in pairs(VIETNAMESE, ENGLISH) if vietnamese == heading.lower()}

    assert len(translations) == 1


def test_pace_has_one_word() -> None:
    """“Quá chậm · 52” stood beside “Chưa đủ nhịp 52” for the same unions."""
    others = re.compile("quá chậm|chậm tiến độ|chậm nhịp|too slow|behind (?:its|their) pace|off pace")

    assert not [text for pair in pairs(VIETNAMESE, ENGLISH) for text in pair if others.search(text)]


def test_a_lone_zero_begins_no_line() -> None:
    sentences = [sentence for both in pairs(VIETNAMESE, ENGLISH) for sentence in both]

    assert not [sentence for sentence in sentences if re.search(r"\b(?:not|phải|là) 0\.$", sentence)]


def test_remarks_are_translated_one_by_one_also_before_an_address() -> None:
    simulated = "Mô phỏng: chỉ tiêu để trình diễn, không phải số liệu thật"
    inferred = "Suy ra từ “2.769 sáng kiến, trên 92% giai đoạn 1”"

    assert ENGLISH.names.staff_text(f"{simulated}; {inferred}: https://example.vn") == (
        "Simulated: a target for demonstration, not real data; "
        "Inferred from “2,769 initiatives, over 92% of phase 1”: https://example.vn"
    )


def test_a_per_cent_sign_stands_at_its_number() -> None:
    apart = [text for pair in pairs(VIETNAMESE, ENGLISH) for text in pair if re.search(r"[\d}] %", text)]

    assert not apart


def test_money_is_written_in_one_way() -> None:
    """“500 billion VND” stood beside “VND 512 billion”."""
    notes = (row for row in read_notes("1tr").iter_rows(named=True))
    english = [*(other for _, other in pairs(VIETNAMESE, ENGLISH)), *(row["sentence_en"].lower() for row in notes)]
    behind = [text for text in english if re.search(r"(?:\d|[mb]illion)\s+(?:vnd|dong|đồng)", text)]

    assert [text for text in english if re.search(r"vnd\s+[\d{]", text)]
    assert not behind


# What a programme may have other words for says “union”; setting up and importing any programme says “unit”.
ANY_PROGRAMME = ("importing", "programmes", "admin", "problems")
NO_UNIONS = re.compile(
    r"\{\w+\}|units? of measure|public-service units|administrative units|own_\w+|“units” file|unit below"
)


def test_english_has_one_word_for_a_union_and_one_for_a_unit_of_any_programme() -> None:
    words: dict[bool, list[str]] = {True: [], False: []}
    for part in fields(ENGLISH):
        texts: Any = getattr(ENGLISH, part.name)
        if part.name == "pages":
            texts = replace(texts, own_words=(), below_words=(), unit_words=(), own_below="")
        words[part.name in ANY_PROGRAMME] += [text for _, text in pairs(texts, texts)]
    mixed = [text for text in words[False] if re.search(r"\bunits?\b", NO_UNIONS.sub("", text))]
    mixed += [text for text in words[True] if re.search(r"\bunions?\b", text.replace("grassroots unions", ""))]

    assert not mixed


QUOTATIONS = {line["quote"] for line in lines("published_figures.csv") if line["quote"]}


def test_quotations_that_ship_are_translated_with_their_numbers_and_marked() -> None:
    """A newspaper's sentence stood in Vietnamese on an English page."""
    assert ENGLISH.names.quotations.keys() == QUOTATIONS
    for original, english in ENGLISH.names.quotations.items():
        if not re.search(r"\d/\d{1,2}/|tháng|8h00|15h34|8/10", original):  # dates are written otherwise
            numbers = [sorted(int(re.sub(r"\D", "", one)) for one in re.findall(r"\d[\d.,]*", text.strip(".")))
                       for text in (original, english)]  # fmt: skip
            assert numbers[0] == numbers[1], original
    some = "Thanh Hóa với 35.728 sáng kiến"
    assert VIETNAMESE.names.quotation(some) == f"“{some}”"
    assert ENGLISH.names.quotation(some) == (
        f"“Thanh Hóa with 35,728 initiatives” (translated from Vietnamese: “{some}”)"
    )


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Cụm thi đua số 1", "Emulation cluster\u00a01"),
        ("Khối thi đua IV", "Emulation bloc\u00a0IV"),
        ("An Giang · Cụm 12", "An Giang · Cluster\u00a012"),
        ("Khối công đoàn tổng công ty", "Corporation unions"),  # has a name of its own
        ("Cụm cảng số 2", "Cụm cảng số 2"),  # a name, and nobody gave it an English one
        ("Đồng bằng sông Cửu Long 2", "Đồng bằng sông Cửu Long 2"),
    ],
)
def test_a_numbered_cluster_is_translated_by_its_kind(name: str, english: str) -> None:
    assert ENGLISH.names.word(name) == english
    assert VIETNAMESE.names.word(name) == name
