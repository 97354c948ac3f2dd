"""The numbers in docs/potential.md are those of the code."""

from pathlib import Path

from model.potential import ALIKE
from model.reference import USUAL

PAGE = Path(__file__).parents[3] / "docs/potential.md"


def test_the_page_has_the_numbers_of_the_rule():
    text = " ".join(PAGE.read_text(encoding="utf-8").split())

    assert f"at least {USUAL.units} others" in text and f"Fewer than {USUAL.units} of those" in text
    assert f"at most {USUAL.times} times as many members" in text
    words = {"region": "same region", "cluster": "same kind, cluster or bloc", "size": "like size"}
    order = [text.find(words[next(iter(set(of) & {"region", "cluster"}))]) for of in ALIKE[:2]]
    assert -1 not in order and order == sorted(order)
