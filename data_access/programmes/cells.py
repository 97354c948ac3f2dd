"""Values of the cells of a set-up: a text, a number, a day, yes or no."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from data_access.programmes.fields import Field, word_key
from data_access.programmes.setup import Setup
from data_access.programmes.uncalculated import MARK

LARGEST_NUMBER: Final = 2_147_483_647  # that both engines keep
_DAY_FORMS: Final = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
_TOO_LONG: Final = {120: "event_too_long", 500: "text_too_long", 4000: "text_far_too_long"}
EXAMPLE: Final = "VD:"  # prefix of the template's grey examples
HELP: Final = "↑"  # prefix of the template's line of help
_SHOWN: Final = 40  # characters of a text that is too long
_UNSEEN: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1f]")


def value_of(setup: Setup, sheet: str, field: Field, cell: Any, line: int) -> Any:
    """The cell as the field wants it; None where blank or wrong, which is noted."""
    text = plain(cell)
    if text == "":
        return None
    problem, value = _understood(field, cell, text)
    if problem:
        text_shown = f"{text[:_SHOWN]}…" if problem in _TOO_LONG.values() else text.removeprefix(MARK)
        setup.say(problem, sheet, line, field.vi, text_shown)
    return value


def _understood(field: Field, cell: Any, text: str) -> tuple[str | None, Any]:
    """The code of the problem of a cell, if any, and its value."""
    if text.startswith(MARK):
        return "no_value", None
    if text.startswith("#") and text.endswith(("!", "?", "A")):
        return "error_cell", None
    if text.startswith(EXAMPLE) and not field.is_prose:
        return "example_left", None
    if field.kind == "text":
        words = text if field.is_prose else " ".join(text.split())
        return (_TOO_LONG[field.most], None) if len(words) > field.most else (None, words)
    value: Any = {"whole": whole_number, "day": _day, "yes": _yes}[field.kind](cell if field.kind == "day" else text)
    if field.kind == "whole" and value is not None and value > LARGEST_NUMBER:
        return "too_large", None
    return (None, value) if value is not None else (f"no_{field.kind}", None)


def is_row(line: Sequence[Any]) -> bool:
    """Whether a line holds data, and neither help nor the example."""
    first = next((text for text in map(plain, line) if text), "")
    return first != "" and not first.startswith((HELP, EXAMPLE))


def plain(cell: Any) -> str:
    """A cell as text: whole numbers without a point, no surrounding space, no invisible characters."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else _fraction(cell)
    return _UNSEEN.sub("", unicodedata.normalize("NFC", str(cell))).strip()


def _fraction(number: float) -> str:
    """A number with decimals; three would read as thousands, so a fourth is written."""
    text = str(number)
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text


def whole_number(text: str) -> int | None:
    """1200 for “1.200” and “1,200”; None for what is no whole number."""
    bare = text.replace(" ", "").replace("\u00a0", "")
    if any(mark in bare for mark in ".,"):
        parts = bare.replace(",", ".").split(".")
        is_grouped = 0 < len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
        bare = "".join(parts) if is_grouped else ""
    return int(bare) if bare.isdecimal() else None


def _day(cell: Any) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(str(cell).strip(), form).date()
        except ValueError:
            continue
    return None


def _yes(text: str) -> bool | None:
    answers = {"co": True, "khong": False, "yes": True, "no": False, "x": True, "true": True, "false": False}
    return answers.get(word_key(text))
