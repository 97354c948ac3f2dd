"""Rows of the pages that say where everybody stands: overview, targets, ranking, sectors, ledger."""

from typing import Final

from data_access.queries.potential import fetch_potential
from model.edges import Row
from model.exactness import row_word
from model.potential import Potentials
from presentation.potential import tell_reason, tell_verdict
from presentation.rows.asked import RowScope, Tell
from presentation.wording import moment_of

_WEB: Final = "web"


def tell_overview(asked: RowScope) -> Tell:
    """Numbers by their names, each with the word that makes it inexact and its source in words."""
    overview, wording = asked.figures.overview, asked.wording
    facts = {**overview.facts, **overview.printed}
    names = {name: wording.texts.facts.get(name) or wording.metric(name, None) for name in facts}
    names |= {card.code: wording.card(card) for card in overview.cards}
    facts |= {card.code: card.fact for card in overview.cards}

    def tell(row: Row) -> Row:
        fact, code = facts.get(row["metric"]), row["metric"]
        source = wording.source(fact.source) if fact else asked.source_kind(row["source"])
        return {
            **row,
            "metric": names.get(code) or asked.row(code),
            "qualifier": asked.language.names.qualifier(fact.qualifier) if fact else "",
            "unit": asked.measured_in(row["unit"]),
            "source": source if row["value"] is not None else "",
        }

    return tell


def tell_targets(asked: RowScope) -> Tell:
    """Units in full, statuses in words, and the words that make their numbers inexact."""
    names = asked.language.names
    known = {row["unit_code"]: row for row in asked.figures.targets.iter_rows(named=True)}
    potentials = fetch_potential(asked.records, asked.figures.filters)

    def tell(row: Row) -> Row:
        whole = known.get(row["unit_code"], {"qualifier": None, "target_qualifier": None})
        return {
            **asked.unit(row),
            "status": names.target_status(row["status"]),
            "qualifier": names.qualifier(whole["qualifier"]),
            "target_qualifier": names.qualifier(whole["target_qualifier"]),
            "reached_qualifier": names.qualifier(row_word(whole)) if row["reached_pct"] is not None else "",
            **_expected(potentials, row["unit_code"], asked),
        }

    return tell


def _expected(potentials: Potentials | None, code: str, asked: RowScope) -> Row:
    """What could be expected of a unit, and how it stands to that, or why nobody can say; nothing of parts."""
    one = potentials.of(code) if potentials else None
    if potentials is None or one is None:
        return dict.fromkeys(("potential", "potential_low", "potential_high"))
    told = (
        tell_verdict(one, potentials.mean_per100, asked.language) if one.verdict else tell_reason(one, asked.language)
    )
    return {"potential": told, "potential_low": one.low, "potential_high": one.high}


def tell_ranking(asked: RowScope) -> Tell:
    """Units in full, each with the word that makes its number inexact."""
    words = dict(asked.figures.ranking.frame.select("unit_code", "qualifier").iter_rows())
    return lambda row: {
        **asked.unit(row),
        "qualifier": asked.language.names.qualifier(words.get(row["unit_code"])),
    }


def tell_sectors(asked: RowScope) -> Tell:
    """Parts by name: the codes of one scheme say nothing to readers and are not those of another."""
    breakdowns, wording, word = asked.figures.sectors, asked.wording, asked.language.names.qualifier
    known = {row["sector_code"]: row for row in breakdowns[0].frame.iter_rows(named=True)} if breakdowns else {}

    def tell(row: Row) -> Row:
        part = known[row["sector_code"]]
        return {
            **row,
            "sector_name": wording.part(breakdowns[0], row["sector_code"], row["sector_name"]),
            "qualifier": word(part["qualifier"]),
            "share_qualifier": word(breakdowns[0].share_word(part)) if part["share_pct"] is not None else "",
        }

    return tell


def tell_published(asked: RowScope) -> Tell:
    """The ledger: names in the language, quotations and notes as the sources have them."""
    wording, names = asked.wording, asked.language.names

    def tell(row: Row) -> Row:
        metric, _, category = row["metric"].partition("|")
        programme, level = row["programme"], row["unit_level"]
        return {
            **row,
            "programme": programme and wording.short_programme(wording.catalogue.programme(programme)),
            "as_of": moment_of(row["as_of"]),
            "unit_name": names.owner(row["unit_name"]),
            "unit_level": wording.texts.unit_levels.get(level, level),
            "metric": wording.metric(metric, category or None),
            "unit_of_measure": asked.measured_in(row["unit_of_measure"]),
            "qualifier": wording.exactness(row["qualifier"]),
            **{name: names.told(row[name]) for name in ("source_title", "period", "note")},
            "article": _article(row["article"], asked),
            "confidence": asked.language.published.confidences.get(row["confidence"], row["confidence"]),
        }

    return tell


def _article(code: str | None, asked: RowScope) -> str:
    if not code:
        return ""
    return asked.row("web") if code == _WEB else asked.row("article", number=code)
