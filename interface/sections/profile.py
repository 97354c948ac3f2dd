"""What the page of one union says: its path, place, targets, peers, grassroots unions and newest initiatives."""

import streamlit as st

from interface.shell.address import link_params
from interface.shell.visit import Visit
from interface.widgets.panels import CARDS_OF_A_UNION, record_links, show_title
from interface.widgets.small_tables import show_small_table
from interface.widgets.sources import plain
from language.languages import Language
from model.catalogue import Programme, Province
from model.codes import STATUSES
from model.filters import Filters
from model.profile import Profile
from presentation.whole import at_the_start, whole_name
from presentation.wording import phase_name


def show_path(profile: Profile, filters: Filters, visit: Visit, merged: Province | None = None) -> None:
    """“Cả nước › Bắc Trung Bộ › Thanh Hóa › Giáo dục”: every step is a link that keeps the other filters.

    The parts of a merged province may come from several regions: it stands below the nation.
    """
    names, unit = visit.language.names, profile.unit
    whole = at_the_start(whole_name(visit.programme, visit.language))
    wide = filters.changed(units=(), sectors=())
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="path"):
        _step("pages/ranking.py", whole, link_params(wide.changed(regions=())))
        if unit.region and not merged:
            st.markdown("›", width="content")
            _step("pages/ranking.py", names.regions[unit.region], link_params(wide.changed(regions=(unit.region,))))
        st.markdown("›", width="content")
        own = filters if merged else filters.changed(units=(unit.code,))
        name = names.province(merged.name_2025) if merged else names.word(unit.short_name)
        _step("pages/unit.py", name, link_params(own.changed(sectors=())))
        for sector in filters.sectors:
            st.markdown("›", width="content")
            _step("pages/unit.py", names.sector(sector), link_params(own.changed(sectors=(sector,))))


def show_neighbours(profile: Profile, filters: Filters, language: Language) -> None:
    """Links to whoever stands one rank up and one rank down."""
    texts = language.unit
    with st.container(horizontal=True, gap="small", key="neighbours"):
        for other, words, icon in (
            (profile.previous, texts.previous, ":material/arrow_upward:"),
            (profile.following, texts.following, ":material/arrow_downward:"),
        ):
            if other:
                params = link_params(filters.changed(units=(other.code,)))
                label = words.format(unit=plain(language.names.word(other.short_name)))
                st.page_link("pages/unit.py", label=label, icon=icon, query_params=params)


def show_place(profile: Profile, language: Language, measure: str) -> None:
    """Rank and members, as two cards."""
    texts, numbers, unit = language.unit, language.numbers, profile.unit
    rank = f"{numbers.count(profile.rank)}/{numbers.count(profile.ranked)}" if profile.rank else texts.no_rank
    form = texts.rank_note if profile.cluster_rank else texts.rank_of_all
    note = form.format(measure=language.names.measure(measure).lower(), rank=numbers.count(profile.cluster_rank))
    members = numbers.count(unit.members) if unit.members else language.facts.unknown
    day = texts.members_note.format(day=numbers.date(unit.members_as_of)) if unit.members_as_of else None
    with st.grid(CARDS_OF_A_UNION, min_column_width=148, gap="small"):  # as wide as the cards above
        for label, value, words, told in (
            (texts.rank, rank, note if profile.rank else None, unit.cluster or ""),
            (texts.members, members, day, language.names.told(unit.members_source) or texts.unknown_members),
        ):
            st.metric(label, value, words, delta_color="off", delta_arrow="off", help=plain(told), border=True)


def show_targets(profile: Profile, programme: Programme, language: Language) -> None:
    """Each target with what was counted in its own period."""
    texts, numbers = language.unit, language.numbers
    sources = dict.fromkeys(
        f"{language.names.target_kind(line.kind)}: {plain(language.names.told(line.source))}"
        for line in profile.targets
        if line.source
    )
    show_title(texts.targets_title, texts.targets_note, tuple(sources), language)
    if not profile.targets:
        st.caption(texts.no_targets)
        return
    names = ("phase", "kind", "target", "uploads", "reached", "gap")
    rows = [
        [
            phase_name(programme, line.phase, language) if line.phase else language.pages.whole_programme,
            language.names.target_kind(line.kind),
            language.names.qualified(numbers.count(line.value), line.qualifier),
            language.names.qualified(numbers.count(line.uploads), line.uploads_qualifier),
            numbers.percent(line.reached_pct),
            numbers.signed(line.gap),
        ]
        for line in profile.targets
    ]
    show_small_table([texts.columns[name] for name in names], rows, numbers=(2, 3, 4, 5))


