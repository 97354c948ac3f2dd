"""Inside a unit: the way back to the levels above."""

import streamlit as st

from interface.shell import address
from interface.widgets.sources import plain
from language.languages import Language
from model.catalogue import Catalogue
from model.filters import Filters


def show_way_up(filters: Filters, catalogue: Catalogue, language: Language) -> None:
    """Draw the whole and every unit above the current one; nothing where all units are ranked."""
    if not filters.within:
        return
    number = catalogue.programme(filters.programme).id
    chain = catalogue.chain(number, filters.within)
    steps = [
        (language.names.word(unit.short_name), unit.code) for unit in chain if catalogue.has_below(number, unit.code)
    ]
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="way_up"):
        for name, code in [(language.pages.whole_programme, ""), *steps]:
            here = code == filters.within
            st.button(
                plain(name),
                key=f"up_{code}",
                type="tertiary",
                icon=":material/home:" if not code else ":material/chevron_right:",
                disabled=here,
                on_click=address.write,
                args=({"within": [code] if code else [], "unit": []}, catalogue),
            )
