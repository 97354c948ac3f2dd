"""Shares of groups of people."""

from dataclasses import replace

from charts.kit.theme import Look
from charts.people import draw_ownerships
from language.languages import ENGLISH
from model.people import PeopleGroup
from model.shares import shares_of
from tests.charts.analysis_samples import PEOPLE


def test_shares_are_those_that_sectors_write_of_the_same_counts():
    counts = {"state": 119_838, "nonstate": 30_079, "fdi": 11_500, "none": 2_115}
    groups = tuple(PeopleGroup(code, count, 0, 0) for code, count in counts.items())
    figure = draw_ownerships(replace(PEOPLE, ownerships=groups), Look(ENGLISH))

    words = {str(text) for trace in figure.data for text in trace.text or ()}
    words |= {str(note.text) for note in figure.layout.annotations}
    shares = shares_of(list(counts.values()), sum(counts.values()))
    assert shares == [73.28, 18.40, 7.03, 1.29]
    assert all(any(f"{share:.2f}%" in word for word in words) for share in shares)
