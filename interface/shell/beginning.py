"""Before the first programme, member or record: every page links to where it is added."""

import streamlit as st

from interface.shell.visit import Visit
from language.languages import Language
from model.accounts import may
from model.reader import Reader

_WORK_WITHOUT: frozenset[str] = frozenset(("programmes", "admin"))


def lead_to_first_programme(subject: str, reader: Reader, language: Language) -> None:
    """Draw a sentence and a link; ends pages that have nothing to show."""
    st.html(f'<div class="head"><h1>{language.pages.titles[subject]}</h1></div>')
    texts = language.programmes
    if subject in _WORK_WITHOUT:
        return
    if not may(reader, "manage_programmes"):
        st.info(texts.ask_admin, icon=":material/hourglass_empty:")
        st.stop()
    st.info(texts.begin, icon=":material/rocket_launch:")
    params = {"lang": language.code}
    st.page_link("pages/programmes.py", label=texts.begin_link, icon=":material/arrow_forward:", query_params=params)
    st.stop()


def lead_to_members(visit: Visit, language: Language) -> None:
    """Draw a link to where units are added, for programmes without members."""
    if visit.subject in _WORK_WITHOUT:
        return
    st.info(language.problems.nobody_takes_part, icon=":material/group_off:")
    if not may(visit.reader, "manage_programmes"):
        return
    params = {"programme": visit.filters.programme, "lang": language.code}
    label = language.programmes.members_next
    st.page_link("pages/programmes.py", label=label, icon=":material/group_add:", query_params=params)


def lead_to_first_import(subject: str, programme: str, language: Language) -> None:
    """Draw a link to the import, for programmes without records."""
    if subject in _WORK_WITHOUT or subject == "import":
        return
    st.info(language.programmes.no_records, icon=":material/rocket_launch:")
    link_to_import(programme, language)


def link_to_import(programme: str, language: Language) -> None:
    """Draw a link to the import of records into a programme (its code)."""
    params, label = {"programme": programme, "lang": language.code}, language.programmes.import_next
    st.page_link("pages/import.py", label=label, icon=":material/upload_file:", query_params=params)
