"""Grading of drawn rows by every kind of measure equals plain SQL, and uploading more never costs points."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from itertools import product
from math import floor

import polars as pl
import pytest
from sqlalchemy import insert, text

from data_access.database.schema import grading_class, grading_criterion
from data_access.database.transactions import writing
from data_access.queries.grading import fetch_grading
from data_access.store.records import Records
from model.filters import Filters
from model.tallies import OF_MEASURE
from tests.data_access.drawn_programme import put_in_a_cluster, records_over

CODES = ("LD-01", "LD-26", "LD-31", "LD-38", "LD-40", "LD-42", "LD-79")
IN_FEBRUARY = Filters(period="2022-02")
PASSED = (date(2022, 2, 28) - date(2022, 1, 8)).days / (date(2023, 9, 1) - date(2022, 1, 8)).days
# measure, weight, nothing at, all at, steps, bonus: each kind of scale, and a deduction.
CRITERIA = (
    ("pace", 20.0, 0.0, 60.0, (), False),
    ("direct_pace", 10.0, 0.0, 80.0, (), False),
    ("nonstate_pace", 10.0, 0.0, 0.0, ((2.0, 50.0), (25.0, 100.0)), False),
    ("reached", 8.0, 0.0, 10.0, (), False),
    ("uploads", 8.0, 0.0, 60.0, (), False),
    ("valid", 8.0, 0.0, 0.0, ((1.0, 20.0), (10.0, 100.0)), False),
    ("per100", 5.0, 0.0, 6.0, (), True),
    ("computed", 5.0, 0.0, 20.0, (), False),
    ("valid_share", 10.0, 0.0, 0.0, ((50.0, 50.0), (70.0, 100.0)), False),
    ("invalid_share", -10.0, 10.0, 60.0, (), False),
    ("direct_share", 6.0, 0.0, 100.0, (), False),
    ("nonstate_share", 4.0, 0.0, 100.0, (), False),
    ("computed_share", 4.0, 0.0, 80.0, (), False),
    ("growth", 6.0, -50.0, 100.0, (), True),
    ("judge_days", 10.0, 30.0, 0.0, (), False),
)
CLASSES = (("a", 55.0, 30.0), ("b", 40.0, 30.0), ("c", 20.0, None), ("d", 0.0, None))
FEBRUARY = "BETWEEN '2022-02-01 00:00:00' AND '2022-02-28 23:59:59.999999'"
COUNTED = {
    "uploads": f"uploaded_at {FEBRUARY}",
    "before": "uploaded_at < '2022-02-01'",
    "to_date": "uploaded_at < '2022-03-01'",
    "direct_to_date": "uploaded_at < '2022-03-01' AND position = 1",
    "nonstate_to_date": "uploaded_at < '2022-03-01' AND ownership = 2",
    "valid": f"status = 1 AND settled_at {FEBRUARY}",
    "invalid": f"status = 2 AND settled_at {FEBRUARY}",
    "direct_valid": f"status = 1 AND position = 1 AND settled_at {FEBRUARY}",
    "nonstate_valid": f"status = 1 AND ownership = 2 AND settled_at {FEBRUARY}",
    "computed": f"status = 1 AND benefit_vnd IS NOT NULL AND settled_at {FEBRUARY}",
}
WAITED = {
    "sqlite": "julianday(date(settled_at)) - julianday(date(uploaded_at))",
    "postgresql": "CAST(settled_at AS date) - CAST(uploaded_at AS date)",
}


def drawing(seed: int) -> str:
    """Rows of January to March; the last unit has none before February, and none of its rows is judged."""
    drawn, lines = (
        random.Random(seed),
        ["unit | uploaded_at | count | position | ownership | status | settled_at | benefit"],
    )
    for _ in range(150):
        place = drawn.randrange(len(CODES))
        newest = place == len(CODES) - 1
        at = datetime(2022, 2 if newest else 1, 8, 8) + timedelta(hours=drawn.randrange(24 * (20 if newest else 60)))
        settled = at + timedelta(days=drawn.randrange(40))
        status = "" if newest else drawn.choice(("", "valid", "valid", "invalid"))
        cells = (
            CODES[place],
            f"{at:%Y-%m-%d %H:%M}",
            str(drawn.randint(1, 3)),
            drawn.choice(("worker", "manager", "officer", "")),
            drawn.choice(("state", "nonstate", "fdi", "")),
            status,
            f"{settled:%Y-%m-%d %H:%M}" if status else "",
            drawn.choice(("", "5")) if status else "",
        )
        lines.append(" | ".join(cells))
    return "\n".join(lines)


@pytest.fixture(params=[1, 2, 3])
def records(prepared_url: str, request: pytest.FixtureRequest) -> Iterator[Records]:
    targets = "unit | value\n" + "\n".join(f"{code} | {300 + 100 * n}" for n, code in enumerate(CODES))
    members = {code: 1000 * (n + 1) for n, code in enumerate(CODES[:-1])}
    _grade_by_all_measures(prepared_url)
    with closing(records_over(prepared_url, drawing(request.param), targets, members)) as records:
        yield records


def _grade_by_all_measures(url: str) -> None:
    names = {"programme_id": 1, "name_vi": "A", "name_en": "A"}
    with writing(url) as connection:
        for place, (measure, weight, zero, full, steps, bonus) in enumerate(CRITERIA):
            scale = "steps" if steps else "linear"
            written = "; ".join(f"{least:g}: {percent:g}" for least, percent in steps)
            row = {"measure": measure, "place": place, "weight": weight, "scale": scale, "steps": written}
            connection.execute(
                insert(grading_criterion).values(**names, **row, zero_at=zero, full_at=full, bonus=bonus)
            )
        for code, least, quota in CLASSES:
            connection.execute(insert(grading_class).values(**names, code=code, at_least=least, quota_pct=quota))
        put_in_a_cluster(connection, *CODES)


def counted(records: Records, url: str) -> dict[str, dict[str, float | None]]:
    """Counts of every unit of the drawing by plain SQL."""
    sums = ", ".join(f"sum(CASE WHEN {condition} THEN 1 ELSE 0 END) AS n_{name}" for name, condition in COUNTED.items())
    judged = (
        f"CASE WHEN status IN (1, 2) AND settled_at {FEBRUARY} THEN {WAITED[url.partition('+')[0].split(':')[0]]} END"
    )
    question = text(
        f"SELECT unit.code, max(unit.members) AS members, avg({judged}) AS judge_days, {sums} FROM initiative "
        "JOIN unit ON unit.id = initiative.unit_id WHERE programme_id = 1 GROUP BY unit.code"
    )
    rows = records.ask_now(lambda connection: connection.execute(question).mappings().all())
    return {
        row["code"]: {name.removeprefix("n_"): value for name, value in row.items() if name != "code"} for row in rows
    }


def measured(n: dict[str, float | None], target: float) -> dict[str, float | None]:
    """Every measure, written independently of the code."""

    def share(some: str, *of: str) -> float:
        whole = sum(n[one] for one in of)
        return 100 * n[some] / whole if whole else 0.0

    paced = target * PASSED
    return {
        "pace": 100 * n["to_date"] / paced,
        "direct_pace": 100 * n["direct_to_date"] / paced,
        "nonstate_pace": 100 * n["nonstate_to_date"] / paced,
        "reached": 100 * n["to_date"] / target,
        "uploads": n["uploads"],
        "valid": n["valid"],
        "per100": 100 * n["uploads"] / n["members"] if n["members"] else None,
        "computed": n["computed"],
        "valid_share": share("valid", "valid", "invalid"),
        "invalid_share": share("invalid", "valid", "invalid"),
        "direct_share": share("direct_valid", "valid"),
        "nonstate_share": share("nonstate_valid", "valid"),
        "computed_share": share("computed", "valid"),
        "growth": 100 * (n["uploads"] / n["before"] - 1) if n["before"] else None,
        "judge_days": None if n["judge_days"] is None else float(n["judge_days"]),
    }


def earned(value: float | None, weight: float, zero: float, full: float, steps: tuple, bonus: bool) -> float:
    if value is None:
        return 0.0
    if steps:
        return weight * ([0.0] + [percent for least, percent in steps if least <= value])[-1] / 100
    return weight * sorted((0.0, (value - zero) / (full - zero), 1.0))[1]


def test_points_of_every_measure_and_places_of_a_cluster_are_what_plain_sql_says(records: Records, prepared_url: str):
    assert {one[0] for one in CRITERIA} == set(OF_MEASURE)
    frame = fetch_grading(records, IN_FEBRUARY).frame.filter(pl.col("unit_code").is_in(CODES))
    known = counted(records, prepared_url)
    expected: dict[str, tuple[float, float]] = {}
    for place, code in enumerate(CODES):
        row, values = frame.filter(unit_code=code).row(0, named=True), measured(known[code], 300 + 100 * place)
        points = {one[0]: earned(values[one[0]], *one[1:]) for one in CRITERIA}
        assert {name: row[f"value_{name}"] for name in OF_MEASURE} == pytest.approx(values)
        assert {name: row[f"points_{name}"] for name in OF_MEASURE} == pytest.approx(points)
        assert row["points"] == pytest.approx(max(sum(points.values()), 0.0))
        expected[code] = (row["points"], row["value_reached"])

    assert dict(frame.select("unit_code", "class_code").iter_rows()) == placed(expected)
    assert len(set(placed(expected).values())) > 1


def placed(expected: dict[str, tuple[float, float]]) -> dict[str, str]:
    """Classes by points, where quotas keep only the best of each cluster."""
    left, results = sorted(expected, key=lambda code: expected[code], reverse=True), {}
    for code, least, quota in CLASSES:
        enough = [one for one in left if expected[one][0] >= least]
        taken = enough if quota is None else enough[: max(1, floor(len(CODES) * quota / 100))]
        results |= dict.fromkeys(taken, code)
        left = [one for one in left if one not in taken]
    return results


def test_nobody_falls_by_uploading_more_whatever_is_measured(records: Records, prepared_url: str):
    order = [code for code, _, _ in CLASSES]
    first, drawn = 1000, random.Random(records.last_moment("1tr").isoformat())
    for code, count in product(drawn.sample(CODES, 3), (2, 60)):  # the last ones bring a unit nothing any more
        before = fetch_grading(records, IN_FEBRUARY).frame.filter(unit_code=code).row(0, named=True)
        line = f"{code} | 2022-02-{drawn.randint(1, 28):02} 10:00 | {count}"
        more = f"{line} | {drawn.choice(('worker', 'manager'))} | {drawn.choice(('nonstate', 'state'))}"
        records_over(prepared_url, f"unit | uploaded_at | count | position | ownership\n{more}", first=first).close()
        records.catch_up()
        first += count
        after = fetch_grading(records, IN_FEBRUARY).frame.filter(unit_code=code).row(0, named=True)

        assert after["value_uploads"] > before["value_uploads"]
        assert after["points"] >= before["points"]
        assert order.index(after["class_code"]) <= order.index(before["class_code"])
