"""One union in words: rank, targets, peers, decisions, and participants below it."""

from dataclasses import dataclass
from typing import Final

from language.languages import Language
from model.catalogue import Programme
from model.codes import Measure
from model.exactness import reached_word, with_sign
from model.facts import Fact
from model.filters import Filters
from model.profile import Peer, Profile, TargetLine
from presentation.by_measure import measure_note
from presentation.facts import beside_known, moment_of_fact
from presentation.metric_card import MetricCard, known_note
from presentation.worded_table import WordedTable
from presentation.wording import join_sentences, phase_name

_TARGETS: Final = ("phase", "kind", "target", "uploads", "reached", "gap")
_PEERS: Final = ("who", "units", "uploads", "per_unit", "reached", "valid", "computed", "per100")


@dataclass(frozen=True)
class ProfileView:
    """The words of one union."""

    cards: tuple[MetricCard, ...]  # rank and members; what they count is a cluster or a source, or nothing
    targets: WordedTable
    states: WordedTable  # uploaded, decided, under review, rewarded
    levels: WordedTable  # of what is valid
    peers: WordedTable
    below: WordedTable  # the busiest grassroots unions


def view_profile(
    profile: Profile, programme: Programme, measure: str, language: Language, printed_rank: Fact | None = None
) -> ProfileView:
    """The words of one union of a programme, ranked by a measure code or by a published rank."""
    return ProfileView(
        cards=(_rank_card(profile, measure, printed_rank, language), _members_card(profile, language)),
        targets=_targets(profile, programme, measure_note(_counted(measure), language), language),
        states=_states(profile, language),
        levels=_levels(profile, language),
        peers=_peers(profile, measure_note(_counted(measure), language), language),
        below=_below(profile, language),
    )


def _rank_card(profile: Profile, measure: str, printed: Fact | None, language: Language) -> MetricCard:
    texts, numbers = language.unit, language.numbers
    rank, note = texts.no_rank, ""
    if profile.rank:
        form = texts.rank_note if profile.cluster_rank else texts.rank_of_all
        rank = f"{numbers.count(profile.rank)}/{numbers.count(profile.ranked)}"
        note = form.format(measure=language.names.measure(measure).lower(), rank=numbers.count(profile.cluster_rank))
    elif printed is not None and printed.value is not None:
        rank, note = numbers.count(printed.value), texts.rank_printed.format(moment=moment_of_fact(printed, language))
    return MetricCard("rank", texts.rank, rank, known_note(note), language.names.word(profile.unit.cluster or ""))


def _members_card(profile: Profile, language: Language) -> MetricCard:
    texts, numbers, unit = language.unit, language.numbers, profile.unit
    members = numbers.count(unit.members) if unit.members else language.facts.unknown
    day = texts.members_note.format(day=numbers.date(unit.members_as_of)) if unit.members_as_of else ""
    source = language.names.staff_text(unit.members_source) or texts.unknown_members
    return MetricCard("members", texts.members, members, day, source)


