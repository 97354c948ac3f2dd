"""Rewards in files: valid initiatives without one, by waiting time and union."""

from typing import Final

from data_access.queries.readiness import fetch_ideas
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded
from data_access.store.records import Records
from model.recognition import WAIT_LIMITS, Unrewarded
from presentation.briefs.brief import BarList, Brief, BriefBar
from presentation.briefs.stamps import brief_stamp
from presentation.examples import unit_name
from presentation.figures import Figures
from presentation.recognition import describe_ideas, describe_unrewarded, use_lines
from presentation.wording import Wording

_MOST: Final = 5  # units of a list


def brief_rewards(records: Records, figures: Figures, wording: Wording) -> Brief:
    """Valid initiatives without a reward, by waiting time and union; ideas and use as of that moment below."""
    texts, language = wording.language.stage, wording.language
    stamped, name = brief_stamp("rewards", figures, wording), texts.views["rewards"]
    recognition, unrewarded = fetch_recognition(records, figures.filters), fetch_unrewarded(records, figures.filters)
    if unrewarded is None or recognition.counts is None or not recognition.counts["valid"]:
        return Brief("rewards", name, texts.titles["rewards_unknown"], stamped)
    ideas = fetch_ideas(records, figures.filters)
    ideas_line = describe_ideas(ideas, language) if ideas else ""
    waiting = unrewarded.waits.total
    title = texts.titles["rewards" if waiting else "rewards_all"].format(count=language.numbers.count(waiting))
    return Brief(
        "rewards",
        name,
        title,
        stamped,
        is_known=True,
        lists=_waiting(unrewarded, figures, wording) if waiting else (),
        notes=tuple(line for line in (describe_unrewarded(unrewarded, recognition, language),) if line),
        more=(*use_lines(recognition, language), *((ideas_line,) if ideas_line else ())),
    )


def _waiting(unrewarded: Unrewarded, figures: Figures, wording: Wording) -> tuple[BarList, ...]:
    """By waiting time, and by union where there are several."""
    ages = _ages(unrewarded, wording)
    return (ages, _waiting_units(unrewarded, figures, wording)) if unrewarded.units.height > 1 else (ages,)


def _ages(unrewarded: Unrewarded, wording: Wording) -> BarList:
    """Every span of days up to that of the oldest: what nobody has waited for yet is no group."""
    language = wording.language
    oldest = max(place for place, n in enumerate(unrewarded.waits.buckets) if n)
    buckets = unrewarded.waits.buckets[: oldest + 1]
    names = language.recognition.wait_names(WAIT_LIMITS)[: oldest + 1]
    bars = tuple(
        BriefBar(f"days-{place}", name, n, language.numbers.count(n), language.numbers.share(n, unrewarded.waits.total))
        for place, (name, n) in enumerate(zip(names, buckets, strict=True))
    )
    return BarList(language.stage.heads["rewards_ages"], bars, max(buckets))


def _waiting_units(unrewarded: Unrewarded, figures: Figures, wording: Wording) -> BarList:
    texts, language = wording.language.stage, wording.language
    bars = tuple(
        BriefBar(
            row["unit_code"],
            _name(row["unit_code"], row["unit_name"], figures, wording),
            row["unrewarded"],
            language.numbers.count(row["unrewarded"]),
            texts.of_valid.format(percent=language.numbers.percent(row["unrewarded_pct"])),
        )
        for row in unrewarded.units.head(_MOST).iter_rows(named=True)
    )
    return BarList(texts.heads["rewards_units"], bars, bars[0].value if bars else 0)


def _name(code: str, name: str, figures: Figures, wording: Wording) -> str:
    """The short name of a union; a province of 2025 has a name of its own."""
    if code in figures.catalogue.unit_by_code:
        return unit_name(code, figures.catalogue, wording.language)
    return wording.language.names.word(name)
