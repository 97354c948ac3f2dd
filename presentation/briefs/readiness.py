"""Readiness in files: how many units have each item."""

from dataclasses import replace
from typing import Final

from data_access.queries.readiness import fetch_readiness
from data_access.store.records import Records
from language.languages import Language
from model.readiness import Share
from presentation.briefs.brief import BarList, Brief, BriefBar
from presentation.briefs.one_unit import readiness_of_one
from presentation.briefs.stamps import brief_stamp
from presentation.figures import Figures
from presentation.readiness_words import item_name
from presentation.wording import Wording

_SOURCES: Final = 3


def brief_readiness(records: Records, figures: Figures, wording: Wording) -> Brief:
    """The latest statements of the units on every item."""
    texts, language = wording.language.stage, wording.language
    readiness = fetch_readiness(records, figures.filters)
    sources = sorted({language.names.staff_text(source) for source in readiness.frame["source"].drop_nulls()})
    more = len(sources) - _SOURCES
    names = [*sources[:_SOURCES], *([language.pages.and_more.format(count=more)] if more > 0 else [])]
    source = f"{language.facts.source}: {'; '.join(names)}" if names else ""
    own_stamp = replace(brief_stamp("readiness", figures, wording), source=source, full_source=source)
    name = language.pages.titles["readiness"]
    if readiness.is_empty:
        return Brief("readiness", name, texts.titles["readiness_unknown"], own_stamp)
    units, count = readiness.shares[0].units, language.numbers.count
    bars = tuple(
        BriefBar(
            share.item.code,
            item_name(share.item, language),
            share.yes,
            count(share.yes),
            language.numbers.percent(share.yes_pct),
        )
        for share in readiness.shares
        if share.yes_pct is not None  # without any statement it is unknown whether units have the item
    )
    least = max(readiness.shares, key=lambda share: share.no)
    blanks = {"item": item_name(least.item, language), "count": count(least.no)}
    if units == 1:
        return readiness_of_one(readiness, Brief("readiness", name, "", own_stamp, is_known=True), figures, wording)
    return Brief(
        "readiness",
        name,
        texts.titles["readiness"].format(**blanks) if least.no else texts.titles["readiness_all"],
        own_stamp,
        is_known=True,
        lists=(BarList(texts.heads["readiness"], bars, units),),
        notes=(*_split(least, language), language.readiness.shares_note.format(units=count(units))),
    )


def _split(least: Share, language: Language) -> tuple[str, ...]:
    """How many units have the item of the title, lack it or are unknown: the bars show the first number alone."""
    if not least.no:
        return ()
    count, item = language.numbers.count, item_name(least.item, language)
    blanks = {"yes": count(least.yes), "no": count(least.no), "unknown": count(least.unknown)}
    return (language.stage.readiness_split.format(item=item, **blanks),)
