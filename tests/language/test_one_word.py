"""What is called one thing in Vietnamese is called one thing in English."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from language.languages import ENGLISH, VIETNAMESE

HEADINGS = ("Thực hiện", "Thực hiện/chỉ tiêu", "Hạng", "Hơn, kém", "Tên sáng kiến", "Khu vực kinh tế")
HEADINGS += ("Chức vụ tác giả", "Theo chức vụ tác giả", "Theo lĩnh vực", "Cần đôn đốc: quá chậm")


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
