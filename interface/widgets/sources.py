"""Explanations of numbers: what is counted, as-of, source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from interface.widgets.replaying import replay
from language.languages import Language
from model.facts import Fact, Source
from presentation.calculated import calculated_note
from presentation.facts import moment_of_fact

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]()<>#+-.!|:$~"})


def plain(text: str) -> str:
    """Escape Markdown and HTML in user text."""
    return text.translate(_MARKS)


def explain(name: str, fact: Fact, language: Language) -> str:
    """Formula, what is counted, as-of and source of one number, as Markdown for a help bubble."""
    lines = [language.facts.formulas.get(name, "")]
    more = language.exports.counts
    subject = language.facts.counts.get(fact.counts) or more.get(fact.counts, fact.counts)
    lines.append(f"**{language.facts.counted}:** {subject}")
    if fact.as_of:
        lines.append(f"**{language.facts.as_of_label}:** {moment_of_fact(fact, language)}")
    lines.append(f"**{language.facts.source}:** {describe_source(fact.source, language)}")
    return "\n\n".join(line for line in lines if line)


def describe_source(source: Source, language: Language) -> str:
    """One source in a sentence: its kind in the reader's language, then its own description."""
    kind = language.facts.source_kinds.get(source.kind, source.kind)
    title = language.names.staff_text(language.one_of(source.title, source.title_en))
    parts = [
        kind,
        language.exports.rows.get(source.title) or plain(title),
        plain(language.names.quotation(source.quote)) if source.quote else "",
    ]
    if source.url.startswith(("http://", "https://")):
        parts.append(f"[{language.facts.open_source}](<{source.url}>)")
    if source.note:
        parts.append(language.exports.kinds_of_data.get(source.note) or plain(calculated_note(source.note, language)))
    return " · ".join(part for part in parts if part)


@dataclass(frozen=True)
class Sources:
    """What “Nguồn” opens, in one form on every page: as of when, from where, and what else is to be known."""

    as_of: str
    names: Sequence[str]  # Markdown, each a source
    more: Sequence[str] = ()  # sentences

    def lines(self, language: Language) -> tuple[str, ...]:
        """The as-of, the only source on its line or several as a list, then the sentences."""
        names, head = tuple(dict.fromkeys(self.names)), f"**{language.facts.source}:**"
        origins = f"{head} {names[0]}" if len(names) == 1 else "\n".join((head, "", *(f"- {name}" for name in names)))
        return (f"**{language.facts.as_of_label}:** {self.as_of}", origins, *self.more)


def sources_of(
    moment: datetime | None, sources: Sequence[Source], language: Language, *, inferred: bool = False
) -> Sources:
    """The sources of numbers of one moment, marked where no source names its day."""
    as_of = language.moment_of(moment, inferred=inferred) if moment else language.facts.unknown
    return Sources(as_of, [describe_source(source, language) for source in sources])


def show_sources(sources: Sources, language: Language) -> None:
    """Draw “Nguồn”, a small button that opens as-of and sources."""
    texts = sources.lines(language)

    def draw() -> None:
        with st.popover(language.facts.source, type="tertiary", icon=":material/info:"):
            for line in texts:
                st.markdown(line)

    replay("|".join(("sources", language.facts.source, *texts)), draw)  # the same under most filters
