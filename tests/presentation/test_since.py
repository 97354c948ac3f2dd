from dataclasses import dataclass
from datetime import datetime

from language.languages import ENGLISH, VIETNAMESE
from presentation.since import describe_since


@dataclass(frozen=True)
class Known:
    value: float | None
    qualifier: str | None = None
    is_older: bool = False


@dataclass(frozen=True)
class Then:
    facts: dict[str, Known]

    @property
    def count(self) -> Known:
        return self.facts["uploads"]


def at(uploads: float | None, reached: float | None) -> Then:
    return Then({"uploads": Known(uploads), "reached_pct": Known(reached)})


def test_what_came_since_is_one_sentence():
    then, now, day = at(122068, 40.69), at(163532, 54.51), datetime(2022, 4, 13, 8)

    assert describe_since(then, now, day, VIETNAMESE) == (
        "Từ cuộc họp trước, 13/04/2022 08:00: +41.464 sáng kiến (122.068 → 163.532), "
        "tỷ lệ đạt chỉ tiêu +13,82 điểm phần trăm"
    )
    assert describe_since(then, now, day, ENGLISH) == (
        "Since the last meeting, 13 Apr 2022 08:00: +41,464 initiatives (122,068 → 163,532), "
        "share of the target +13.82 percentage points"
    )


def test_what_is_not_known_is_not_compared():
    assert describe_since(at(None, None), at(5, 1.0), datetime(2022, 4, 13, 8), VIETNAMESE) == ""
    assert describe_since(at(3, None), at(5, 1.0), datetime(2022, 4, 13, 8), VIETNAMESE).endswith("(3 → 5)")


def test_what_grew_since_an_inexact_number_keeps_its_direction():
    then = Then({"uploads": Known(163532, "hơn"), "reached_pct": Known(16.35, "hơn")})
    now, day = at(696948, 69.69), datetime(2022, 4, 20, 8)

    assert describe_since(then, now, day, VIETNAMESE) == (
        "Từ cuộc họp trước, 20/04/2022 08:00: < +533.416 sáng kiến (hơn 163.532 → 696.948), "
        "tỷ lệ đạt chỉ tiêu < +53,34 điểm phần trăm"
    )


def test_a_figure_of_another_day_is_no_start_to_count_from():
    then = Then({"uploads": Known(23, is_older=True), "reached_pct": Known(None)})

    assert describe_since(then, at(163532, 16.35), datetime(2022, 3, 26), VIETNAMESE) == ""
