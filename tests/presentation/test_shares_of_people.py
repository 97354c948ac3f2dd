"""One count of one whole has one share: in the chart, its sentence and the lists of files."""

from dataclasses import replace

from charts.people import draw_positions, draw_sexes
from language.languages import VIETNAMESE
from model.people import PeopleGroup
from presentation.briefs.people import _lists
from presentation.people import view_people
from tests.charts.analysis_samples import PEOPLE
from tests.charts.samples import PLAIN, words

# Each rounded by itself they would add up to 100.01%: 4.12, 24.48 and 71.41.
COUNTS = {"worker": 1301, "manager": 446, "officer": 75}
SHARES = ["71,40%", "24,48%", "4,12%"]
THREE = replace(
    PEOPLE,
    uploads=1822,
    positions=tuple(PeopleGroup(code, n, n, 1) for code, n in COUNTS.items()),
    sexes=(("female", 1301), ("male", 446), ("none", 75)),
)


def test_positions_and_sexes_have_the_same_shares_everywhere():
    view = view_people(THREE, VIETNAMESE)
    positions, sexes = _lists(THREE, view, VIETNAMESE)

    assert [bar.note for bar in positions.bars] == [bar.note for bar in sexes.bars] == SHARES
    assert set(SHARES) <= set(words(draw_positions(THREE, PLAIN)))
    assert set(SHARES) <= set(words(draw_sexes(THREE, PLAIN)))
    assert SHARES[0] in view.notes["rewards"]
    assert SHARES[2] in next(card.note for card in view.cards if card.name == "women")  # of whom nothing is noted
