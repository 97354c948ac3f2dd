"""What the demonstration invents reads like something people wrote: names, and statements that agree."""

from data_access.demo.plan import read_plan
from data_access.demo.readiness import _fact_rows
from data_access.demo.unions import make_unions
from data_access.rules.readiness import example

PLAN = read_plan()
ITEMS = {item.code: item for item in example()}


def test_every_invented_union_begins_with_a_capital():
    unions = make_unions(PLAN.units, dict.fromkeys(PLAN.codes, "Hà Nội"))

    assert unions.height > 4000
    for name in ("name", "short_name"):
        assert [text for text in unions[name].unique() if not text[:1].isupper()] == []


def test_people_are_trained_where_and_when_there_were_sessions():
    sessions, people = (
        {code: list(_fact_rows(code, ITEMS[item])) for code in PLAN.codes}
        for item in ("tap-huan-luot", "tap-huan-nguoi")
    )

    assert any(row["amount"] for rows in people.values() for row in rows)
    for code in PLAN.codes:
        assert [(row["state"], row["day"]) for row in people[code]] == [
            (row["state"], row["day"]) for row in sessions[code]
        ]
        for trained, held in zip(people[code], sessions[code], strict=True):
            assert (trained["amount"] > 0) == (held["amount"] > 0) and trained["amount"] >= held["amount"]
