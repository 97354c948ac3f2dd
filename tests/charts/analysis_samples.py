"""Plausible answers for the charts of the analysis pages: long names, large sums, unknown parts."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import plotly.graph_objects as go
import polars as pl

from charts.compare import draw_courses, draw_growth
from charts.grading import draw_course
from charts.kit.theme import Look
from charts.people import draw_ownerships, draw_positions, draw_rewards, draw_sexes
from charts.readiness import draw_shares
from charts.recognition import draw_funnel, draw_states, draw_use, draw_waits
from charts.steps import draw_steps
from charts.trend import draw_curve
from charts.value import draw_bands, draw_concentration, draw_sector_values
from data_access.rules.readiness import example
from model.catalogue import Programme
from model.codes import Measure
from model.compare import Changes, Compared, Comparison, Side
from model.frames import DAILY, MOVES, READINESS, STEPS
from model.graded import Course
from model.people import People, PeopleGroup
from model.periods import Length, Period
from model.readiness import Readiness, Share
from model.recognition import Recognition, Use, Waits
from model.results import Overview, Ranking
from model.trend import Forecast, Happening
from model.value import Concentration, Value
from presentation.grading_words import period_name

MOMENT = datetime(2022, 4, 20, 8)
NAMES = (
    "Thanh Hóa",
    "Bà Rịa - Vũng Tàu",
    "CĐ Nông nghiệp và PTNT",
    "TP. Hồ Chí Minh",
    "Hà Nội",
    "CĐ Than - Khoáng sản",
)

READY = Readiness(
    example(),
    True,
    pl.DataFrame(schema=READINESS),
    tuple(Share(item, 82 - 9 * place, 5 * place, 4 * place) for place, item in enumerate(example())),
    (),
    MOMENT.date(),
)
PEOPLE = People(
    moment=MOMENT,
    uploads=163_532,
    people=121_004,
    members=9_012_345,
    members_units=79,
    units_total=82,
    per100=1.8,
    participation_pct=1.3,
    positions=(
        PeopleGroup("worker", 120_118, 70_000, 9_204),
        PeopleGroup("manager", 31_006, 20_000, 3_811),
        PeopleGroup("officer", 9_400, 6_000, 402),
        PeopleGroup("none", 3_008, 1_000, 17),
    ),
    ownerships=(
        PeopleGroup("state", 90_002, 60_000, 8_000),
        PeopleGroup("nonstate", 55_530, 30_000, 4_000),
        PeopleGroup("fdi", 14_900, 7_000, 1_434),
        PeopleGroup("none", 3_100, 0, 0),
    ),
    sexes=(("female", 80_404), ("male", 76_120), ("none", 7_008)),
    participating=8_812,
    grassroots=12_640,
    units=pl.DataFrame(),
)
RECOGNITION = Recognition(
    moment=MOMENT,
    counts={"uploads": 163_532, "valid": 91_203, "review": 70_118, "invalid": 2_211},
    steps=(
        ("uploads", 163_532),
        ("valid", 91_203),
        ("grassroots", 60_550),
        ("upper", 21_034),
        ("province", 3_055),
        ("ministry", 97),
        ("national", 5),
    ),
    level_unknown=30_653,
    decided=Waits((12_004, 20_118, 31_005, 20_076, 6_900, 1_100), 11.0, 102),
    waiting=None,
    rewarded=None,
    use=Use(60_118, 20_085, 11_000, 9_004, 30_112),
    units=pl.DataFrame(),
    printed=(),
)
VALUE = Value(
    moment=MOMENT,
    uploads=163_532,
    computed=40_118,
    total=31_402_118_000_000,
    mean=782_743_855.0,
    median=41_000_000,
    highest=9_000_000_000_000,
    bands=(
        ("under-30", 39_000, 9_000_000_000_000),
        ("30-100", 900, 12_000_000_000_000),
        ("100-500", 200, 8_000_000_000_000),
        ("500-up", 18, 2_402_118_000_000),
        ("none", 123_414, 0),
    ),
    concentration=tuple(
        Concentration(percent, count, benefit, share)
        for percent, count, benefit, share in (
            (1, 402, 18_402_118_000_000, 58.6),
            (5, 2_006, 24_002_118_000_000, 76.4),
            (10, 4_012, 27_118_000_000_000, 86.4),
            (50, 20_059, 31_100_000_000_000, 99.0),
        )
    ),
    largest=(),
    sectors=pl.DataFrame(
        [
            ("sxkd", 20_118, 24_402_118_000_000, 1_212_949_498.0),
            ("hcsn", 9_004, 5_002_118_000_000, 555_543_980.0),
            ("none", 10_996, 1_997_882_000_000, 181_691_706.0),
        ],
        schema=["sector_code", "computed", "benefit_vnd", "mean_vnd"],
        orient="row",
    ),
)
FORECAST = Forecast(
    "shape",
    MOMENT,
    date(2022, 1, 8),
    date(2023, 9, 1),
    163_532,
    low=640_118,
    middle=1_004_002,
    high=1_480_630,
    examples=61,
)
HAPPENINGS = (
    Happening(date(2022, 1, 8), "Phát động", "Launch", "báo"),
    Happening(date(2022, 3, 26), "Sơ kết đợt 1", "First review", "báo"),
    Happening(date(2022, 5, 11), "Mốc 300.000", "300,000 reached", "báo", number=3),
)


def steps() -> pl.DataFrame:
    """Fifteen weeks, the last one cut by the moment."""
    weeks = [date(2022, 1, 8) + timedelta(weeks=n) for n in range(15)]
    rows = [(day, day + timedelta(days=6), 4_000 + 1_003 * n, n < 14) for n, day in enumerate(weeks)]
    return pl.DataFrame(rows, schema=STEPS, orient="row")


def courses(programme: Programme) -> Comparison:
    """Six sides whose ends lie close together, so that their labels must be kept apart."""
    sides = [
        Side(programme, None, MOMENT, {}, _daily(150 + number * (2 if number < 4 else 60)))
        for number in range(len(NAMES))
    ]
    return Comparison(Compared.UNITS, tuple(sides), chosen=True)


def _daily(each: int) -> pl.DataFrame:
    days = [(date(2022, 1, 8) + timedelta(days=n), each, each * (n + 1)) for n in range(103)]
    return pl.DataFrame(days, schema=DAILY, orient="row")


def changes(ranking: Ranking) -> Changes:
    """A leader, one that fell, a newcomer."""
    rows = [
        (
            "LD-38",
            "LĐLĐ tỉnh Thanh Hóa",
            NAMES[0],
            1,
            1,
            20_118.0,
            35_728.0,
            15_610.0,
            1.78,
            40.0,
            60.0,
            None,
            None,
            True,
        ),
        ("CD-NN", NAMES[2], NAMES[2], 2, 14, 9_004.0, 9_118.0, 114.0, 1.01, None, None, None, None, False),
        (
            "LD-77",
            "LĐLĐ tỉnh Bà Rịa - Vũng Tàu",
            NAMES[1],
            None,
            3,
            0.0,
            7_002.0,
            7_002.0,
            None,
            None,
            12.0,
            None,
            None,
            None,
        ),
    ]
    return Changes(ranking, pl.DataFrame(rows, schema=MOVES, orient="row"), (), ())


def worth(ranking: Ranking) -> Changes:
    """The same in money, with the longest numbers that a row can hold."""
    result = changes(ranking)
    money = [pl.col(name) * 1_000_000_000 for name in ("value_before", "value", "added")]
    return Changes(ranking, result.moves.with_columns(money), (), ())


def graded(look: Look) -> list[tuple[str, Course, str]]:
    """A union's points of two quarters."""
    quarters = [Period(date(2021, 10, 1), Length.QUARTER), Period(date(2022, 1, 1), Length.QUARTER)]
    word = {"vi": "Xuất sắc", "en": "Excellent"}[look.language.code]
    courses = [Course(quarter, 61.5 + 30 * place, "A") for place, quarter in enumerate(quarters)]
    return [(period_name(course.period, look.language), course, word) for course in courses]


