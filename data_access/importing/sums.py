"""The sums that a list states, compared with its rows."""

import polars as pl

from data_access.importing.amounts import read_amount
from data_access.importing.money_units import FACTOR
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table


def compare_sums(table: Table, benefits: pl.Series, remarks: Remarks) -> None:
    """Remark which sums equal the rows above them (all, or those since the sum before), and which do not."""
    factors = pl.col(FACTOR) if FACTOR in table.frame.columns else pl.lit(1)
    rows = table.frame.select("sheet", "line", factor=factors).with_columns(benefit=benefits)
    agreeing, start, before = list[int](), 0, table.sums[0][0]
    for sheet, total in table.sums:
        start, before = start if sheet == before else 0, sheet
        above = rows.filter(pl.col("sheet").eq_missing(pl.lit(sheet, pl.String)) & (pl.col("line") < total.line))
        if not above.height:  # a sum at the top is that of everything below
            above = rows.filter(pl.col("sheet").eq_missing(pl.lit(sheet, pl.String)))
        factor = int(above["factor"][-1] or 1) if above.height else 1
        stated = read_amount(total.amount, factor=factor).value if total.amount else None
        parts = int(above.filter(pl.col("line") > start)["benefit"].sum())
        start = total.line
        if stated is None:
            continue
        if stated in (parts, int(above["benefit"].sum())):
            agreeing.append(total.line)
        else:
            remarks.say(Severity.WARNING, "sum_differs", line=total.line, total=stated, parts=parts)
    if agreeing:
        remarks.say(Severity.INFO, "sums_agree", lines=agreeing)
