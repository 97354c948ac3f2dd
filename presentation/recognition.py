"""Decisions on the initiatives in words, for page and pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from language.languages import Language
from language.words.formatting import MISSING
from model.readiness import Share
from model.recognition import Recognition, Unrewarded, Use, Waits
from presentation.metric_card import MetricCard, metric_card

_LONG_WAITS: Final = 2  # the last buckets: more than 30 days


@dataclass(frozen=True)
class RecognitionView:
    """Cards, and a title and a sentence for each chart. Sentences that do not apply are ""."""

    cards: tuple[MetricCard, ...]  # none where records do not tell
    titles: Mapping[str, str]  # by funnel, states, use, decided, waiting, rewarded
    notes: Mapping[str, str]  # the same keys
    use_noted: str  # how many are used since a day that somebody noted
    statuses_ignored: str  # that a chosen status narrows nothing here


def view_recognition(recognition: Recognition, language: Language, *, is_of_statuses: bool = False) -> RecognitionView:
    """The words of a scope; `is_of_statuses` where the reader filters by status."""
    texts = language.recognition
    return RecognitionView(
        cards=tuple(_cards(recognition, language)),
        titles={
            "funnel": texts.funnel_title,
            "states": texts.states_title,
            "use": texts.use_title,
            "decided": texts.decided_title,
            "waiting": texts.waiting_title,
            "rewarded": texts.rewarded_title,
        },
        notes={
            "funnel": texts.funnel_note,
            "states": texts.states_note,
            "use": _use_note(recognition.use, language),
            "decided": waits_note(texts.waits_note, recognition.decided, language),
            "waiting": waits_note(texts.waiting_note, recognition.waiting, language),
            "rewarded": waits_note(texts.waits_note, recognition.rewarded, language),
        },
        use_noted=_use_noted(recognition, language),
        statuses_ignored=texts.statuses_ignored if is_of_statuses else "",
    )


def waits_note(text: str, waits: Waits | None, language: Language) -> str:
    """A sentence with count, median and maximum; "" where nothing waited."""
    if waits is None or not waits.total:
        return ""
    numbers = language.numbers
    return text.format(
        count=numbers.count(waits.total), median=numbers.count(waits.median), longest=numbers.count(waits.longest)
    )


def describe_unrewarded(unrewarded: Unrewarded, recognition: Recognition, language: Language) -> str:
    """How long valid initiatives have waited for a reward; where no reward was ever recorded, that this is not zero."""
    texts, count = language.recognition, language.numbers.count
    sentences = [waits_note(texts.unrewarded_note, unrewarded.waits, language)]
    if sentences[0] and unrewarded.limit is not None:
        sentences.append(texts.rewards_late.format(late=count(unrewarded.late), limit=count(unrewarded.limit)))
    if sentences[0] and not (recognition.counts and recognition.counts["rewarded"]):
        sentences.append(texts.rewards_not_noted)
    return " ".join(filter(None, sentences))


def use_lines(recognition: Recognition, language: Language) -> tuple[str, ...]:
    """How many valid initiatives are used and replicated, in total and with a date; unknown parts are left out."""
    return tuple(line for line in (_use_note(recognition.use, language), _use_noted(recognition, language)) if line)


def describe_ideas(ideas: Share, language: Language) -> str:
    """How many ideas were registered, by how many of the unions, and who has none or is unknown, as the page of
    readiness counts them; for one union only the number.
    """
    count = language.numbers.count
    if ideas.units == 1:
        return language.recognition.ideas_of_one.format(amount=count(ideas.amount)) if ideas.yes + ideas.no else ""
    texts, parts = language.recognition, {"yes": count(ideas.yes), "no": count(ideas.no)}
    sentences = [texts.ideas.format(amount=count(ideas.amount), **parts)]
    if ideas.unknown:
        sentences.append(texts.ideas_unknown.format(unknown=count(ideas.unknown)))
    return " ".join(sentences)


def _use_note(use: Use | None, language: Language) -> str:
    if use is None or not _is_noted(use):
        return ""
    applied, replicated = (language.numbers.count(100 * part / use.total) for part in (use.applied, use.replicated))
    return language.recognition.use_sentence.format(applied=applied, replicated=replicated)


def _is_noted(use: Use) -> bool:
    """Whether use is recorded for any initiative."""
    return bool(use.applied or use.not_applied or use.replicated)


def _use_noted(recognition: Recognition, language: Language) -> str:
    if not any(recognition.noted) or recognition.moment is None:
        return ""
    applied, replicated = map(language.numbers.count, recognition.noted)
    moment = language.numbers.moment(recognition.moment)
    return language.recognition.use_noted.format(moment=moment, applied=applied, replicated=replicated)


def _cards(recognition: Recognition, language: Language) -> Iterator[MetricCard]:
    """Valid, waiting, rewarded, used and replicated, and how long decisions take."""
    if (
        recognition.counts is None
        or recognition.use is None
        or recognition.decided is None
        or recognition.waiting is None
    ):
        return
    params = {
        **_counted(recognition.counts, recognition.waiting, language),
        "decided": _decided(recognition.decided, language),
        **_used(recognition.use, recognition.counts["valid"], language),
    }
    texts = language.recognition
    for name in ("valid_pct", "review", "decided", "rewarded", "applied", "replicated"):
        value, blanks = params[name]
        note = texts.card_notes[name].format(**blanks)
        yield metric_card(name, value, note, texts)


_Written = tuple[str, Mapping[str, str]]  # the value, and the blanks of the line below


def _counted(counts: Mapping[str, int], waiting: Waits, language: Language) -> dict[str, _Written]:
    count = language.numbers.count
    valid, uploads, rewarded = counts["valid"], counts["uploads"], counts["rewarded"]
    return {
        "valid_pct": (language.numbers.share(valid, uploads), {"part": count(valid), "whole": count(uploads)}),
        "review": (count(counts["review"]), {"count": count(sum(waiting.buckets[-_LONG_WAITS:]))}),
        "rewarded": (
            count(rewarded) if rewarded else language.facts.unknown,  # unrecorded does not mean none
            {"percent": language.numbers.share(rewarded, valid) if rewarded else MISSING},
        ),
    }


def _decided(decided: Waits, language: Language) -> _Written:
    count, texts = language.numbers.count, language.recognition
    median = texts.in_days.format(days=count(decided.median)) if decided.total else language.facts.unknown
    return median, {"days": count(decided.longest)}


def _used(use: Use, valid: int, language: Language) -> dict[str, _Written]:
    count = language.numbers.count
    if not _is_noted(use):
        unknown = language.facts.unknown
        return {
            "applied": (unknown, {"part": MISSING, "whole": count(valid)}),
            "replicated": (unknown, {"percent": MISSING, "places": MISSING}),
        }
    return {
        "applied": (
            language.numbers.share(use.applied, use.total),
            {"part": count(use.applied), "whole": count(valid)},
        ),
        "replicated": (
            count(use.replicated),
            {"percent": language.numbers.share(use.replicated, use.applied), "places": count(use.places)},
        ),
    }
