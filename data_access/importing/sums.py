"""The sums that a list states, compared with its rows."""

import polars as pl

from data_access.importing.numbers import read_amount
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import FACTOR, Table


def compare_sums(table: Table, benefits: pl.Series, remarks: Remarks) -> None:
    """Say which sums equal the rows above them (all, or those since the sum before), and which do not."""
    rows = table.frame.select("sheet", "line").with_columns(benefit=benefits)
    factors = table.frame[FACTOR] if FACTOR in table.frame.columns else None
    agreeing, start = [], 0
    for sheet, one in table.sums:
        above = rows.filter(pl.col("sheet").eq_missing(pl.lit(sheet, pl.String)) & (pl.col("line") < one.line))
        factor = int(factors.max() or 1) if factors is not None else 1  # type: ignore[arg-type]
        stated = read_amount(one.amount, factor=factor).value if one.amount else None
        parts = int(above.filter(pl.col("line") > start)["benefit"].sum())
        start = one.line
        if stated is None:
            continue
        if stated in (parts, int(above["benefit"].sum())):
            agreeing.append(one.line)
        else:
            remarks.say(Severity.WARNING, "sum_differs", line=one.line, total=stated, parts=parts)
    if agreeing:
        remarks.say(Severity.INFO, "sums_agree", lines=agreeing)
