"""What came since an earlier moment, in one sentence."""

from datetime import datetime

from language.languages import Language
from model.results import Overview


def tell_since(before: Overview, now: Overview, moment: datetime, language: Language) -> str:
    """“Từ cuộc họp trước, 13/04/2022: +41.464 (122.068 → 163.532), đạt chỉ tiêu +13,82 điểm %”; "" where unknown."""
    texts, numbers = language.pages, language.numbers
    old, new = before.facts["uploads"].value, now.facts["uploads"].value
    if old is None or new is None:
        return ""
    told = texts.since_meeting.format(
        moment=numbers.moment(moment), added=numbers.signed(new - old), old=numbers.count(old), new=numbers.count(new)
    )
    shares = before.facts["reached_pct"].value, now.facts["reached_pct"].value
    if shares[0] is None or shares[1] is None:
        return told
    points = shares[1] - shares[0]
    written = f"{'+' if points > 0 else ''}{numbers.decimal(points, 2)}"
    return f"{told}{texts.since_points.format(points=written)}"
