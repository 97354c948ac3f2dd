"""Parsing of typed answers: a column by its heading, a word by its meaning."""

from data_access.importing.choices import Kind
from data_access.importing.headings import field_of, heading_key
from data_access.importing.words import meanings


def field_named(kind: Kind, name: str) -> str:
    """The field with that heading or English name; “-” for a column to ignore."""
    return field_of(kind, name) or name


def word_named(kind: Kind, text: str, meaning: str) -> tuple[str, str]:
    """“Trạng thái:Đã phê duyệt” and “Hợp lệ” as key and code of Choices.words."""
    column, _, word = text.partition(":")
    field = field_named(kind, column.strip())
    codes = {heading_key(name): code for code, name in meanings(field).items()}
    return f"{field}:{word.strip()}", codes.get(heading_key(meaning), meaning)
