"""A TOML file of questions and answers: written by a preview, filled in, and read with --answers."""

import json
import tomllib
from pathlib import Path
from typing import Any, Final

from data_access.database.errors import NotSaved
from data_access.importing.amounts import amount_near
from data_access.importing.choices import Choices
from data_access.importing.remarks import Severity
from data_access.importing.understood import Understood
from data_access.importing.words import meanings
from importer.questions import OVERWRITES, QUESTIONS, SHEETS, UNIT_CODES

# Section of the file -> field of Choices.
_SECTIONS: Final = {
    "headings": "heading_names",
    "words": "words",
    "units": "unit_names",
    "sectors": "sector_names",
    "amounts": "amounts",
}
_SECTION_OF: Final = {**dict.fromkeys(UNIT_CODES, "units"), "unknown_sector": "sectors", "not_a_number": "amounts"}
_LISTS: Final = ("blanks", "sheets")
_SINGLE: Final = tuple(question.field for question in QUESTIONS.values())
_YES: Final = {OVERWRITES[0]: "replace"}


def read_answers(file: Path) -> dict[str, object]:
    """Changes to Choices; blank answers are skipped. Raises NotSaved (unreadable_answers)."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise NotSaved("unreadable_answers", file=str(file), reason=str(problem)) from problem
    singles = {field: content[field] for field in _SINGLE if content.get(field)}
    yes: dict[str, object] = {field: True for field in (*_YES.values(), "keep_good") if content.get(field) is True}
    lists = {name: tuple(map(str, content[name])) for name in _LISTS if content.get(name)}
    maps = {
        field: {word: meaning for word, meaning in content.get(section, {}).items() if meaning not in ("", 0)}
        for section, field in _SECTIONS.items()
    }
    strange = sorted(set(content) - {*singles, *yes, *_SECTIONS, *_LISTS} - {*_SINGLE})
    strange = [name for name in strange if name not in (*_YES.values(), "keep_good")]
    if strange:
        raise NotSaved("unreadable_answers", file=str(file), reason=", ".join(strange))
    return {**singles, **yes, **lists, **{field: words for field, words in maps.items() if words}}


def with_answers(choices: Choices, answers: dict[str, object]) -> Choices:
    """The choices completed by the answers of a file; options of the command take precedence."""
    changes: dict[str, object] = {}
    for name, value in answers.items():
        now = getattr(choices, name)
        changes[name] = {**value, **now} if isinstance(value, dict) else (now or value)
    return choices.changed(**changes)


def written_answers(files: list[Understood]) -> str:
    """Given answers and open questions as TOML, with the options as comments."""
    top, sections = [], {name: dict[str, tuple[object, str]]() for name in _SECTIONS}
    for file in files:
        top += [*_answered(file.choices), *_open_questions(file)]
        for section, field in _SECTIONS.items():
            sections[section] |= {word: (meaning, "") for word, meaning in getattr(file.choices, field).items()}
        for section, word, meaning, options in _open_words(file):
            sections[section].setdefault(word, (meaning, options))
    lines = list(dict.fromkeys(top))
    for section, words in sections.items():
        if words:
            lines += ["", f"[{section}]"]
            lines += [_line(_quoted(word), meaning, options) for word, (meaning, options) in words.items()]
    return "\n".join(lines).strip() + "\n"


def _answered(choices: Choices) -> list[str]:
    lines = [_line(field, getattr(choices, field), "") for field in _SINGLE if getattr(choices, field)]
    lines += [_line(field, True, "") for field in (*_YES.values(), "keep_good") if getattr(choices, field)]  # noqa: FBT003
    return lines + [_line(name, list(getattr(choices, name)), "") for name in _LISTS if getattr(choices, name)]


def _open_questions(file: Understood) -> list[str]:
    lines = []
    for remark in file.of(Severity.QUESTION):
        if remark.code in QUESTIONS:
            question = QUESTIONS[remark.code]
            lines.append(_line(question.field, "", question.choices))
        elif remark.code in _YES:
            lines.append(_line(_YES[remark.code], False, "true | false"))  # noqa: FBT003
        elif remark.code == SHEETS[0]:
            lines.append(_line("sheets", [], str(remark.params["sheets"])))
    return lines


def _open_words(file: Understood) -> list[tuple[str, str, object, str]]:
    """Section, word, likely meaning and options of every unknown word."""
    fields = {heading: name for name, heading in file.headings.items()}
    words: list[tuple[str, str, object, str]] = [
        ("words", f"{fields[column]}:{word}", "", " | ".join(meanings(fields[column])))
        for column, word, _ in file.unknown_words
        if column in fields
    ]
    if file.wrong.height:
        for row in file.wrong.unique(["code", "value"], maintain_order=True).iter_rows(named=True):
            section = _SECTION_OF.get(row["code"])
            if section and row["value"]:
                near: object = (amount_near(row["value"]) or 0) if section == "amounts" else ""
                other = f"blanks = [{_quoted(row['value'])}]" if section == "amounts" else ""
                words.append((section, row["value"], near, row["hint"] or other))
    for remark in file.of(Severity.REFUSED):
        there = remark.params.get("there")
        if remark.code == "missing_column" and isinstance(there, tuple):
            words += [("headings", str(heading), "", str(remark.params["columns"])) for heading in there]
    return words


def _line(name: str, value: Any, options: str) -> str:
    comment = f"  # {' '.join(options.split())}" if options else ""
    return f"{name} = {json.dumps(value, ensure_ascii=False)}{comment}"


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)
