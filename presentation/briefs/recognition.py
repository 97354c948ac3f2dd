"""Recognition in files: steps from upload to reward, levels, and waiting times."""

from typing import Final

from data_access.database.errors import Unanswerable
from data_access.queries.recognition import fetch_recognition
from data_access.store.records import Records
from model.codes import LEVELS
from model.filters import VALID_ALONE
from presentation.briefs.brief import Brief, BriefBar, bars_of
from presentation.briefs.stamps import brief_stamp
from presentation.figures import Figures
from presentation.recognition import view_recognition
from presentation.wording import Wording

_STEPS: Final = ("uploads", "valid", "rewarded")
_WAITS: Final = ("decided", "waiting")  # the brief of rewards says what is used


def brief_recognition(records: Records, figures: Figures, wording: Wording) -> Brief:
    """From upload to reward; None where the scope filters by status, which is what it is about."""
    facts, texts, numbers = figures.overview.facts, wording.language.stage, wording.language.numbers
    own_stamp, name = brief_stamp("recognition", figures, wording), wording.language.pages.titles["recognition"]
    counts = records.slice(figures.filters).counts().row(0, named=True)
    if facts["uploads"].source.kind != "records" or not counts["uploads"] or figures.filters.statuses:
        return Brief("recognition", name, texts.titles["funnel_unknown"], own_stamp)
    is_part = counts["valid"] <= counts["uploads"]  # of a period: what was judged in it may have come before
    title = texts.titles["funnel" if is_part else "funnel_unknown"]
    steps = _steps({step: int(counts[step]) for step in _STEPS}, wording)
    return Brief(
        "recognition",
        name,
        title.format(percent=numbers.share(counts["valid"], counts["uploads"])),
        own_stamp,
        is_known=True,
        lists=(
            *bars_of(texts.heads["steps"], steps),
            *bars_of(texts.heads["levels"], _levels(records, figures, wording)),
        ),
        more=_sentences(records, figures, wording),
    )


def _steps(counts: dict[str, int], wording: Wording) -> tuple[BriefBar, ...]:
    texts, numbers = wording.language.stage, wording.language.numbers
    bars, before = [], None
    for step, n in counts.items():
        if step == "rewarded" and not n:  # unrecorded does not mean none
            continue
        note = texts.of_previous.format(percent=numbers.share(n, before)) if before and n <= before else ""
        bars.append(BriefBar(step, texts.heads[step], n, numbers.count(n), note))
        before = n
    return tuple(bars)


def _levels(records: Records, figures: Figures, wording: Wording) -> tuple[BriefBar, ...]:
    numbers, names = wording.language.numbers, wording.language.names
    valid = figures.filters.changed(statuses=VALID_ALONE)
    counts = dict(records.slice(valid).counts("level").select("level", "uploads").iter_rows())
    total = sum(counts.values())
    if not any(counts.get(number) for number in range(1, len(LEVELS))):  # nobody noted any
        return ()
    return tuple(
        BriefBar(
            f"level-{code}",
            names.level(code),
            counts[number],
            numbers.count(counts[number]),
            numbers.percent(100 * counts[number] / total),
            is_rest=not number,
        )
        for number, code in (*enumerate(LEVELS[1:], start=1), (0, LEVELS[0]))
        if counts.get(number)
    )


def _sentences(records: Records, figures: Figures, wording: Wording) -> tuple[str, ...]:
    """How long decisions take, as on the page; none where frozen figures cannot answer."""
    try:
        view = view_recognition(fetch_recognition(records, figures.filters), wording.language)
    except Unanswerable:
        return ()
    return tuple(f"{view.titles[name]}: {view.notes[name]}" for name in _WAITS if view.notes[name])
