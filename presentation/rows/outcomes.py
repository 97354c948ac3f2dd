"""Rows of the pages about outcomes: recognition, grading, readiness, examples, value, people."""

from collections.abc import Callable, Mapping
from typing import Final

from data_access.cli.answer_table import ORIGIN
from data_access.rules.readiness import fetch_items
from model.address_values import read_moment
from model.edges import Row
from model.grading import Scheme
from model.periods import Length, Period, read_period
from presentation.grading_words import class_name, describe_next_class, period_name
from presentation.readiness_words import item_name
from presentation.rows.scope import Reword, RowScope

# Days, money and places among counts of initiatives: rows by themselves, which no chart mixes with the others.
_OF_ANOTHER_UNIT: Final = ("median", "longest", "late", "places", "benefit_vnd", "ideas_units")


def reword_recognition(scope: RowScope) -> Reword:
    """Statuses, steps, use and waiting times; published ladders by scheme."""
    texts, names, wording = scope.language.recognition, scope.language.names, scope.wording
    statuses = {**names.statuses, "rewarded": texts.cards["rewarded"]}
    labels: Mapping[str, Mapping[str, str]] = {"status": statuses, "step": texts.steps, "use": texts.use}

    def word(row: Row) -> Row:
        kind, code = row["kind"], row["code"]
        if row[ORIGIN]:
            ladder, name = row[ORIGIN]
            title = scope.row("printed", name=wording.scheme(ladder))
            return {**row, "kind": title, "item": wording.part(ladder, code, name)}
        if kind == "unrewarded_unit":
            return {**row, "kind": scope.row(kind), "item": scope.unit_name(code) or code}
        item = labels.get(kind, {}).get(code)
        item = item or _days(code, scope) or scope.row(code)
        if code in _OF_ANOTHER_UNIT:
            return {**row, "kind": f"{scope.row(kind)} – {scope.with_unit(item, code)}", "item": ""}
        return {**row, "kind": scope.row(kind), "item": item}

    return word


def reword_grading(scope: RowScope) -> Reword:
    """Classes and periods by name, and what the next class takes as a sentence."""
    language = scope.language

    def word(row: Row) -> Row:
        period = read_period(row["period"] or "")
        scheme: Scheme = row[ORIGIN]
        class_names = {
            name: class_name(row[name], scheme, language) for name in ("class_code", "class_before", "next_code")
        }
        values = {
            "cluster": row["cluster"] and language.names.word(row["cluster"]),
            "period": period and _period(period, scope),
            "needs": describe_next_class(row, scheme, language),
        }
        return {**scope.unit(row), **class_names, **values}

    return word


def _period(period: Period, scope: RowScope) -> str:
    """The name of a period; a month alone is a day for spreadsheets."""
    name = period_name(period, scope.language)
    return scope.row("month_of", month=name) if period.length is Length.MONTH else name


def readiness_state(scope: RowScope) -> Reword:
    """Items, units and states by name."""
    language = scope.language
    items = {
        item.code: item_name(item, language) for item in fetch_items(scope.records, scope.figures.filters.programme)
    }

    def word(row: Row) -> Row:
        item, kind = items.get(row["item_code"], row["item_code"]), row["kind"]
        label = scope.row("printed", name=item) if kind == "printed" else scope.row(f"readiness_{kind}")
        unit = row["unit_code"] and scope.unit_name(row["unit_code"])
        state = row["state"] and language.readiness.states[row["state"]]
        source = row["source"] and language.names.staff_text(row["source"])
        return {**row, "kind": label, "item": item, "unit_name": unit, "state": state, "source": source}

    return word


def reword_examples(scope: RowScope) -> Reword:
    """Unions and sectors by name, all adopting units in one cell."""
    language = scope.language

    def word(row: Row) -> Row:
        adopted = (scope.unit_name(code) or code for code in row["adopted_by"].split("|") if code)
        labels = {
            "unit_name": scope.unit_name(row["unit_code"]) or row["unit_name"],
            "sector_name": language.names.sector(row["sector_code"]) if row["sector_code"] else None,
            "adopted_by": "; ".join(adopted) or None,
            "is_public": language.examples.yes_no[row["is_public"]],
            "reason": language.names.staff_text(row["reason"]),
        }
        return {**row, **labels}

    return word


def _days(code: str, scope: RowScope) -> str:
    """“8–14 ngày” for `8-14`, “hơn 60 ngày” for `61-`; None for anything else."""
    texts, (first, dash, last) = scope.language.recognition, code.partition("-")
    if not dash or not first.isdigit():
        return ""
    return texts.days.format(first=first, last=last) if last else texts.days_more.format(days=int(first) - 1)


def reword_value(scope: RowScope) -> Reword:
    """Total, bands, concentration, sectors and the largest; otherwise published figures."""
    texts, numbers = scope.language.value, scope.language.numbers
    facts: Mapping[str, str] = {"computed": "benefit_count"}
    items: Mapping[str, Callable[[Row], str]] = {
        "band": lambda row: texts.bands[row["code"]],
        "top_percent": lambda row: texts.top_percent.format(percent=row["code"], count=numbers.count(row["count"])),
        "sector": lambda row: scope.language.names.sector(row["code"]),
        "largest": lambda row: row["code"],
    }

    def word(row: Row) -> Row:
        kind = row["kind"]
        if kind.startswith("printed:"):
            moment = scope.language.numbers.moment(read_moment(row["count"]) if row["count"] else None)
            item = f"{scope.language.names.word(row['code'])} · {moment}"
            return {**row, "kind": scope.printed(kind), "item": item, "count": None}
        label = scope.wording.texts.columns["sector_name"] if kind == "sector" else scope.row(facts.get(kind, kind))
        return {**row, "kind": label, "item": items[kind](row) if kind in items else ""}

    return word


def reword_people(scope: RowScope) -> Reword:
    """People and rewards by position, ownership, sex and unit; otherwise published figures."""
    names, sexes = scope.language.names, scope.language.people.sexes
    items: Mapping[str, Callable[[str], str]] = {
        "position": names.position,
        "rewarded": names.position,
        "ownership": names.ownership,
        "sex": sexes.__getitem__,
        "unit_people": lambda code: scope.unit_name(code) or code,
    }

    def word(row: Row) -> Row:
        kind, code = row["kind"], row["code"]
        if kind.startswith("printed:"):
            return {**row, "kind": scope.printed(kind), "item": names.word(code or "")}
        return {**row, "kind": scope.row(kind), "item": items[kind](code) if kind in items else ""}

    return word
