"""Rows of the pages overview, targets, ranking, sectors and published."""

from typing import Final

from data_access.cli.answer_table import ORIGIN
from model.breakdown import Breakdown
from model.edges import Row
from model.exactness import row_qualifier
from model.potential import Potentials
from model.results import Card
from presentation.potential import describe_potential, describe_reason
from presentation.rows.scope import Reword, RowScope
from presentation.standing import without_silent_count

_WEB: Final = "web"


def reword_overview(scope: RowScope) -> Reword:
    """Numbers by name, each with its qualifier and its source."""
    wording = scope.wording

    def word(row: Row) -> Row:
        code, origin = row["metric"], row.get(ORIGIN)
        fact = origin.fact if isinstance(origin, Card) else origin
        name = wording.texts.facts.get(code) or wording.metric(code, None)
        if origin is None:
            name = scope.row(code)
        elif isinstance(origin, Card):
            name = wording.card(origin)
        source = wording.source(fact.source) if fact else scope.source_kind(row["source"])
        return {
            **row,
            "metric": name,
            "value": scope.language.names.target_status(row["value"]) if code == "status" else row["value"],
            "qualifier": scope.language.names.qualifier(fact.qualifier) if fact else "",
            "unit": scope.measured_in(row["unit"]),
            "source": source if row["value"] is not None else "",
        }

    return word


def reword_targets(scope: RowScope) -> Reword:
    """Full unit names, statuses by name, and qualifiers; a silent unit has no numbers, as on the page."""
    names = scope.language.names

    def word(row: Row) -> Row:
        row = without_silent_count(row)
        return {
            **scope.unit(row),
            "status": names.target_status(row["status"]),
            "qualifier": names.qualifier(row["qualifier"]),
            "target_qualifier": names.qualifier(row["target_qualifier"]),
            "reached_qualifier": names.qualifier(row_qualifier(row)) if row["reached_pct"] is not None else "",
            **_expected(row[ORIGIN], row["unit_code"], scope),
        }

    return word


def _expected(potentials: Potentials | None, code: str, scope: RowScope) -> Row:
    """The potential of a unit and its verdict, or why there is none; blank for parts."""
    potential = potentials.of(code) if potentials else None
    if potentials is None or potential is None:
        return dict.fromkeys(("potential", "potential_low", "potential_high"))
    sentence = (
        describe_potential(potential, potentials.mean_per100, scope.language)
        if potential.verdict
        else describe_reason(potential, scope.language)
    )
    return {"potential": sentence, "potential_low": potential.low, "potential_high": potential.high}


def reword_ranking(scope: RowScope) -> Reword:
    """Full unit names, with qualifiers of number and share."""

    def word(row: Row) -> Row:
        words = {name: scope.language.names.qualifier(row[name]) for name in ("qualifier", "share_qualifier")}
        name = scope.wording.placed_unit(row["unit_code"], row["unit_name"], scope.figures.ranking.rest_units)
        return {**row, "unit_name": name, **words}

    return word


def reword_sectors(scope: RowScope) -> Reword:
    """Parts by name, since the codes of one scheme mean something else in another."""
    qualifier = scope.language.names.qualifier

    def word(row: Row) -> Row:
        breakdown: Breakdown = row[ORIGIN]
        return {
            **row,
            "sector_name": scope.wording.part(breakdown, row["sector_code"], row["sector_name"]),
            "qualifier": qualifier(row["qualifier"]),
            "share_qualifier": qualifier(breakdown.share_word(row)) if row["share_pct"] is not None else "",
        }

    return word


def reword_published(scope: RowScope) -> Reword:
    """The ledger: names in the language, quotations and notes as in the sources."""
    wording, names = scope.wording, scope.language.names

    def word(row: Row) -> Row:
        metric, _, category = row["metric"].partition("|")
        programme, level = row["programme"], row["unit_level"]
        return {
            **row,
            "programme": programme and wording.short_programme(wording.catalogue.programme(programme)),
            "as_of": _sortable(row["as_of"]),
            "unit_name": names.owner(row["unit_name"]),
            "unit_level": wording.texts.unit_levels.get(level, level),
            "metric": wording.metric(metric, category or None),
            "unit_of_measure": scope.measured_in(row["unit_of_measure"]),
            "qualifier": wording.exactness(row["qualifier"]),
            **{name: names.staff_text(row[name]) for name in ("source_title", "period", "note")},
            "article": _article(row["article"], scope),
            "confidence": scope.language.published.confidences.get(row["confidence"], row["confidence"]),
        }

    return word


def _article(code: str | None, scope: RowScope) -> str:
    if not code:
        return ""
    return scope.row("web") if code == _WEB else scope.row("article", number=code)


def _sortable(as_of: str | None) -> str | None:
    """A moment of the ledger in a form that spreadsheets sort: 2022-04-20 08:00 for 2022-04-20T08:00."""
    return as_of and as_of.replace("T", " ")
