"""Values of a source as the texts of a file."""

from collections.abc import Mapping

from data_access.importing.files.cell_values import word_of_switch

Row = Mapping[str, str]


def as_text(value: object) -> str:
    """A value of a database or of JSON as a file would have it, in one line."""
    if isinstance(value, str):
        is_plain = value.isprintable() and "  " not in value
        return value.strip() if is_plain else " ".join(value.split())
    if value is None:
        return ""
    if isinstance(value, bool):
        return word_of_switch(is_on=value)
    if hasattr(value, "strftime"):
        form = "%d/%m/%Y %H:%M:%S" if hasattr(value, "hour") else "%d/%m/%Y"
        return str(value.strftime(form))
    return " ".join(str(value).split())
