"""Forms for the text, the pictures and the visibility of an example."""

from functools import partial

import streamlit as st

from data_access.database.settings import database_url
from data_access.staff.examples import add_picture, drop_picture, save_example
from data_access.staff.pictures import LARGEST
from interface.shell.access import current_reader
from interface.shell.example_writing import do
from interface.shell.visit import Visit
from model.accounts import may
from model.clock import this_day
from model.examples import CONTACT_LENGTH, MOST_PICTURES, STORY_LENGTH, Example, Story


def show_story_form(example: Example, visit: Visit) -> None:
    """Draw text, consent and pictures, for accounts that may choose this example."""
    texts, by = visit.language.examples, current_reader()
    if not example.is_own or not may(by, "choose_example"):
        return
    with st.expander(texts.presenting_title, icon=":material/edit:"):
        _take_text(example, visit)
        _take_picture(example, visit)
        st.caption(f"**{texts.how_title}.** {texts.how}")


def _take_text(example: Example, visit: Visit) -> None:
    texts, today = visit.language.examples, this_day()
    with st.form(f"tell_{example.code}", border=False):
        fields = texts.presenting_fields
        story = st.text_area(fields["story"], example.story, max_chars=STORY_LENGTH, height=160)
        contact = st.text_input(fields["contact"], example.contact, max_chars=CONTACT_LENGTH)
        day = st.date_input(fields["day"], example.day or today, max_value=today, format="DD/MM/YYYY")
        may_name = st.checkbox(texts.presenting_consent, bool(example.author))
        public = st.checkbox(texts.presenting_public, example.is_public)
        if st.form_submit_button(texts.presenting_button, type="primary"):
            telling = Story(story, contact, day, public, may_name)
            number, by = visit.programme.id, current_reader()
            do(partial(save_example, database_url(), number, example.code, telling, by), visit, texts.presented)


def _take_picture(example: Example, visit: Visit) -> None:
    texts, by, number = visit.language.examples, current_reader(), visit.programme.id
    st.markdown(f"**{texts.picture_title}**")
    st.caption(texts.picture_note.format(most=LARGEST))
    with st.container(horizontal=True):
        for place, picture in enumerate(example.pictures, 1):
            if st.button(texts.picture_drop.format(number=place), key=f"picture_{picture.id}"):
                do(partial(drop_picture, database_url(), number, example.code, picture.id, by), visit)
    if len(example.pictures) >= MOST_PICTURES:
        return
    with st.form(f"picture_{example.code}", border=False, clear_on_submit=True):
        kinds = ["jpg", "jpeg", "png", "webp"]
        file = st.file_uploader(texts.picture_title, kinds, max_upload_size=LARGEST, label_visibility="collapsed")
        caption = st.text_input(texts.picture_caption, max_chars=200)
        if st.form_submit_button(texts.picture_button) and file is not None:
            write = partial(add_picture, database_url(), number, example.code, file.getvalue(), caption, by)
            do(write, visit, texts.presented)
