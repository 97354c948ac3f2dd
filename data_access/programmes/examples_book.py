"""A workbook of examples to fill in: one row for each initiative, with its present content."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import xlsxwriter

from data_access.importing.template import head_format
from data_access.programmes.fields import YES_NO
from data_access.programmes.sheets import EXAMPLES
from model.examples import Example

_WIDTHS: Final = {"reason": 40, "story": 70, "contact": 30}
_WIDTH: Final = 18
_ROOM: Final = 200  # rows to write into


def examples_book(examples: Sequence[Example]) -> bytes:
    """The workbook; loading it unchanged changes nothing."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(EXAMPLES.vi)
        head = head_format(book)
        day, text = (
            book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        page.freeze_panes(1, 1)
        for place, field in enumerate(EXAMPLES.fields):
            page.write_string(0, place, field.vi, head)
            page.set_column(place, place, _WIDTHS.get(field.key, _WIDTH))
            if field.choices:
                page.data_validation(
                    1, place, len(examples) + _ROOM, place, {"validate": "list", "source": list(field.choices)}
                )
        for line, example in enumerate(examples, 1):
            values = {
                **{name: getattr(example, name) for name in ("code", "reason", "story", "contact")},
                "public": YES_NO[0] if example.is_public else YES_NO[1],
                "named": YES_NO[0] if example.author else YES_NO[1],
            }
            for place, field in enumerate(EXAMPLES.fields):
                if field.key == "day" and example.day:
                    page.write_datetime(line, place, example.day, day)
                elif field.key != "day":
                    page.write_string(line, place, values[field.key], text)
    return buffer.getvalue()
