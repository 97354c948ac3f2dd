"""Widgets write their reader's choice to the address, and nothing else."""

import pytest

from interface.shell.choosing import if_offered
from model.codes import Basis

OFFERED = ("", "1", "2")


@pytest.mark.parametrize(
    ("expected", "offered", "written"),
    [
        ("2", OFFERED, True),
        ("", OFFERED, True),
        ("Giai đoạn 2", OFFERED, False),  # a tab that still has the words of another language sends those
        (None, OFFERED, False),
        ("records", tuple(Basis), True),
        (["LD-38"], ("LD-01", "LD-38"), True),
        ([], ("LD-01", "LD-38"), True),
        (["LD-38", "Hà Nội"], ("LD-01", "LD-38"), False),
    ],
)
def test_only_what_is_on_offer_is_a_choice(monkeypatch: pytest.MonkeyPatch, expected, offered, written: bool):
    monkeypatch.setattr("streamlit.session_state", {"choose_phase": expected})
    seen: list[object] = []

    if_offered(seen.append, "choose_phase", offered, "phase")

    assert seen == (["phase"] if written else [])
