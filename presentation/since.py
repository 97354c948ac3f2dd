"""The increase since an earlier moment, in one sentence."""

from datetime import datetime

from language.languages import Language
from model.exactness import ratio_qualifier, with_sign
from model.results import Overview
from model.rounding import printed_difference


def describe_since(before: Overview, now: Overview, moment: datetime, language: Language) -> str:
    """“Từ cuộc họp trước: +41.464 (122.068 → …), đạt chỉ tiêu +13,82 điểm phần trăm”; "" where unknown."""
    texts, numbers = language.pages, language.numbers
    old, new = before.count, now.count
    if old.value is None or new.value is None or old.is_older or new.is_older:
        return ""
    sentence = texts.since_meeting.format(
        moment=numbers.moment(moment),
        added=with_sign(numbers.signed(new.value - old.value), ratio_qualifier(new.qualifier, old.qualifier)),
        old=language.names.qualified(numbers.count(old.value), old.qualifier),
        new=language.names.qualified(numbers.count(new.value), new.qualifier),
    )
    share, earlier = now.facts["reached_pct"], before.facts["reached_pct"]
    if share.value is None or earlier.value is None:
        return sentence
    points = printed_difference(earlier.value, share.value)
    word = ratio_qualifier(share.qualifier, earlier.qualifier)
    text = with_sign(f"{'+' if points > 0 else ''}{numbers.decimal(points, 2)}", word)
    return f"{sentence}{texts.since_points.format(points=text)}"
