"""Potential in files: units below, within and above it, and the furthest below."""

from dataclasses import replace
from typing import Final

from data_access.queries.potential import fetch_potential, why_none
from data_access.store.records import Records
from model.potential import Potential, Potentials
from presentation.briefs.brief import BarList, Brief, BriefBar
from presentation.briefs.stamps import brief_stamp
from presentation.examples import unit_name
from presentation.figures import Figures
from presentation.potential import describe_none, describe_potential, describe_range, describe_reason
from presentation.wording import Wording

_MOST: Final = 5  # units of a list
_VERDICTS: Final = ("below", "within", "above")


def brief_potential(records: Records, figures: Figures, wording: Wording) -> Brief:
    """How many units are below, within and above their potential, and those furthest below."""
    texts, language = wording.language.stage, wording.language
    potentials, stamped = fetch_potential(records, figures.filters), brief_stamp("potential", figures, wording)
    judged = tuple(unit for unit in potentials.units if unit.verdict) if potentials else ()
    name = language.targets.potential_word
    if potentials is None or not judged:
        why = describe_none(why_none(records, figures.filters), potentials.units if potentials else (), language)
        return Brief("potential", name, texts.titles["potential_unknown"], stamped, notes=(why,))
    if len(judged) == 1:
        return _of_one(judged[0], potentials, Brief("potential", name, "", stamped, is_known=True), figures, wording)
    count = language.numbers.count
    blanks = {"count": count(len(potentials.below)), "all": count(len(judged))}
    return Brief(
        "potential",
        name,
        language.targets.potential_title.format(**blanks),
        stamped,
        is_known=True,
        lists=tuple(
            bar_list
            for bar_list in (_verdicts(judged, wording), _furthest(potentials, figures, wording))
            if bar_list.bars
        ),
        notes=(language.targets.potential_note,),
        spoken=tuple(
            f"{unit_name(unit.code, figures.catalogue, language)}: {describe_reason(unit, language)}"
            for unit in potentials.below[:_MOST]
        ),
    )


def _of_one(potential: Potential, potentials: Potentials, view: Brief, figures: Figures, wording: Wording) -> Brief:
    """The actual count beside the low and high end of the potential."""
    texts, language = wording.language.stage, wording.language
    values = (("count", potential.count), ("low", potential.low or 0), ("high", potential.high or 0))
    bars = tuple(
        BriefBar(f"potential-{code}", texts.heads[f"potential_{code}"], value, language.numbers.count(value))
        for code, value in values
    )
    name = unit_name(potential.code, figures.catalogue, language)
    return replace(
        view,
        verdict=f"{name}: {describe_potential(potential, potentials.mean_per100, language).lower()}",
        lists=(BarList(language.targets.potential_word, bars, max(value for _, value in values)),),
        notes=(describe_reason(potential, language),),
        spoken=(language.targets.potential_note,),
    )


def _verdicts(judged: tuple[Potential, ...], wording: Wording) -> BarList:
    language = wording.language
    counts = {code: sum(unit.verdict == code for unit in judged) for code in _VERDICTS}
    bars = tuple(
        BriefBar(code, language.targets.potential_verdicts[code], n, language.numbers.count(n))
        for code, n in counts.items()
    )
    return BarList(language.stage.heads["potential"], bars, max(counts.values()))


def _furthest(potentials: Potentials, figures: Figures, wording: Wording) -> BarList:
    """The units with the largest gap to the low end of their potential, which is shown beside."""
    texts, language = wording.language.stage, wording.language
    bars = tuple(
        BriefBar(
            unit.code,
            unit_name(unit.code, figures.catalogue, language),
            (unit.low or 0) - unit.count,
            language.numbers.count((unit.low or 0) - unit.count),
            texts.expected.format(range=describe_range(unit, language), count=language.numbers.count(unit.count)),
        )
        for unit in potentials.below[:_MOST]
    )
    return BarList(texts.heads["potential_lacking"], bars, bars[0].value if bars else 0)
