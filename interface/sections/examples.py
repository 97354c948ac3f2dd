"""Parts of the examples page: cards, gallery, and one example with pictures, link and QR code."""

import base64
from html import escape
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from data_access.queries.examples import fetch_picture
from interface.shell.address import link_params
from interface.shell.choosing import Chooser
from interface.shell.exporting import current_occasion
from interface.shell.visit import Visit
from interface.widgets.panels import columns_that_fill, record_links, show_metric, show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from language.languages import Language
from model.examples import Example, Examples, Picture
from presentation.examples import (
    adopted_rows,
    card_counts,
    contact_line,
    foreign_language,
    scan_picture,
    shared_link,
    summary_line,
)

_MOST_IN_A_ROW: Final = 4  # cards of a broad screen


def show_example_cards(examples: Examples, language: Language) -> None:
    """Draw how many examples there are, from how many sectors, and how often they were adopted."""
    texts = language.examples
    with st.grid(len(texts.cards), min_column_width=150):
        for name, count in card_counts(examples).items():
            value = language.numbers.count(count)
            show_metric(texts.cards[name], value, texts.card_notes[name], texts.card_help[name], f"examples-{name}")


def choose_example(examples: Examples, visit: Visit) -> str:
    """The code of the example on view, kept in the address."""
    titles = {example.code: example.title or example.code for example in examples.shown}
    code = st.query_params.get("example", "")
    value = code if code in titles else examples.shown[0].code
    Chooser(visit.catalogue, visit.language).from_list(
        "example", visit.language.examples.choose, list(titles), value, titles.__getitem__
    )
    return value


def show_example(example: Example, visit: Visit) -> None:
    """Draw everything about one example."""
    texts, language = visit.language.examples, visit.language
    with st.container(border=True):
        st.markdown(f"## {plain(example.title or example.code)}")
        st.caption(plain(summary_line(example, visit.catalogue, language)))
        _show_pictures(example, visit)
        for head, text in ((texts.story, example.story), (texts.reason, example.reason)):
            if text:
                st.html(_show_texts(head, text, language))
        if example.author:
            st.markdown(plain(texts.author.format(name=example.author)))
        st.markdown(plain(contact_line(example, language)))
        if example.is_own:
            (link,) = record_links([example.code], link_params(visit.filters))
            st.html(f'<p class="example"><a class="record" href="{escape(link)}" target="_self">{texts.record}</a></p>')
        _show_sharing(example, visit)


def _show_texts(head: str, text: str, language: Language) -> str:
    """Draw the staff's text line by line, with a language mark where it differs from the page's language."""
    lines = (line for line in language.names.staff_text(text).splitlines() if line.strip())
    paragraphs = "".join(f"<p{_mark(text, language)}>{escape(line)}</p>" for line in lines)
    return f'<div class="example told"><p><b>{escape(head)}</b></p>{paragraphs}</div>'


def _mark(text: str, language: Language) -> str:
    return f' lang="{code}"' if (code := foreign_language(text, language)) else ""


def show_adopted(example: Example, visit: Visit) -> None:
    """Draw the units whose claim was accepted."""
    texts = visit.language.examples
    show_title(texts.adopted_title, "", None, visit.language)
    if not example.adopted:
        st.markdown(texts.adopted_none)
        return
    rows = adopted_rows(example.adopted, visit.catalogue, visit.language)
    show_small_table(texts.adopted_columns, rows, whole=(1,), long=(2,), caption=texts.adopted_title)


def show_gallery(examples: Examples, visit: Visit) -> None:
    """Draw every example as a card that opens it."""
    texts, language = visit.language.examples, visit.language
    show_title(texts.list_title, texts.list_note, None, language)
    most = _MOST_IN_A_ROW if visit.broad else _MOST_IN_A_ROW - 1
    with st.grid(columns_that_fill(len(examples.shown), most), min_column_width=300):
        for example in examples.shown:
            with st.container(border=True, height="stretch"):
                st.html(_card(example, visit))


def _card(example: Example, visit: Visit) -> str:
    texts, language = visit.language.examples, visit.language
    query = _query_of(example, visit)
    story = language.names.staff_text(example.story or example.reason)
    count = language.numbers.count(len(example.adopted))
    state = texts.public if example.is_public else texts.private
    foot = " · ".join((texts.adopted_count.format(count=count), state) if example.adopted else (state,))
    picture = _image(example, 0, visit, small=True) if example.pictures else ""
    title, marked = escape(example.title or example.code), _mark(example.story or example.reason, language)
    return (
        f'<div class="example">{picture}<h3><a href="examples?{escape(query)}" target="_self"'
        f"{_mark(example.title, language)}>{title}</a></h3>"
        f"<p>{escape(summary_line(example, visit.catalogue, language))}</p>"
        f'<p class="story"{marked}>{escape(story)}</p>'
        f"<p><small>{escape(foot)}</small></p></div>"
    )


def _query_of(example: Example, visit: Visit) -> str:
    """The query string of the page of one example."""
    return urlencode(link_params(visit.filters, example=example.code), doseq=True)


def _show_pictures(example: Example, visit: Visit) -> None:
    if example.pictures:
        figures = "".join(_figure(example, number, visit) for number in range(len(example.pictures)))
        st.html(f'<div class="example-pictures">{figures}</div>')


def _figure(example: Example, number: int, visit: Visit) -> str:
    picture = example.pictures[number]
    marked, caption = _mark(picture.caption, visit.language), escape(_caption(picture, visit))
    return f"<figure>{_image(example, number, visit)}<figcaption{marked}>{caption}</figcaption></figure>"


def _image(example: Example, number: int, visit: Visit, *, small: bool = False) -> str:
    picture = example.pictures[number]
    content = base64.b64encode(fetch_picture(visit.records, picture.id, small=small)).decode()
    caption = _caption(picture, visit) or visit.language.examples.picture.format(title=example.title)
    return (
        f'<img alt="{escape(caption)}" width="{picture.width}" height="{picture.height}" '
        f'src="data:image/jpeg;base64,{content}">'
    )


def _caption(picture: Picture, visit: Visit) -> str:
    return visit.language.names.staff_text(picture.caption)


def _show_sharing(example: Example, visit: Visit) -> None:
    """Draw the link, public or for accounts, as text and as QR code."""
    texts, base = visit.language.examples, current_occasion("examples")().address
    query = _query_of(example, visit)
    link = shared_link(base, example.token) if example.token else f"{base}/examples?{query}"
    with st.popover(texts.share_title, icon=":material/qr_code_2:"):
        st.caption(texts.share_note if example.token else texts.share_private)
        st.code(link, language=None, wrap_lines=True)
        st.html(f'<img class="scan" alt="{escape(texts.share_code)}" src="{scan_picture(link)}">')
