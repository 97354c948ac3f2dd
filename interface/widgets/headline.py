"""The headline: count, target, gap, silent units, as-of."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

import streamlit as st

from interface.widgets.panels import columns_that_fill, show_card, show_metric
from interface.widgets.sources import describe_source, plain
from language.languages import Language
from model.facts import Fact
from model.filters import Filters
from model.results import Card, Overview
from presentation.by_measure import measures_note
from presentation.cards import card_name
from presentation.facts import moment_of_fact, write_fact
from presentation.key_figures import key_figures
from presentation.metric_card import MetricCard
from presentation.verdict import describe_verdict

_IN_A_ROW: Final = 4  # cards of a union
_CARDS: Final = ("target", "reached_pct", "gap", "units_reported", "benefit_vnd")


def show_verdict(overview: Overview, filters: Filters, language: Language) -> None:
    """Draw the verdict of a scope; its rule is shown on hover."""
    sentence = describe_verdict(overview, filters, language)
    st.html(f'<p class="verdict" title="{escape(language.verdicts.rule)}">{escape(sentence)}</p>')


def show_headline(overview: Overview, filters: Filters, language: Language) -> None:
    """Draw target reached and time passed as one bar."""
    reached, passed = overview.facts["reached_pct"].value, overview.facts["time_passed_pct"].value
    if reached is not None or overview.is_silent or overview.is_before:
        show_verdict(overview, filters, language)
    if reached is None or overview.is_silent:  # a bar would say 0 % of who has said nothing
        return
    passed = None if overview.facts["reached_pct"].is_older else passed  # the bar is of another day
    numbers = language.numbers
    scale = max(100.0, reached)
    percent = language.names.qualified(numbers.percent(reached), overview.facts["reached_pct"].qualifier)
    word = f"{language.facts.metrics['reached_pct']} {percent}"
    parts = [
        f'<div class="fill" style="width:{100 * reached / scale:.2f}%"></div>',
        f'<div class="tick" style="left:calc({100 * 100 / scale:.2f}% - 3px)"></div>',
        f'<div class="word" style="left:0">{escape(word)}</div>',
    ]
    if passed is not None and passed < 100:
        sentence = language.overview.time_passed.format(percent=numbers.percent(passed))
        at = 100 * passed / scale
        parts.append(f'<div class="time" style="left:{at:.2f}%"></div>')
        side = "passed" if at < 60 else "passed ends"  # so that the words stay inside the page
        parts.append(f'<div class="word {side}" style="--at:{at:.2f}%">{escape(sentence)}</div>')
        word = f"{word} · {sentence}"
    st.html(f'<div class="bar" role="img" aria-label="{escape(word)}">{"".join(parts)}</div>')
    gap = language.facts.gap_name(overview.facts["gap"].value or 0)
    metrics = language.facts.metrics
    names = (metrics["reached_pct"], gap, language.facts.pace_and_verdict, metrics["benefit_vnd"])
    if note := measures_note(filters.counted, names, language):
        st.caption(note)


def show_cards(overview: Overview, language: Language, own: Sequence[MetricCard] | None = None) -> None:
    """Draw six cards, or published headline figures for programmes that count other things.

    `own`: cards of one union, which stand in place of how many take part.
    """
    if overview.facts["uploads"].value is None and overview.cards:
        st.markdown(f"## {language.overview.published_headlines}")
        _show_published(overview.cards, language)
        if own:
            with st.grid(_IN_A_ROW, min_column_width=148, gap="small"):
                _show_own(own)
        return
    figures = key_figures(overview, language)
    names = [name for name in (overview.counts, *_CARDS) if own is None or name != "units_reported"]
    columns = 6 if own is None else columns_that_fill(len(names) + len(own), _IN_A_ROW)
    with st.grid(columns, min_column_width=148, gap="small"):
        for name in names:
            show_card(figures[name], language)
        _show_own(own or ())
    if overview.cards:
        with st.expander(language.overview.published_headlines):
            _show_published(overview.cards, language)


def _show_own(cards: Sequence[MetricCard]) -> None:
    for card in cards:
        show_metric(card.label, card.value, card.note, plain(card.definition))


def _show_published(cards: tuple[Card, ...], language: Language) -> None:
    """Draw published figures that stand alone: titles, awards, recognition levels."""
    with st.grid(min(len(cards), 6), min_column_width=200, gap="small"):
        for number, card in enumerate(cards):  # several may have one name
            label = card_name(card, language)
            show_metric(
                plain(label),
                write_fact(replace(card.fact, is_older=False), language),
                _measured_in(card.fact, language),
                describe_source(card.fact.source, language),
                f"printed-{number}",
            )


def _measured_in(fact: Fact, language: Language) -> str:
    as_of = language.pages.as_of.format(moment=moment_of_fact(fact, language)) if fact.as_of else language.facts.no_day
    unit = language.facts.units_of_measure.get(fact.unit, language.names.word(fact.unit))
    return " · ".join(part for part in (unit, as_of) if part)


def show_origins(overview: Overview, language: Language) -> None:
    """Draw where the data comes from, in full sentences: an article once, whose words stand beside each figure."""
    numbers = language.numbers
    with st.container(border=True):
        st.markdown(f"## {language.overview.sources_title}")
        uploads, target = overview.facts["uploads"], overview.facts["target"]
        if uploads.source.kind == "records" and overview.moment and uploads.value is not None:
            moment = numbers.moment(overview.moment)
            st.markdown(language.overview.sources_records.format(count=numbers.count(uploads.value), moment=moment))
        elif uploads.value is not None:
            st.markdown(describe_source(uploads.source, language))
        articles = dict.fromkeys(replace(card.fact.source, quote="", note="") for card in overview.cards)
        if articles:
            st.markdown("\n".join(f"- {describe_source(article, language)}" for article in articles))
        if target.value is not None:
            st.markdown(language.overview.sources_target.format(source=describe_source(target.source, language)))
        for name, fact in overview.printed.items():
            label = language.published.metric_names.get(name, name)
            text = write_fact(replace(fact, is_older=False), language)
            printed = f"{label}: {text} · {describe_source(fact.source, language)}"
            moment = moment_of_fact(fact, language)
            st.markdown(language.overview.sources_published.format(moment=moment, figure=printed))
