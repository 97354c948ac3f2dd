"""What a list says when it does not show everything."""

import streamlit as st

from language.languages import Language


def show_more(left: int, language: Language) -> None:
    """“… và 12 nữa” under a list that leaves so many out; nothing where it leaves out none."""
    if left > 0:
        st.caption(language.pages.and_more.format(count=language.numbers.count(left)))
