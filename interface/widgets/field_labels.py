"""Labels of the fields of a programme."""

from data_access.programmes.fields import Field
from language.languages import Language


def field_label(field: Field, language: Language) -> str:
    """The name of a field, with a star where it has to be filled in."""
    return language.one_of(field.vi, field.en) + (" *" if field.required else "")
