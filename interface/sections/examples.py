"""Parts of the examples page: cards, gallery, and one example with pictures, link and QR code."""

import base64
from html import escape
from urllib.parse import urlencode

import streamlit as st

from data_access.queries.examples import fetch_picture
from interface.shell.address import link_params
from interface.shell.choosing import Chooser
from interface.shell.exporting import current_occasion
from interface.shell.visit import Visit
from interface.widgets.panels import record_links, show_metric, show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from language.languages import Language
from model.examples import Example, Examples, Picture
from presentation.examples import (
    adopted_rows,
    card_counts,
    contact_line,
    foreign_language,
    scan_code,
    shared_link,
    summary_line,
)


def show_example_cards(examples: Examples, language: Language) -> None:
    """Draw how many examples there are, from how many sectors, and how often they were adopted."""
    texts = language.examples
    with st.grid(len(texts.cards), min_column_width=150):
        for name, count in card_counts(examples).items():
            value = language.numbers.count(count)
            show_metric(texts.cards[name], value, texts.card_notes[name], texts.card_help[name], f"examples-{name}")


def choose_example(examples: Examples, visit: Visit) -> str:
    """The code of the example on view, kept in the address."""
    titles = {one.code: one.title or one.code for one in examples.shown}
    wanted = st.query_params.get("example", "")
    value = wanted if wanted in titles else examples.shown[0].code
    Chooser(visit.catalogue, visit.language).from_list(
        "example", visit.language.examples.choose, list(titles), value, titles.__getitem__
    )
    return value


def show_example(one: Example, visit: Visit) -> None:
    """Draw everything about one example."""
    texts, language = visit.language.examples, visit.language
    with st.container(border=True):
        st.markdown(f"## {plain(one.title or one.code)}")
        st.caption(plain(summary_line(one, visit.catalogue, language)))
        _show_pictures(one, visit)
        for head, text in ((texts.story, one.story), (texts.reason, one.reason)):
            if text:
                st.html(_show_texts(head, text, language))
        if one.author:
            st.markdown(plain(texts.author.format(name=one.author)))
        st.markdown(plain(contact_line(one, language)))
        if one.is_own:
            (link,) = record_links([one.code], link_params(visit.filters))
            st.html(f'<p class="example"><a class="record" href="{escape(link)}" target="_self">{texts.record}</a></p>')
        _show_sharing(one, visit)


def _show_texts(head: str, text: str, language: Language) -> str:
    """Draw the staff's text line by line, with a language mark where it differs from the page's language."""
    lines = (line for line in language.names.staff_text(text).splitlines() if line.strip())
    paragraphs = "".join(f"<p{_mark(text, language)}>{escape(line)}</p>" for line in lines)
    return f'<div class="example told"><p><b>{escape(head)}</b></p>{paragraphs}</div>'


def _mark(text: str, language: Language) -> str:
    return f' lang="{code}"' if (code := foreign_language(text, language)) else ""


def show_adopted(one: Example, visit: Visit) -> None:
    """Draw the units whose claim was accepted."""
    texts = visit.language.examples
    show_title(texts.adopted_title, "", (), visit.language)
    if not one.adopted:
        st.markdown(texts.adopted_none)
        return
    rows = adopted_rows(one.adopted, visit.catalogue, visit.language)
    show_small_table(texts.adopted_columns, rows, whole=(1,), long=(2,), caption=texts.adopted_title)


def show_gallery(examples: Examples, visit: Visit) -> None:
    """Draw every example as a card that opens it."""
    texts, language = visit.language.examples, visit.language
    show_title(texts.list_title, texts.list_note, (), language)
    with st.grid(min_column_width=300):
        for one in examples.shown:
            with st.container(border=True, height="stretch"):
                st.html(_card(one, visit))


def _card(one: Example, visit: Visit) -> str:
    texts, language = visit.language.examples, visit.language
    query = urlencode({**link_params(visit.filters), "example": [one.code]}, doseq=True)
    story = language.names.staff_text(one.story or one.reason)
    count = language.numbers.count(len(one.adopted))
    state = texts.public if one.is_public else texts.private
    foot = " · ".join((texts.adopted_count.format(count=count), state) if one.adopted else (state,))
    picture = _image(one, 0, visit, small=True) if one.pictures else ""
    title, marked = escape(one.title or one.code), _mark(one.story or one.reason, language)
    return (
        f'<div class="example">{picture}<h3><a href="examples?{escape(query)}" target="_self"'
        f"{_mark(one.title, language)}>{title}</a></h3><p>{escape(summary_line(one, visit.catalogue, language))}</p>"
        f'<p class="story"{marked}>{escape(story)}</p>'
        f"<p><small>{escape(foot)}</small></p></div>"
    )


def _show_pictures(one: Example, visit: Visit) -> None:
    if one.pictures:
        shown = "".join(_figure(one, number, visit) for number in range(len(one.pictures)))
        st.html(f'<div class="example-pictures">{shown}</div>')


def _figure(one: Example, number: int, visit: Visit) -> str:
    picture = one.pictures[number]
    marked, caption = _mark(picture.caption, visit.language), escape(_caption(picture, visit))
    return f"<figure>{_image(one, number, visit)}<figcaption{marked}>{caption}</figcaption></figure>"


def _image(one: Example, number: int, visit: Visit, *, small: bool = False) -> str:
    picture = one.pictures[number]
    content = base64.b64encode(fetch_picture(visit.records, picture.id, small=small)).decode()
    caption = _caption(picture, visit) or visit.language.examples.picture.format(title=one.title)
    return (
        f'<img alt="{escape(caption)}" width="{picture.width}" height="{picture.height}" '
        f'src="data:image/jpeg;base64,{content}">'
    )


def _caption(picture: Picture, visit: Visit) -> str:
    return visit.language.names.staff_text(picture.caption)


def _show_sharing(one: Example, visit: Visit) -> None:
    """Draw the link, public or for accounts, as text and as QR code."""
    texts, base = visit.language.examples, current_occasion("examples")().address
    query = urlencode({**link_params(visit.filters), "example": [one.code]}, doseq=True)
    link = shared_link(base, one.token) if one.token else f"{base}/examples?{query}"
    with st.popover(texts.share_title, icon=":material/qr_code_2:"):
        st.caption(texts.share_note if one.token else texts.share_private)
        st.code(link, language=None, wrap_lines=True)
        st.html(f'<img class="scan" alt="{escape(texts.share_code)}" src="{scan_code(link)}">')
