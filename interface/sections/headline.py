"""The first thing a leader sees: the number, the target, what is missing, who has not reported, from when."""

from html import escape

import streamlit as st

from interface.widgets.panels import CARDS_OF_A_UNION, show_card, show_metric, show_verdict, write_value
from interface.widgets.sources import plain, tell_source
from language.languages import Language
from model.facts import Fact
from model.results import Card, Overview
from presentation.cards import card_name
from presentation.verdict import tell_verdict


def show_headline(overview: Overview, language: Language) -> None:
    """How full the target is, and how much of the time has passed, as one bar."""
    reached, passed = overview.facts["reached_pct"].value, overview.facts["time_passed_pct"].value
    if reached is None:
        return
    numbers = language.numbers
    show_verdict(tell_verdict(overview, language), language.verdicts.rule)
    scale = max(100.0, reached)
    word = f"{language.facts.metrics['reached_pct']} {numbers.percent(reached)}"
    parts = [
        f'<div class="fill" style="width:{100 * reached / scale:.2f}%"></div>',
        f'<div class="tick" style="left:calc({100 * 100 / scale:.2f}% - 3px)"></div>',
        f'<div class="word" style="left:0">{escape(word)}</div>',
    ]
    if passed is not None and passed < 100:
        told = language.overview.time_passed.format(percent=numbers.percent(passed))
        at = 100 * passed / scale
        parts.append(f'<div class="time" style="left:{at:.2f}%"></div>')
        parts.append(f'<div class="word passed" style="{_beside(at)}">{escape(told)}</div>')
        word = f"{word} · {told}"
    st.html(f'<div class="bar" role="img" aria-label="{escape(word)}">{"".join(parts)}</div>')


def _beside(percent: float) -> str:
    """Where a word under the bar stays inside the page."""
    return f"left:max({percent:.2f}%, 9rem)" if percent < 60 else f"right:{100 - percent:.2f}%"


def show_cards(overview: Overview, language: Language, *, one_unit: bool = False) -> None:
    """Six cards, or the published headlines of a programme that counts other things.

    `one_unit` leaves out how many units take part.
    """
    if overview.facts["uploads"].value is None and overview.cards:
        st.markdown(f"##### {language.overview.published_headlines}")
        _show_published(overview.cards, language)
        return
    with st.grid(CARDS_OF_A_UNION if one_unit else 6, min_column_width=148, gap="small"):
        _uploads(overview, language)
        _target(overview, language)
        _reached(overview, language)
        _gap(overview, language)
        if not one_unit:
            _units(overview, language)
        _benefit(overview, language)
    if overview.cards:
        with st.expander(language.overview.published_headlines):
            _show_published(overview.cards, language)


def _uploads(overview: Overview, language: Language) -> None:
    week = overview.facts["last_7_days"].value
    note = language.overview.in_last_7_days.format(count=language.numbers.count(week)) if week else ""
    show_card("uploads", overview.facts["uploads"], language, note=note)


def _target(overview: Overview, language: Language) -> None:
    numbers = language.numbers
    end = numbers.date(overview.end) if overview.end else ""
    sentences = {"national": language.overview.national_plan, "published": language.overview.published_target}
    kind = language.names.target_kind(overview.target_scope).lower()
    note = (
        sentences.get(overview.target_scope, language.overview.target_sum).format(end=end, kind=kind)
        if end
        else language.overview.of_programme
    )
    show_card("target", overview.facts["target"], language, note=note)


def _reached(overview: Overview, language: Language) -> None:
    passed = overview.facts["time_passed_pct"].value
    note = ""
    if passed is not None:
        note = (
            language.overview.time_passed.format(percent=language.numbers.percent(passed))
            if passed < 100
            else language.overview.finished
        )
    early = overview.facts["days_early"].value
    if early and early > 0:
        told = {"moment": language.numbers.moment(overview.reached_at), "days": language.numbers.count(early)}
        note = language.overview.reached_early.format(**told)
    show_card("reached_pct", overview.facts["reached_pct"], language, note=note)


