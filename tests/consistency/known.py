"""What `answer` says of one scope: the numbers that every page and file has to repeat."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from model.catalogue import Catalogue
from model.codes import Boundary

Row = dict[str, str]
Ask = Callable[[str, str], list[Row]]
Numbers = dict[str, Decimal]


@dataclass(frozen=True)
class Known:
    """`scope` by name of a fact; `units` and `parts` by name and column, in Vietnamese."""

    scope: Mapping[str, Decimal]
    units: Mapping[str, Mapping[str, Decimal]]
    parts: Mapping[str, Mapping[str, Decimal]]


def known_of(ask: Ask, query: str, catalogue: Catalogue) -> Known:
    """The numbers of a scope, as `answer` gives them."""
    short = {unit.name: unit.short_name for unit in catalogue.units}
    short |= {province.name_2025: province.short_name_2025 for province in catalogue.provinces}
    units: dict[str, Numbers] = {}
    for name, numbers in (*_of_units(ask, query), *_unrewarded(ask, query, catalogue)):
        for one in {name, short.get(name, name)}:
            units.setdefault(one, {}).update(numbers)
    parts = {row["sector_name"]: _numbers(row, "uploads", "share_pct") for row in ask("sectors", query)}
    scope = {row["metric"]: value for row in ask("overview", query) if (value := number(row["value"])) is not None}
    return Known(scope, units, parts)


def with_page(known: Known, ask: Ask, subject: str, query: str, catalogue: Catalogue) -> Known:
    """`known` with what `answer` says of units on one page: peers, sides, printed figures, points."""
    names = {unit.code: (unit.name, unit.short_name) for unit in catalogue.units}
    provinces = catalogue.groups(catalogue.units, Boundary.NEW)
    names |= {group.code: (group.name, group.short_name) for group in provinces}
    shorts = {unit.name: unit.short_name for unit in catalogue.units}
    units = {name: dict(numbers) for name, numbers in known.units.items()}
    # Notes and contradictions speak of others, too.
    for place, row in enumerate((*ask(subject, query), *ask(subject, _without(query, "unit=")))):
        texts = [row.get(column, "") for column in ("unit_name", "unit_code", "side")]
        parts = [part for word in texts for part in word.split(" · ")]
        for name in {one for part in parts for one in names.get(part, (part, shorts.get(part)))}:
            if name in units or name in shorts.values():
                numbers = _numbers(row, *row)
                if {"value", "before"} <= numbers.keys():
                    numbers["gained"] = numbers["value"] - numbers["before"]
                units.setdefault(name, {}).update({f"{place}_{key}": n for key, n in numbers.items()})
    if subject == "sectors":
        _add_parts(units, ask, query, catalogue)
    if subject == "unit":
        _add_shares(units)
    return Known(known.scope, units, known.parts)


def _add_parts(units: dict[str, Numbers], ask: Ask, query: str, catalogue: Catalogue) -> None:
    """Add the uploads of every unit, or province of 2025, by sector: the rows of the heat map."""
    groups = catalogue.groups(catalogue.units, Boundary.NEW if "boundary=34" in query else Boundary.OLD)
    for group in groups:
        if units.get(group.short_name, {}).get("uploads"):
            rows = ask("sectors", f"{_without(query, 'unit=')}&unit={group.code}")
            units[group.short_name].update({f"of_{row['sector_code']}": Decimal(row["uploads"]) for row in rows})


def _add_shares(units: Mapping[str, Numbers]) -> None:
    """Add the shares of a unit's own uploads by which its peers are compared."""
    for numbers in units.values():
        counts = [value for key, value in numbers.items() if key.endswith(("uploads", "_among_all"))]
        for whole in filter(None, {max(counts, default=None), numbers.get("value_measured_among_all")}):
            numbers.update({f"{key}_of_{whole}": 100 * value / whole for key, value in list(numbers.items())})


def _unrewarded(ask: Ask, query: str, catalogue: Catalogue) -> Iterator[tuple[str, Numbers]]:
    """Unrewarded initiatives by unit or province of 2025, which files show beside recognition."""
    boundary = Boundary.NEW if "boundary=34" in query else Boundary.OLD
    names = {group.code: group.name for group in catalogue.groups(catalogue.units, boundary)}
    for row in ask("recognition", query):
        if row["kind"] == "unrewarded_unit":
            numbers = _numbers(row, "value", "share_pct")
            yield names[row["code"]], {f"unrewarded_{column}": value for column, value in numbers.items()}


def _of_units(ask: Ask, query: str) -> Iterator[tuple[str, Numbers]]:
    for row in ask("targets", query):
        yield row["unit_name"], _numbers(row, *row)
    # Who is picked is shown among all; what is valid, as a share of uploads.
    for kind, wider in (("measured", _without(query, "unit=")), ("uploaded", _without(query, "unit=", "measure="))):
        for name, numbers in _places(ask, wider):
            yield name, {f"{column}_{kind}_among_all": value for column, value in numbers.items()}
    yield from _places(ask, query)
    of_measure = query.replace("measure=valid", "status=valid")
    for name, numbers in _places(ask, f"{of_measure}&measure=benefit"):
        yield name, {f"benefit_{column}": value for column, value in numbers.items() if column != "value"}
        yield name, {"billions": numbers["value"] / 10**9, "benefit": numbers["value"]} if "value" in numbers else {}
    for row in ask("map", query):
        yield row["unit_name"], _numbers(row, *row)
    for row in ask("grading", query):
        yield row["unit_name"], _numbers(row, "points")


def _without(query: str, *parameters: str) -> str:
    return "&".join(part for part in query.split("&") if not part.startswith(parameters))


def _places(ask: Ask, query: str) -> Iterator[tuple[str, Numbers]]:
    """Every place with its cumulative share, which `answer` leaves to the reader."""
    rows = [(row["unit_code"], row["unit_name"], _numbers(row, *row)) for row in ask("ranking", f"{query}&top=1000000")]
    total, before = sum((numbers.get("value", Decimal(0)) for *_, numbers in rows), Decimal(0)), Decimal(0)
    for code, name, numbers in rows:
        before += numbers.get("value", Decimal(0))
        share = numbers.get("share_pct")
        whole = 100 * numbers["value"] / share if share and numbers["value"] else None
        if whole:
            numbers["cumulative_pct"] = 100 * before / (total if abs(whole - total) < total / 50 else whole)
        if code:
            yield name, numbers


def _numbers(row: Row, *columns: str) -> Numbers:
    return {name: value for name in columns if (value := number(row[name])) is not None}


def number(text: str) -> Decimal | None:
    """The value of a number as `answer` writes it."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def read(written: str) -> tuple[Decimal, int]:
    """Value and decimals of a number as Vietnamese readers see it: “−1.234,50” is -1234.50 and 2."""
    plain = written.replace("−", "-").replace("+", "").replace(".", "").replace(",", ".")
    return Decimal(plain), len(plain.partition(".")[2])


def same(written: str, exact: Decimal) -> bool:
    """Whether a number is `exact` rounded, whatever its sign; `answer` itself rounds to two decimals."""
    value, digits = read(written)
    step = Decimal(1).scaleb(-digits)
    near = (exact, exact + Decimal("0.005"), exact - Decimal("0.005"))
    return abs(value) in {abs(one.quantize(step, ROUND_HALF_UP)) for one in near}
