"""The programme draft under preview, kept in the session."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.programmes.saving import Loaded
from data_access.programmes.sheets import PROGRAMME
from data_access.programmes.versions import SetupVersion, version_of
from interface.widgets.sources import plain
from language.languages import Language
from presentation.signatures import display_name

_HELD: Final = "programme_draft"
BEGUN: Final = "programme_begun"  # the version of the tables that a reader changes


@dataclass
class Draft:
    """One workbook in memory; `preview` is what it would change.

    `began` is the version of the programme that was edited, None for a file. `is_typed`: on the page, in its words.
    """

    content: bytes
    name: str
    began: SetupVersion | None = None
    is_typed: bool = False
    preview: Loaded | None = None
    is_late: bool = False  # somebody saved another version after the preview

    @property
    def meets_another(self) -> bool:
        """Whether the programme was changed by somebody else since editing began."""
        compared = self.preview.before if self.preview else ""  # nothing where the workbook is refused
        return self.is_late or bool(compared and self.began and compared != self.began.mark)


def hold_draft(
    content: bytes, name: str, began: SetupVersion | None = None, *, is_typed: bool = False, is_late: bool = False
) -> None:
    """Hold a workbook for preview."""
    st.session_state[_HELD] = Draft(content, name, began, is_typed, is_late=is_late)


def held_draft() -> Draft | None:
    """The draft waiting to be saved."""
    draft: Draft | None = st.session_state.get(_HELD)
    return draft


def show_meeting(code: str, began: SetupVersion | None, language: Language) -> None:
    """Draw who saved another version of the programme meanwhile, and when."""
    texts = language.programmes
    with reading(database_url()) as connection:
        version = version_of(connection, code)
    who = texts.somebody
    if version.at and (began is None or version.at != began.at):
        who = f"{plain(display_name(version.who, language))} ({language.numbers.moment(version.at)})"
    st.warning(texts.changed_meanwhile.format(who=who), icon=":material/group:")


def forget_tables() -> None:
    """Discard edits and start again from what is stored."""
    st.session_state.pop(BEGUN, None)


def discard_draft() -> None:
    """Discard the draft."""
    st.session_state.pop(_HELD, None)


def empty_forms() -> None:
    """Clear the forms after saving."""
    for field in PROGRAMME.fields:
        if f"form_{field.key}" in st.session_state:
            st.session_state[f"form_{field.key}"] = None if field.choices or field.kind == "day" else ""
    if "copy_code" in st.session_state:
        st.session_state["copy_code"] = ""
