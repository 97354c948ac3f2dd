"""The set-up workbook that a reader looks at before it is saved; it lives in their session."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from data_access.programmes.saving import Loaded
from data_access.programmes.versions import SetupVersion

_HELD: Final = "programme_draft"
BEGUN: Final = "programme_begun"  # the version of the tables that a reader changes


@dataclass
class Draft:
    """One workbook in memory; `preview` is what it would do.

    `began` is the version of the programme that was edited; none for a file.
    """

    content: bytes
    name: str
    began: SetupVersion | None = None
    preview: Loaded | None = None
    is_late: bool = False  # somebody saved another version after the preview

    @property
    def meets_another(self) -> bool:
        """Whether the preview speaks of a version that was not there when the reader began."""
        return self.is_late or bool(self.preview and self.began and self.preview.before != self.began.mark)


def hold_draft(content: bytes, name: str, began: SetupVersion | None = None) -> None:
    """Put a workbook before the reader: the page shows what it would change."""
    st.session_state[_HELD] = Draft(content, name, began)


def held_draft() -> Draft | None:
    """The workbook that waits."""
    found: Draft | None = st.session_state.get(_HELD)
    return found


def forget_tables() -> None:
    """Begin again with what is stored: the reader's own changes are, too."""
    st.session_state.pop(BEGUN, None)


def discard_draft() -> None:
    """Forget the workbook that waits."""
    st.session_state.pop(_HELD, None)
