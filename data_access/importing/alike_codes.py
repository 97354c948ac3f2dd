"""Codes that may be the same: case, dashes and spaces never matter, leading zeros lead to a question."""

from typing import Final

import polars as pl
from sqlalchemy import Connection, literal_column, select, text

from data_access.database.schema import BEYOND_ASCII, CODE_KEY, initiative
from data_access.database.statistics import last_row_id
from data_access.importing.choices import Choices
from data_access.importing.comparing import among, parts_of, stored_rows
from data_access.importing.out_of_scope import codes_of_others
from data_access.importing.remarks import Remarks, Severity, first_of

SHOWN: Final = 20  # pairs
_FEW: Final = 20_000
_TIMES: Final = 20  # cost of reading a stored code, relative to looking one up
_DASHES: Final = r"[\x{2010}-\x{2015}\x{2212}\x{fe58}\x{fe63}\x{ff0d}]"
_ZEROS: Final = r"(^|[^0-9])0+([0-9])"


def folded(codes: pl.Series) -> pl.Series:
    """The code for comparison: “sk – 01” and “SK-01” are the same."""
    return codes.str.to_lowercase().str.replace_all(_DASHES, "-").str.replace_all(r"\s+", "")


def _loose(codes: pl.Series) -> pl.Series:
    return codes.str.replace_all(_ZEROS, "${1}${2}")


def unify_in_file(rows: pl.DataFrame, choices: Choices, remarks: Remarks) -> tuple[pl.DataFrame, int]:
    """The rows with one spelling for each code, and how many rows a later one of the same code replaced."""
    fold = folded(rows["code"])
    loose = _loose(fold)
    if not (loose.is_duplicated() & loose.is_not_null()).any():
        return rows, 0
    content = [name for name in rows.columns if name not in ("place", "sheet", "line", "code")]
    with_keys = rows.with_columns(fold=fold, loose=loose)
    first = pl.col("code").first()
    # Written differently and saying the same: one initiative beyond doubt.
    with_keys = with_keys.with_columns(
        code=pl.when(pl.col("fold").is_not_null()).then(first.over(["fold", *content])).otherwise("code")
    )
    several = with_keys.filter(pl.col("loose").is_not_null() & (pl.col("code").n_unique().over("loose") > 1))
    if not several.height or choices.alike == "different":
        return with_keys.drop("fold", "loose"), 0
    pairs = several.group_by("loose", maintain_order=True).agg(pl.col("code").unique(maintain_order=True))["code"]
    if choices.alike is None:
        _ask(remarks, pairs.to_list())
        return with_keys.drop("fold", "loose"), 0
    unified = with_keys.with_columns(
        code=pl.when(pl.col("loose").is_in(several["loose"].implode())).then(first.over("loose")).otherwise("code")
    )
    replaced = several.filter(pl.col("place") < pl.col("place").max().over("loose"))
    remarks.say(Severity.WARNING, "alike_codes_joined", count=replaced.height, pairs=first_of(pairs.to_list(), SHOWN))
    return unified.filter(~pl.col("place").is_in(replaced["place"].implode())).drop("fold", "loose"), replaced.height


def unify_with_stored(
    connection: Connection, programme_id: int, rows: pl.DataFrame, choices: Choices, remarks: Remarks
) -> pl.DataFrame:
    """The rows with the spelling of their codes that the programme already has."""
    are_looked_up = _are_sooner_looked_up(connection, rows.height)
    mine = _stored_codes(connection, programme_id, rows["code"] if are_looked_up else None)
    unknown = rows.filter(~pl.col("code").is_in(mine.implode()))
    codes = _that_may_be(connection, programme_id, unknown["code"]) if are_looked_up else mine
    if not unknown.height or not len(codes):
        return rows
    # A stored code that the file has to the letter belongs to that row.
    free = codes.filter(~codes.is_in(rows["code"].implode())).sort()
    fold = folded(free)
    stored_codes = pl.DataFrame({"stored": free, "fold": fold, "loose": _loose(fold)})
    mine_folded = folded(unknown["code"])
    folded_codes = unknown.select("place", "code").with_columns(fold=mine_folded, loose=_loose(mine_folded))
    same = folded_codes.join(_first(stored_codes, "fold"), on="fold").unique(
        "stored", keep="first", maintain_order=True
    )
    rest = folded_codes.filter(~pl.col("place").is_in(same["place"].implode()))
    alike = rest.join(_first(stored_codes, "loose"), on="loose").unique("stored", keep="first", maintain_order=True)
    # Codes of units outside the sender's scope are never shown, whatever they resemble.
    if not choices.by.sees_everything:
        near = stored_rows(connection, programme_id, alike["stored"])
        alike = alike.filter(~pl.col("stored").is_in(codes_of_others(connection, near, choices.by).implode()))
    if alike.height and choices.alike is None:
        _ask(remarks, alike.select("stored", "code").rows())
    if choices.alike == "same":
        same = pl.concat([same.select("place", "stored"), alike.select("place", "stored")])
    return _renamed(rows, same.select("place", "stored")) if same.height else rows


def _are_sooner_looked_up(connection: Connection, code_count: int) -> bool:
    """Whether the index is sooner through with so many codes than a walk over all stored ones."""
    return code_count <= _FEW or last_row_id(connection) > _TIMES * code_count


def _stored_codes(connection: Connection, programme_id: int, codes: pl.Series | None) -> pl.Series:
    """Stored codes equal to the given ones; all stored codes without any."""
    mine = select(initiative.c.code).where(initiative.c.programme_id == programme_id)
    queries = [mine]
    if codes is not None:
        queries = [mine.where(among(connection, initiative.c.code, part)) for part in parts_of(codes)]
    return pl.Series("stored", [code for query in queries for code in connection.scalars(query)], dtype=pl.String)


def _that_may_be(connection: Connection, programme_id: int, codes: pl.Series) -> pl.Series:
    """Stored codes that include all equivalents of the given ones, found by an index instead of reading a million."""
    keys = folded(codes).str.replace_all("[0-]", "").unique()
    mine = select(initiative.c.code).where(initiative.c.programme_id == programme_id)
    queries = [mine.where(among(connection, literal_column(CODE_KEY), part)) for part in parts_of(keys)]
    queries.append(mine.where(text(BEYOND_ASCII[connection.dialect.name])))
    candidates = {code for query in queries for code in connection.scalars(query)}
    return pl.Series("stored", sorted(candidates), dtype=pl.String)


def _first(codes: pl.DataFrame, key: str) -> pl.DataFrame:
    """One code for each key, always the same."""
    return codes.unique(key, keep="first", maintain_order=True)


def _renamed(rows: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    with_names = rows.join(names, on="place", how="left", maintain_order="left")
    return with_names.with_columns(code=pl.coalesce("stored", "code")).drop("stored")


def _ask(remarks: Remarks, pairs: list[list[str]] | list[tuple[str, ...]]) -> None:
    if not remarks.asks("alike_codes"):
        examples = [" ≈ ".join(pair) for pair in pairs[:SHOWN]]
        remarks.say(Severity.QUESTION, "alike_codes", count=len(pairs), pairs=examples)