def analyses(
    overview: Callable[[], Overview], programme: Programme, ranking: Callable[..., Ranking]
) -> dict[str, Callable[[Look], go.Figure]]:
    """Every chart of the analysis pages by name."""
    benefit = Measure.BENEFIT
    return {
        "bands": lambda look: draw_bands(VALUE, look),
        "concentration": lambda look: draw_concentration(VALUE, look),
        "course": lambda look: draw_course(graded(look), look, head="", most=100.0, moment=MOMENT),
        "courses": lambda look: draw_courses(courses(programme), NAMES, look),
        "curve": lambda look: draw_curve(overview(), programme, FORECAST, HAPPENINGS, look),
        "funnel": lambda look: draw_funnel(RECOGNITION, look),
        "growth": lambda look: draw_growth(changes(ranking()), look),
        "growth_money": lambda look: draw_growth(worth(ranking(measure=benefit)), look, money=True),
        "ownerships": lambda look: draw_ownerships(PEOPLE, look),
        "positions": lambda look: draw_positions(PEOPLE, look, ("worker",)),
        "rewards": lambda look: draw_rewards(PEOPLE, look),
        "sector_values": lambda look: draw_sector_values(VALUE, look),
        "sexes": lambda look: draw_sexes(PEOPLE, look),
        "readiness": lambda look: draw_shares(READY, look),
        "states": lambda look: draw_states(RECOGNITION, look),
        "steps": lambda look: draw_steps(steps(), "week", 23_303.2, look, datetime.combine(date(2022, 4, 20), time(8))),
        "use": lambda look: draw_use(RECOGNITION, look),
        "waits": lambda look: draw_waits(RECOGNITION.decided, look, moment=MOMENT),
    }
