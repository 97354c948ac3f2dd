"""The audit log is in the reader's words, without codes of units, roles and pages."""

import ast
import dataclasses
from datetime import datetime
from pathlib import Path

import pytest

from data_access.importing import diary
from data_access.importing.saving import Saved
from data_access.staff.accounts import AccountDraft
from data_access.staff.audit import AuditEvent
from data_access.store.records import Records
from language.languages import ENGLISH, VIETNAMESE, Language
from presentation.audit import worded_detail
from tests.serving import PROJECT

AT = datetime(2026, 11, 29, 7, 36)
ROOMS = ("data_access", "exports", "importer", "interface", "web")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (VIETNAMESE, "địa chỉ: an@example.vn; vai trò: Phụ trách; đơn vị: Thanh Hóa, Hà Nội"),
        (ENGLISH, "address: an@example.vn; role: Lead; units: Thanh Hóa, Hà Nội"),
    ],
)
def test_an_account_is_shown_with_names(records: Records, language: Language, words: str):
    parts = {"email": "an@example.vn", "role": "lead", "units": ["LD-38", "LD-01"]}

    assert worded_detail(AuditEvent(AT, "root", "account_added", parts), language, records.catalogue) == words


@pytest.mark.parametrize("programme", ["1tr", 1])
def test_a_programme_is_shown_by_its_name(records: Records, programme: object):
    event = AuditEvent(AT, "root", "import", {"programme": programme, "counts": [12345, 0, 1], "pid": 23456})

    assert worded_detail(event, VIETNAMESE, records.catalogue) == (
        "chương trình: 1 triệu sáng kiến; mới, đổi, giữ nguyên: 12.345, 0, 1; tiến trình: 23456"
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (VIETNAMESE, "tính đến: 20/04/2022 08:00; ngày: 15/04/2022; tên: 2022"),
        (ENGLISH, "as of: 20 Apr 2022 08:00; day: 15 Apr 2022; name: 2022"),
    ],
)
def test_days_and_moments_are_written_as_on_pages(records: Records, language: Language, words: str):
    event = AuditEvent(AT, "root", "freeze", {"as_of": "2022-04-20 08:00:00", "day": "2022-04-15", "name": "2022"})

    assert worded_detail(event, language, records.catalogue) == words


def test_what_nobody_knows_any_more_stays_as_it_was_written(records: Records):
    parts = {"": "an old note", "units": ["XX-99"], "colour": "red"}

    text = worded_detail(AuditEvent(AT, "root", "account_added", parts), ENGLISH, records.catalogue)

    assert text == "an old note; units: XX-99; colour: red"


def test_every_part_that_is_written_down_has_a_word_in_both_languages():
    written = {name for room in ROOMS for file in (PROJECT / room).rglob("*.py") for name in _parts_in(file)}
    written |= {field.name for kind in (Saved, AccountDraft) for field in dataclasses.fields(kind)} | set(
        diary.myself()
    )

    assert len(written) > 20
    for language in (VIETNAMESE, ENGLISH):
        assert not written - set(language.admin.part_names)


def _parts_in(file: Path) -> set[str]:
    """The names that calls of `note` and `note_event` in this file pass."""
    return {
        keyword.arg
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("note", "note_event")
        for keyword in call.keywords
        if keyword.arg
    }
