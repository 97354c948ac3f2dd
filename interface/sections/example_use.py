"""“Chúng tôi đã áp dụng”: units claim that they use an example; those responsible for it decide."""

from functools import partial

import streamlit as st

from data_access.database.settings import database_url
from data_access.queries.readiness import units_with_notes
from data_access.staff.examples import decide_adoption, say_adopted
from interface.shell.access import current_reader
from interface.shell.example_writing import do, show_done
from interface.shell.visit import Visit
from interface.widgets.panels import show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from model.accounts import may
from model.clock import this_day
from model.examples import ACCEPTED, WAITING, Adoption, Example
from model.filters import Filters
from presentation.examples import unit_name
from presentation.signatures import display_name


def show_adoption_form(example: Example, visit: Visit) -> None:
    """Draw the form in which a unit claims use, for accounts that may act for units."""
    texts, by = visit.language.examples, current_reader()
    show_done()
    if not may(by, "say_adopted"):
        return
    everything = Filters(programme=visit.filters.programme)
    own = units_with_notes(visit.records, everything)
    units = [code for code in (unit.code for unit in visit.catalogue.members(everything)) if code in own]
    units = [code for code in units if code != example.unit_code]
    with st.expander(texts.say_title, icon=":material/handshake:"), st.form("adoption", border=False):
        fields, today = texts.say_fields, this_day()
        st.caption(texts.say_note)
        unit = st.selectbox(
            fields["unit"], units, format_func=lambda code: unit_name(code, visit.catalogue, visit.language)
        )
        day = st.date_input(fields["day"], today, max_value=today, format="DD/MM/YYYY")
        place = st.text_input(fields["place"], max_chars=200, key="adoption_place")
        remark = st.text_area(fields["note"], max_chars=500, height=80, key="adoption_note")
        if st.form_submit_button(texts.say_button) and unit:
            number = visit.programme.id
            write = partial(say_adopted, database_url(), number, example.code, unit, day, place, remark, by)
            do(write, visit, texts.claimed)


def decides_claims(example: Example, visit: Visit) -> bool:
    """Whether the account answers for the example and somebody claims to use it."""
    decides = example.is_own and may(current_reader(), "choose_example") and visit.records.frozen is None
    return decides and bool(example.adoptions)


def show_claims(example: Example, visit: Visit) -> None:
    """Draw every claim with buttons to decide, for those responsible for the example."""
    texts, by = visit.language.examples, current_reader()
    show_title(texts.adopted_title, texts.waiting_note, None, visit.language)
    rows = [_row(adoption, visit) for adoption in example.adoptions]
    show_small_table(texts.waiting_columns, rows, whole=(1, 5), long=(2, 3), caption=texts.adopted_title)
    with st.container(horizontal=True):
        for adoption in example.adoptions:
            name = plain(unit_name(adoption.unit_code, visit.catalogue, visit.language))
            decide = partial(decide_adoption, database_url(), visit.programme.id, adoption.id, by)
            if adoption.state == WAITING and st.button(texts.accept.format(unit=name), key=f"accept_{adoption.id}"):
                do(partial(decide, accept=True), visit)
            refusals = {WAITING: texts.refuse, ACCEPTED: texts.withdraw}
            word = refusals.get(adoption.state, "").format(unit=name)
            if word and st.button(word, key=f"refuse_{adoption.id}"):
                do(partial(decide, accept=False), visit)


def _row(adoption: Adoption, visit: Visit) -> tuple[str, ...]:
    language = visit.language
    name = unit_name(adoption.unit_code, visit.catalogue, language)
    who = display_name(adoption.who, language) if adoption.who else ""
    words = language.names.staff_text
    return (
        name,
        language.numbers.date(adoption.day),
        words(adoption.place),
        words(adoption.note),
        who,
        language.examples.states[adoption.state],
    )
