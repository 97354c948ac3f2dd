"""Authors, members, and participation below the units."""

from contextlib import closing
from datetime import date

import pytest

from data_access.queries.compare import fetch_compare
from data_access.queries.people import fetch_people
from data_access.queries.ranking import fetch_ranking
from data_access.queries.unit import fetch_unit
from data_access.rows.grassroots_below import grassroots_known
from language.languages import LANGUAGES
from model.codes import Basis, Boundary, Measure
from model.filters import Filters, end_of_day
from presentation.compare import view_compare
from presentation.people import view_people
from presentation.profile import view_profile
from tests.data_access.drawn_programme import records_over

# An lives in both LD-24 and LD-38: two people. One row has no author, one no grassroots union, two no sex.
ROWS = """
unit |uploaded_at     |count|author|sex   |position|ownership|grassroots|status|rewarded_at
LD-24|2022-02-01 08:00|3    |An    |male  |worker  |state    |G1        |valid |2022-02-10 08:00
LD-24|2022-02-02 08:00|1    |Bình  |female|manager |fdi      |G2        |      |
LD-27|2022-02-03 08:00|2    |Chi   |female|officer |nonstate |G3        |valid |
LD-38|2022-02-04 08:00|1    |An    |      |worker  |         |          |      |
LD-38|2022-02-05 08:00|1    |      |      |        |state    |G4        |valid |2022-03-01 08:00
"""
BELOW = """
code | above | name
G1   | LD-24 | Một
G2   | LD-24 | Hai
G3   | LD-27 | Ba
G4   | LD-38 | Bốn
G5   | LD-24 | Năm
"""


@pytest.fixture
def records(prepared_url: str):
    with closing(records_over(prepared_url, ROWS, members={"LD-24": 200, "LD-27": 100}, grassroots=BELOW)) as records:
        yield records


PAIR = Filters(units=("LD-24", "LD-27"))


def test_a_name_in_two_units_is_two_people_and_no_name_nobody(records):
    assert fetch_people(records, Filters()).people == 4


def test_rates_speak_of_units_with_members(records):
    people = fetch_people(records, PAIR)

    assert (people.members, people.members_units, people.units_total) == (300, 2, 2)
    assert people.per100 == pytest.approx(2)
    assert people.participation_pct == pytest.approx(1)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_rate_per_members_is_of_the_units_that_have_them_on_every_page(records, language):
    """LD-38 has no number of members: its initiatives are in no rate, and the page says of how many units it is."""
    filters = Filters(units=("LD-24", "LD-27", "LD-38"))
    people, profile = fetch_people(records, filters), fetch_unit(records, Filters(units=("LD-24",)))
    everybody, side = profile.peers[-1], fetch_compare(records, Filters()).sides[-1]

    assert (people.members_units, people.units_total, people.per100) == (2, 3, pytest.approx(2))
    whole = fetch_people(records, Filters())
    assert 0 < whole.members_units < whole.units_total
    assert (everybody.per100, everybody.members_known) == (whole.per100, whole.members_units)
    assert (side.facts["per100"].value, side.members_known) == (whole.per100, (whole.members_units, whole.units_total))
    rate = f"{language.numbers.decimal(whole.per100, 2)} ({whole.members_units}/{whole.units_total})"
    peers = view_profile(profile, records.catalogue.programmes[0], "uploads", language).peers
    assert peers.rows[-1][-1] == rate and language.facts.members_known in peers.note
    table = view_compare(fetch_compare(records, Filters()), language)
    assert rate in next(line for line in table.lines if line[0] == language.compare.measures["per100"])
    assert language.facts.members_known in table.note


