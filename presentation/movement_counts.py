"""What could be expected of the units, and what waits for its reward: said once for stage, slides and reports."""

from dataclasses import replace
from typing import Final

from data_access.queries.potential import fetch_potential
from data_access.queries.readiness import fetch_ideas
from data_access.queries.recognition import fetch_recognition, fetch_unrewarded
from data_access.store.records import Records
from model.potential import Potential, Potentials
from model.recognition import WAIT_LIMITS, Unrewarded
from presentation.examples import unit_name
from presentation.figures import Figures
from presentation.movement_view import MovementBar, MovementView, PartList
from presentation.potential import tell_range, tell_reason, tell_verdict
from presentation.recognition import tell_ideas, tell_unrewarded, use_lines
from presentation.stamp import stamp
from presentation.wording import Wording

_MOST: Final = 5  # units of a list
_VERDICTS: Final = ("below", "within", "above")


def view_potential(records: Records, figures: Figures, wording: Wording) -> MovementView:
    """How many units stand below, within and above what could be expected of them, and who furthest below."""
    texts, language = wording.language.stage, wording.language
    found, told = fetch_potential(records, figures.filters), stamp("targets", figures, wording)
    known = tuple(one for one in found.units if one.verdict) if found else ()
    name = language.targets.potential_word
    if found is None or not known:
        return MovementView("potential", name, texts.titles["potential_unknown"], told)
    if len(known) == 1:
        return _of_one(known[0], found, MovementView("potential", name, "", told, is_known=True), figures, wording)
    count = language.numbers.count
    blanks = {"count": count(len(found.below)), "all": count(len(known))}
    return MovementView(
        "potential",
        name,
        language.targets.potential_title.format(**blanks),
        told,
        is_known=True,
        lists=tuple(one for one in (_verdicts(known, wording), _furthest(found, figures, wording)) if one.parts),
        notes=(language.targets.potential_note,),
        spoken=tuple(
            f"{unit_name(one.code, figures.catalogue, language)}: {tell_reason(one, language)}"
            for one in found.below[:_MOST]
        ),
    )


def _of_one(one: Potential, found: Potentials, view: MovementView, figures: Figures, wording: Wording) -> MovementView:
    """What is there beside what could be expected, least and most."""
    texts, language = wording.language.stage, wording.language
    values = (("count", one.count), ("low", one.low or 0), ("high", one.high or 0))
    parts = tuple(
        MovementBar(f"potential-{code}", texts.heads[f"potential_{code}"], value, language.numbers.count(value))
        for code, value in values
    )
    name = unit_name(one.code, figures.catalogue, language)
    return replace(
        view,
        verdict=f"{name}: {tell_verdict(one, found.mean_per100, language).lower()}",
        lists=(PartList(language.targets.potential_word, parts, max(value for _, value in values)),),
        notes=(tell_reason(one, language),),
        spoken=(language.targets.potential_note,),
    )


def _verdicts(known: tuple[Potential, ...], wording: Wording) -> PartList:
    language = wording.language
    counted = {code: sum(one.verdict == code for one in known) for code in _VERDICTS}
    parts = tuple(
        MovementBar(code, language.targets.potential_verdicts[code], n, language.numbers.count(n))
        for code, n in counted.items()
    )
    return PartList(language.stage.heads["potential"], parts, max(counted.values()))


def _furthest(found: Potentials, figures: Figures, wording: Wording) -> PartList:
    """Those that lack most of the least that could be expected, which stands beside."""
    texts, language = wording.language.stage, wording.language
    parts = tuple(
        MovementBar(
            one.code,
            unit_name(one.code, figures.catalogue, language),
            (one.low or 0) - one.count,
            language.numbers.count((one.low or 0) - one.count),
            texts.expected.format(range=tell_range(one, language), count=language.numbers.count(one.count)),
        )
        for one in found.below[:_MOST]
    )
    return PartList(texts.heads["potential_lacking"], parts, parts[0].value if parts else 0)


def view_rewards(records: Records, figures: Figures, wording: Wording) -> MovementView:
    """What is valid and waits for its reward: since when and whose; ideas and use, as of then, stand below."""
    texts, language = wording.language.stage, wording.language
    told, name = stamp("overview", figures, wording), texts.views["rewards"]
    recognition, left = fetch_recognition(records, figures.filters), fetch_unrewarded(records, figures.filters)
    if left is None or recognition.counts is None or not recognition.counts["valid"]:
        return MovementView("rewards", name, texts.titles["rewards_unknown"], told)
    ideas = fetch_ideas(records, figures.filters)
    waiting = left.waits.total
    title = texts.titles["rewards" if waiting else "rewards_all"].format(count=language.numbers.count(waiting))
    return MovementView(
        "rewards",
        name,
        title,
        told,
        is_known=True,
        lists=(_ages(left, wording), _waiting_units(left, figures, wording)) if waiting else (),
        notes=tuple(line for line in (tell_unrewarded(left, recognition, language),) if line),
        further=(*use_lines(recognition, language), *((tell_ideas(ideas, language),) if ideas else ())),
    )


def _ages(left: Unrewarded, wording: Wording) -> PartList:
    language, buckets = wording.language, left.waits.buckets
    names = language.recognition.wait_names(WAIT_LIMITS)
    parts = tuple(
        MovementBar(f"days-{place}", name, n, language.numbers.count(n), language.numbers.share(n, left.waits.total))
        for place, (name, n) in enumerate(zip(names, buckets, strict=True))
    )
    return PartList(language.stage.heads["rewards_ages"], parts, max(buckets))


def _waiting_units(left: Unrewarded, figures: Figures, wording: Wording) -> PartList:
    texts, language = wording.language.stage, wording.language
    parts = tuple(
        MovementBar(
            row["unit_code"],
            _name(row["unit_code"], row["unit_name"], figures, wording),
            row["unrewarded"],
            language.numbers.count(row["unrewarded"]),
            texts.of_valid.format(percent=language.numbers.percent(row["unrewarded_pct"])),
        )
        for row in left.units.head(_MOST).iter_rows(named=True)
    )
    return PartList(texts.heads["rewards_units"], parts, parts[0].value if parts else 0)


def _name(code: str, name: str, figures: Figures, wording: Wording) -> str:
    """A union in few words; a province of 2025 is none, and has its own name."""
    if code in figures.catalogue.unit_by_code:
        return unit_name(code, figures.catalogue, wording.language)
    return wording.language.names.word(name)
