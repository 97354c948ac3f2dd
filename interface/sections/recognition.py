"""What the page of recognition says in words: its cards, waits and who has the largest backlog."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from charts.recognition import draw_waits
from charts.sectors import draw_sectors
from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.shell.wording import breakdown_title, records_source
from interface.widgets.panels import show_chart, show_metric
from interface.widgets.sources import plain, tell_source
from language.languages import Language
from model.catalogue import Programme
from model.filters import Filters
from model.recognition import Recognition, Waits
from model.results import Breakdown


def show_recognition_cards(found: Recognition, language: Language) -> None:
    """Six numbers: how many are valid, wait, were rewarded, used and taken over, and how long a decision takes."""
    if found.counts is None or found.use is None or found.decided is None or found.waiting is None:
        return
    texts, numbers, counts, use = language.recognition, language.numbers, found.counts, found.use
    share = partial(_share, language=language)
    long = sum(found.waiting.buckets[-2:])
    median = numbers.count(found.decided.median) if found.decided.total else language.facts.unknown
    valid, uploads = numbers.count(counts["valid"]), numbers.count(counts["uploads"])
    cards = {
        "valid_pct": (share(counts["valid"], counts["uploads"]), {"part": valid, "whole": uploads}),
        "review": (numbers.count(counts["review"]), {"count": numbers.count(long)}),
        "decided": (
            texts.in_days.format(days=median) if found.decided.total else median,
            {"days": numbers.count(found.decided.longest)},
        ),
        "rewarded": (numbers.count(counts["rewarded"]), {"percent": share(counts["rewarded"], counts["valid"])}),
        "applied": (share(use.applied, use.total), {"part": numbers.count(use.applied), "whole": valid}),
        "replicated": (
            numbers.count(use.replicated),
            {"percent": share(use.replicated, use.applied), "places": numbers.count(use.places)},
        ),
    }
    with st.grid(len(cards), min_column_width=148, gap="small"):
        for name, (value, blanks) in cards.items():
            show_metric(
                texts.cards[name],
                value,
                texts.card_notes[name].format(**blanks),
                texts.card_help[name],
            )


def show_waits(title: str, note: str, found: Waits | None, visit: Visit, colour: str = "") -> None:
    """One kind of waiting as a chart under a sentence."""
    numbers = visit.language.numbers
    told = ""
    if found is not None and found.total:
        told = note.format(
            count=numbers.count(found.total), median=numbers.count(found.median), longest=numbers.count(found.longest)
        )
    show_chart(title, told, draw_waits(found, visit.look, colour=colour), records_source(visit), visit.language)


def show_printed(breakdowns: tuple[Breakdown, ...], visit: Visit) -> None:
    """Ladders and lists as they were printed, each with its source."""
    with st.grid(2, min_column_width=430):
        for breakdown in breakdowns:
            show_chart(
                breakdown_title(breakdown, visit.language, visit.language.recognition.awards_title),
                visit.language.one_of(breakdown.note_vi, breakdown.note_en),
                draw_sectors(breakdown, visit.look),
                [tell_source(breakdown.source, visit.language)],
                visit.language,
            )


def show_other_programmes(programmes: Sequence[Programme], visit: Visit) -> None:
    """Links to the other programmes with printed levels or titles: those that people quote are among them."""
    language = visit.language
    with st.container(horizontal=True, gap="small", key="elsewhere", vertical_alignment="center"):
        st.markdown(language.recognition.elsewhere, width="content")
        for programme in programmes:
            name = language.name_of(programme)
            params = {"programme": [programme.code], **link_params(Filters())}
            st.page_link("pages/recognition.py", label=plain(name), query_params=params, width="content")


def _share(part: int, whole: int, language: Language) -> str:
    return language.numbers.percent(100 * part / whole if whole else None)