def test_a_measure_in_the_address_is_obeyed_by_every_page_with_rates(records):
    filters = Filters(measure=Measure.VALID)
    whole, one = fetch_people(records, filters), fetch_unit(records, filters.changed(units=("LD-24",)))
    side = fetch_compare(records, filters).sides[-1]
    own, everybody = one.peers[0], one.peers[-1]

    assert (own.uploads, own.per100) == (3, pytest.approx(1.5))
    assert (everybody.uploads, everybody.per100) == (whole.uploads, whole.per100) and everybody.uploads == 6
    assert side.facts["per100"].value == whole.per100
    assert side.facts["worker_pct"].value == pytest.approx(100 * 3 / 6)
    programme = records.catalogue.programmes[0]
    for language in LANGUAGES.values():  # and each says so, which it need not of uploads
        valid, names = language.facts.counts["valid"], language.compare.measures
        profile = view_profile(one, programme, "valid", language)
        notes = (view_people(whole, language).counted, profile.peers.note, profile.targets.note)
        table = view_compare(fetch_compare(records, filters), language)
        assert all(valid in words for words in (*notes, table.note)) and names["per100"] in table.note
        assert not view_people(fetch_people(records, Filters()), language).counted
        assert valid not in view_compare(fetch_compare(records, Filters()), language).note


def test_posts_ownership_and_rewards(records):
    people = fetch_people(records, Filters())
    posts = {group.code: (group.uploads, group.rewarded) for group in people.positions}

    assert posts == {"worker": (4, 3), "manager": (1, 0), "officer": (2, 0), "none": (1, 1)}
    assert [group.code for group in people.positions][-1] == "none"
    assert {group.code: group.uploads for group in people.ownerships}["none"] == 1
    assert people.rewarded == 4


def test_sexes_add_up_to_the_uploads(records):
    people = fetch_people(records, Filters())

    assert dict(people.sexes) == {"male": 3, "female": 3, "none": 2}
    assert sum(count for _, count in people.sexes) == people.uploads


def test_grassroots_unions_that_take_part_of_those_known(records):
    people = fetch_people(records, Filters())

    assert (people.participating, people.grassroots) == (4, 5)
    assert sum(grassroots_known(records).values()) == 5


def test_a_moment_and_a_sector_narrow_everything(records):
    people = fetch_people(records, Filters(as_of=end_of_day(date(2022, 2, 1))))

    assert (people.people, people.uploads, people.participating, dict(people.sexes)["male"]) == (1, 3, 1, 3)
    assert people.rewarded == 0


def test_a_province_of_2025_adds_its_units_and_members(records):
    new = fetch_people(records, PAIR.changed(boundary=Boundary.NEW)).units.row(0, named=True)

    assert (new["unit_code"], new["people"], new["members"], new["participating"], new["grassroots"]) == (
        "34:24", 3, 300, 3, 4,
    )  # fmt: skip
    assert new["worker_pct"] == 50


def test_without_members_there_is_no_rate(records):
    rows = {row["unit_code"]: row for row in fetch_people(records, Filters()).units.iter_rows(named=True)}

    assert rows["LD-27"]["per100"] == pytest.approx(2)
    assert (rows["LD-38"]["members"], rows["LD-38"]["per100"], rows["LD-38"]["participation_pct"]) == (None, None, None)


def test_valid_as_a_measure_counts_valid_people(records):
    people = fetch_people(records, Filters(measure=Measure.VALID))

    assert (people.uploads, people.people) == (6, 2)


def test_printed_figures_are_no_records(records):
    assert not fetch_people(records, Filters(basis=Basis.PUBLISHED)).known


UNNAMED = Filters(units=("LD-38",), since=date(2022, 2, 5))


def test_initiatives_that_name_nobody_do_not_say_how_many_people_wrote_them(records):
    people = fetch_people(records, UNNAMED)
    (row,) = people.units.rows(named=True)

    assert (people.uploads, people.people, people.participation_pct) == (1, None, None)
    assert (row["people"], row["participation_pct"], row["worker_pct"]) == (None, None, None)
    assert fetch_ranking(records, UNNAMED.changed(measure=Measure.PEOPLE)).frame.is_empty()


def test_initiatives_that_name_no_union_below_do_not_say_how_many_take_part(records):
    nobody = Filters(units=("LD-38",), as_of=end_of_day(date(2022, 2, 4)))

    assert (fetch_people(records, nobody).people, fetch_people(records, nobody).participating) == (1, None)


def test_where_nothing_was_uploaded_nobody_wrote_it(records):
    assert fetch_people(records, Filters(units=("LD-01",))).people == 0