def show_states(profile: Profile, language: Language) -> None:
    """Uploaded, decided, under review and rewarded; then the levels of what is valid."""
    texts, numbers, counts = language.unit, language.numbers, profile.counts
    show_title(texts.recognition_title, texts.recognition_note, (), language)
    if counts is None:
        st.caption(texts.only_records)
        return
    heads = texts.columns
    whole = counts["uploads"]

    def share(part: int, of: int) -> str:
        return numbers.percent(100 * part / of) if of else "–"

    rows = [[words, numbers.count(counts[name]), share(counts[name], whole)] for name, words in texts.states.items()]
    show_small_table([heads["state"], heads["count"], heads["share"]], rows, numbers=(1, 2), marked=(0,))
    valid = counts["valid"]
    levels = [
        [language.names.level(code), numbers.count(count), share(count, valid)]
        for code, count in sorted(profile.levels, key=lambda pair: pair[0] == "none")
        if count
    ]
    show_small_table([heads["level"], heads["count"], heads["share"]], levels, numbers=(1, 2))


def show_peers(profile: Profile, language: Language) -> None:
    """The same measures of the union, its cluster and the nation."""
    texts, numbers = language.unit, language.numbers
    show_title(texts.peers_title, texts.peers_note, (), language)
    names = ("who", "units", "uploads", "per_unit", "reached", "valid", "computed", "per100")
    rows = [
        [
            texts.peers[peer.who] if peer.who != "unit" else language.names.word(profile.unit.short_name),
            numbers.count(peer.units),
            numbers.count(peer.uploads),
            numbers.count(peer.per_unit),
            numbers.percent(peer.reached_pct),
            numbers.percent(peer.valid_pct),
            numbers.percent(peer.computed_pct),
            numbers.decimal(peer.per100, 2),
        ]
        for peer in profile.peers
    ]
    show_small_table([texts.columns[name] for name in names], rows, numbers=range(1, 8), marked=(0,))


def show_below(profile: Profile, language: Language) -> None:
    """How many grassroots unions take part, of how many, and the busiest."""
    texts, numbers = language.unit, language.numbers
    known = f"/{numbers.count(profile.grassroots)}" if profile.grassroots else texts.below_unknown
    title = texts.below_title.format(count=numbers.count(profile.participating), all=known)
    show_title(title, texts.below_note, (), language)
    rows = [[found.name, numbers.count(found.uploads)] for found in profile.busiest]
    show_small_table([texts.columns["below"], texts.columns["count"]], rows, numbers=(1,))


def show_newest(profile: Profile, visit: Visit) -> None:
    """The newest records, their titles escaped."""
    language = visit.language
    texts, numbers, names = language.unit, language.numbers, language.names
    show_title(texts.newest_title, texts.newest_note.format(count=len(profile.newest)), (), language)
    if not visit.tell_rows():
        return
    if not profile.newest:
        st.caption(texts.no_newest)
        return
    heads = ("day", "code", "title", "author", "sector", "state", "benefit")
    sectors = visit.catalogue.sector_by_id
    rows = [
        [
            numbers.moment(row["uploaded_at"]),
            row["code"],
            row["title"],
            row["author"] or "–",
            names.sector(sectors[row["sector_id"]].code),
            names.status(STATUSES[row["status"]]),
            numbers.money_vnd(row["benefit_vnd"]),
        ]
        for row in profile.newest
    ]
    records = record_links([row["code"] for row in profile.newest], link_params(visit.filters))
    show_small_table(
        [texts.columns[name] for name in heads], rows, numbers=(6,), long=(2,), links={2: records}, whole=(1,)
    )


def _step(script: str, label: str, params: dict[str, list[str]]) -> None:
    st.page_link(script, label=plain(label), query_params=params, width="content")
