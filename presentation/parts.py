"""Parts of a whole in words: the title of a breakdown."""

import polars as pl

from model.results import Breakdown
from presentation.wording import Wording


def sector_title(breakdown: Breakdown, wording: Wording) -> str:
    """The largest part that has a name; the scheme alone where there is no share to tell."""
    named = breakdown.frame.filter(~pl.col("sector_code").is_in(["none", "rest", "khac"])).sort(
        "uploads", descending=True
    )
    if named.is_empty() or breakdown.kind != "parts" or named["share_pct"][0] is None:
        return wording.scheme(breakdown)
    row = named.to_dicts()[0]
    return wording.texts.slides.sector_title.format(
        sector=wording.part(breakdown, row["sector_code"], row["sector_name"]),
        count=wording.qualified(wording.language.numbers.count(row["uploads"]), row["qualifier"]),
        percent=wording.language.numbers.percent(row["share_pct"]),
    )
