"""What a chart of the first page shows, as its title: computed, and never more than its data say."""

import polars as pl

from language.languages import Language
from model.results import Overview, Ranking
from presentation.wording import Wording


def progress_finding(overview: Overview, language: Language) -> str:
    """“Đạt 16,35% khi đã qua 16,97% thời gian”, or the plain title where one of the two is unknown or older."""
    texts, numbers = language.overview, language.numbers
    reached, passed = overview.facts["reached_pct"].value, overview.facts["time_passed_pct"].value
    is_of_now = not overview.facts["reached_pct"].is_older
    if reached is None or passed is None or not is_of_now:
        return texts.progress_title
    sentence = texts.found_on_the_way if passed < 100 else texts.found_at_the_end
    return sentence.format(percent=numbers.percent(reached), passed=numbers.percent(passed))


def leaders_finding(ranking: Ranking, wording: Wording) -> str:
    """“Thanh Hóa đứng đầu với 21,85%; 10 đơn vị chiếm 67,92%”; nothing where a list is no order of places."""
    placed = ranking.frame.filter(pl.col("unit_code").is_not_null())
    if not ranking.is_ordered or placed.height < 2 or ranking.shown_share_pct is None:
        return ""
    first, numbers = placed.row(0, named=True), wording.language.numbers
    return wording.language.overview.found_leader.format(
        unit=wording.short_unit(first["unit_code"], first["short_name"]),
        share=numbers.percent(first["share_pct"]),
        count=numbers.count(placed.height),
        together=numbers.percent(ranking.shown_share_pct),
    )