def _gap(overview: Overview, language: Language) -> None:
    numbers = language.numbers
    gap, needed, days = (overview.facts[name] for name in ("gap", "needed_per_day", "days_left"))
    if gap.value is None:
        show_card("gap", gap, language)
        return
    note = ""
    if gap.value < 0 and needed.value and days.value:
        note = language.overview.needed_per_day.format(
            count=numbers.count(needed.value), days=numbers.count(days.value)
        )
    if gap.value > 0 and overview.facts["reached_pct"].value is not None:
        note = language.overview.exceeded_by.format(percent=numbers.percent(overview.facts["reached_pct"].value - 100))
    label = language.facts.gap_name(gap.value)
    show_card("gap", gap, language, label=label, value=numbers.count(abs(gap.value)), note=note)


def _units(overview: Overview, language: Language) -> None:
    numbers = language.numbers
    reported, total = overview.facts["units_reported"], overview.facts["units_total"]
    if reported.value is None or total.value is None:
        show_card("units_reported", reported, language)
        return
    silent = int(total.value - reported.value)
    texts, printed = language.overview, reported.source.kind == "published"
    some, none = (
        (texts.none_published, texts.all_published) if printed else (texts.no_upload_yet, texts.every_unit_uploaded)
    )
    note = some.format(count=numbers.count(silent)) if silent else none
    label = language.facts.metrics["units_published" if printed else "units_reported"]
    value = f"{numbers.count(reported.value)}/{numbers.count(total.value)}"
    show_card("units_reported", reported, language, label=label, value=value, note=note)


def _benefit(overview: Overview, language: Language) -> None:
    benefit, computed, uploads = (overview.facts[name] for name in ("benefit_vnd", "benefit_count", "uploads"))
    note = ""
    if computed.value is not None and uploads.value:
        share = language.numbers.percent(100 * computed.value / uploads.value)
        note = language.overview.computed_for.format(percent=share)
    show_card("benefit_vnd", benefit, language, note=note)


def _show_published(cards: tuple[Card, ...], language: Language) -> None:
    """Published figures that stand on their own: titles, awards, levels of recognition."""
    with st.grid(min(len(cards), 6), min_column_width=200, gap="small"):
        for number, card in enumerate(cards):  # several may have one name
            label = card_name(card, language)
            show_metric(
                plain(label),
                write_value(card.fact, language),
                _measured_in(card.fact, language),
                tell_source(card.fact.source, language),
                f"printed-{number}",
            )


def _measured_in(fact: Fact, language: Language) -> str:
    day = language.facts.moment_of(language.numbers.moment(fact.as_of), inferred=fact.day_inferred)
    as_of = language.pages.as_of.format(moment=day) if fact.as_of else ""
    unit = language.facts.units_of_measure.get(fact.unit, language.names.word(fact.unit))
    return " · ".join(part for part in (unit, as_of) if part)


def show_origins(overview: Overview, language: Language) -> None:
    """Where the data comes from, in full sentences."""
    numbers = language.numbers
    with st.container(border=True):
        st.markdown(f"##### {language.overview.sources_title}")
        uploads, target = overview.facts["uploads"], overview.facts["target"]
        if uploads.source.kind == "records" and overview.moment and uploads.value is not None:
            moment = numbers.moment(overview.moment)
            st.markdown(language.overview.sources_records.format(count=numbers.count(uploads.value), moment=moment))
        elif uploads.value is not None:
            st.markdown(tell_source(uploads.source, language))
        for told in dict.fromkeys(tell_source(card.fact.source, language) for card in overview.cards):
            st.markdown(f"- {told}")
        if target.value is not None:
            st.markdown(language.overview.sources_target.format(source=tell_source(target.source, language)))
        for name, fact in overview.printed.items():
            label = language.published.metric_names.get(name, name)
            printed = f"{label}: {write_value(fact, language)} · {tell_source(fact.source, language)}"
            st.markdown(language.overview.sources_published.format(figure=printed))
