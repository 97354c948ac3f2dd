"""Rows of the pages that say where everybody stands: overview, targets, ranking, sectors, ledger."""

from typing import Final

from data_access.queries.potential import fetch_potential
from model.edges import Row
from model.exactness import row_word
from model.potential import Potentials
from presentation.potential import tell_reason, tell_verdict
from presentation.rows.scope import Reword, RowScope
from presentation.wording import moment_of

_WEB: Final = "web"


def tell_overview(scope: RowScope) -> Reword:
    """Numbers by their names, each with the word that makes it inexact and its source in words."""
    overview, wording = scope.figures.overview, scope.wording
    facts = {**overview.facts, **overview.printed}
    names = {name: wording.texts.facts.get(name) or wording.metric(name, None) for name in facts}
    names |= {card.code: wording.card(card) for card in overview.cards}
    facts |= {card.code: card.fact for card in overview.cards}

    def tell(row: Row) -> Row:
        fact, code = facts.get(row["metric"]), row["metric"]
        source = wording.source(fact.source) if fact else scope.source_kind(row["source"])
        return {
            **row,
            "metric": names.get(code) or scope.row(code),
            "value": scope.language.names.target_status(row["value"]) if code == "status" else row["value"],
            "qualifier": scope.language.names.qualifier(fact.qualifier) if fact else "",
            "unit": scope.measured_in(row["unit"]),
            "source": source if row["value"] is not None else "",
        }

    return tell


def tell_targets(scope: RowScope) -> Reword:
    """Units in full, statuses in words, and the words that make their numbers inexact."""
    names = scope.language.names
    known = {row["unit_code"]: row for row in scope.figures.targets.iter_rows(named=True)}
    potentials = fetch_potential(scope.records, scope.figures.filters)

    def tell(row: Row) -> Row:
        whole = known.get(row["unit_code"], {"qualifier": None, "target_qualifier": None})
        return {
            **scope.unit(row),
            "status": names.target_status(row["status"]),
            "qualifier": names.qualifier(whole["qualifier"]),
            "target_qualifier": names.qualifier(whole["target_qualifier"]),
            "reached_qualifier": names.qualifier(row_word(whole)) if row["reached_pct"] is not None else "",
            **_expected(potentials, row["unit_code"], scope),
        }

    return tell


def _expected(potentials: Potentials | None, code: str, scope: RowScope) -> Row:
    """What could be expected of a unit, and how it stands to that, or why nobody can say; nothing of parts."""
    one = potentials.of(code) if potentials else None
    if potentials is None or one is None:
        return dict.fromkeys(("potential", "potential_low", "potential_high"))
    said = (
        tell_verdict(one, potentials.mean_per100, scope.language) if one.verdict else tell_reason(one, scope.language)
    )
    return {"potential": said, "potential_low": one.low, "potential_high": one.high}


def tell_ranking(scope: RowScope) -> Reword:
    """Units in full, each with the words that make its number and its share inexact."""
    named = ("qualifier", "share_qualifier")
    words = {code: said for code, *said in scope.figures.ranking.frame.select("unit_code", *named).iter_rows()}

    def tell(row: Row) -> Row:
        said = (scope.language.names.qualifier(word) for word in words.get(row["unit_code"], (None, None)))
        return {**scope.unit(row), **dict(zip(named, said, strict=True))}

    return tell


def tell_sectors(scope: RowScope) -> Reword:
    """Parts by name: the codes of one scheme say nothing to readers and are not those of another."""
    breakdowns, wording, word = scope.figures.sectors, scope.wording, scope.language.names.qualifier
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


def tell_published(scope: RowScope) -> Reword:
    """The ledger: names in the language, quotations and notes as the sources have them."""
    wording, names = scope.wording, scope.language.names

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
            "unit_of_measure": scope.measured_in(row["unit_of_measure"]),
            "qualifier": wording.exactness(row["qualifier"]),
            **{name: names.told(row[name]) for name in ("source_title", "period", "note")},
            "article": _article(row["article"], scope),
            "confidence": scope.language.published.confidences.get(row["confidence"], row["confidence"]),
        }

    return tell


def _article(code: str | None, scope: RowScope) -> str:
    if not code:
        return ""
    return scope.row("web") if code == _WEB else scope.row("article", number=code)