def _heads(names: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return tuple(language.unit.columns[name] for name in names)


def _counted(measure: str) -> str:
    """What targets and peers count: valid ones where these are ranked, as `Filters.counted` says, else uploads."""
    return Filters(measure=Measure(measure)).counted


def _targets(profile: Profile, programme: Programme, by_measure: str, language: Language) -> WordedTable:
    """Each target with the count of its own period."""
    texts = language.unit
    sources = dict.fromkeys(
        f"{language.names.target_kind(line.kind)}: {language.names.staff_text(line.source)}"
        for line in profile.targets
        if line.source
    )
    rows = tuple(_target_row(line, programme, language) for line in profile.targets)
    heads = _heads(_TARGETS, language)
    note = join_sentences((texts.targets_note, by_measure))
    return WordedTable(texts.targets_title, note, heads, rows, texts.no_targets, tuple(sources))


def _target_row(line: TargetLine, programme: Programme, language: Language) -> tuple[str, ...]:
    """A target and what has come of it: “–” of a period without any initiative."""
    numbers, names = language.numbers, language.names
    word = reached_word(line.uploads_qualifier, line.qualifier)
    return (
        phase_name(programme, line.phase, language) if line.phase else language.pages.whole_programme,
        names.target_kind(line.kind),
        names.qualified(numbers.count(line.value), line.qualifier),
        names.qualified(numbers.count(line.uploads or None), line.uploads_qualifier),
        names.qualified(numbers.percent(line.reached_pct if line.uploads else None), word),
        with_sign(numbers.signed(line.gap if line.uploads else None), word),
    )


def _states(profile: Profile, language: Language) -> WordedTable:
    texts, counts = language.unit, profile.counts or {}
    rows = tuple(
        (words, language.numbers.count(counts[name]), language.numbers.share(counts[name], counts["uploads"]))
        for name, words in texts.states.items()
        if counts.get("uploads")
    )
    heads = _heads(("state", "count", "share"), language)
    nothing = texts.no_newest if counts else texts.only_records
    return WordedTable(texts.recognition_title, texts.recognition_note if rows else "", heads, rows, nothing)


def _levels(profile: Profile, language: Language) -> WordedTable:
    """Levels with any initiatives, those without a level last."""
    levels = sorted((pair for pair in profile.levels if pair[1]), key=lambda pair: pair[0] == "none")
    valid = (profile.counts or {}).get("valid", 0)
    rows = tuple(
        (language.names.level(code), language.numbers.count(count), language.numbers.share(count, valid))
        for code, count in levels
    )
    return WordedTable("", "", _heads(("level", "count", "share"), language), rows)


def _peers(profile: Profile, by_measure: str, language: Language) -> WordedTable:
    """The same measures for the union, its cluster and the nation."""
    texts = language.unit
    rows = tuple(_peer_row(peer, profile, language) for peer in profile.peers)
    partly = any(peer.members_known < peer.units for peer in profile.peers if peer.per100 is not None)
    note = join_sentences((by_measure, texts.peers_note, language.facts.members_known if partly else ""))
    return WordedTable(texts.peers_title, note, _heads(_PEERS, language), rows)


def _peer_row(peer: Peer, profile: Profile, language: Language) -> tuple[str, ...]:
    """What a union, its cluster or the nation has done: “–” where nothing is reported."""
    numbers = language.numbers
    is_own, is_silent = peer.who == "unit", not peer.uploads
    rates = (None, None, None) if is_silent else (peer.per_unit, peer.reached_pct, peer.per100)
    return (
        language.names.word(profile.unit.short_name) if is_own else language.unit.peers[peer.who],
        *(numbers.count(count) for count in (peer.units, peer.uploads or None, rates[0])),
        language.names.qualified(numbers.percent(rates[1]), None if is_silent else peer.reached_qualifier),
        *(numbers.percent(share) for share in (peer.valid_pct, peer.computed_pct)),
        beside_known(numbers.decimal(rates[2], 2), peer.members_known, peer.units, language),
    )


def _below(profile: Profile, language: Language) -> WordedTable:
    """How many grassroots unions take part, of how many, and the busiest; no title where there are none."""
    texts, numbers = language.unit, language.numbers
    if not profile.busiest and not profile.grassroots:
        return WordedTable("", "", (), ())
    total = f"/{numbers.count(profile.grassroots)}" if profile.grassroots else texts.below_unknown
    is_silent = not (profile.counts or {}).get("uploads")  # then nobody is known not to take part
    title = texts.below_title.format(count=numbers.count(None if is_silent else profile.participating), all=total)
    rows = tuple((union.name, numbers.count(union.uploads)) for union in profile.busiest)
    note = texts.below_note if rows else ""
    if profile.participating and len(rows) < profile.participating:
        most = texts.below_busiest.format(shown=numbers.count(len(rows)), count=numbers.count(profile.participating))
        note = f"{most} {note}" if rows else note
    return WordedTable(title, note, _heads(("below", "count"), language), rows, texts.no_newest)
