"""The set-up workbook that a reader looks at before it is saved; it lives in their session."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from data_access.programmes.saving import Loaded

_HELD: Final = "programme_draft"


@dataclass
class Draft:
    """One workbook in memory; `preview` is what it would do."""

    content: bytes
    name: str
    preview: Loaded | None = None


def hold_draft(content: bytes, name: str) -> None:
    """Put a workbook before the reader: the page shows what it would change."""
    st.session_state[_HELD] = Draft(content, name)


def held_draft() -> Draft | None:
    """The workbook that waits."""
    found: Draft | None = st.session_state.get(_HELD)
    return found


def discard_draft() -> None:
    """Forget the workbook that waits."""
    st.session_state.pop(_HELD, None)
