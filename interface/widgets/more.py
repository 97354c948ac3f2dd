"""Long lists: their first lines, and how many more there are."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from interface.widgets.sources import plain
from language.languages import Language

_LISTED: Final = 100  # lines


def show_more(count: int, language: Language) -> None:
    """Draw “… và 12 nữa” where a list leaves out that many; nothing for 0."""
    if count > 0:
        st.caption(language.pages.and_more.format(count=language.numbers.count(count)))


def show_lines(draw: Callable[[str], object], lines: Sequence[str], language: Language, head: str = "") -> None:
    """Let `draw` (st.error, st.markdown, …) show the first hundred lines as a list below `head`, then how many more.

    The lines are plain text, `head` is Markdown.
    """
    items = "\n".join(f"- {plain(line)}" for line in lines[:_LISTED])
    draw(f"{head}\n\n{items}" if head else items)
    show_more(len(lines) - _LISTED, language)
