"""Readers see no code: units, metrics, sources and scopes have words in both languages."""

import re
from contextlib import closing

import pytest

from data_access.queries.overview import fetch_overview
from data_access.reference.reference_files import rows_of
from interface.widgets.sources import explain
from language.languages import ENGLISH, VIETNAMESE, Language
from model.codes import Basis
from model.facts import Fact, Source
from model.filters import Filters
from presentation.facts import write_fact
from presentation.filter_line import filter_line
from presentation.wording import Wording
from tests.data_access.drawn_programme import records_over

BOTH = pytest.mark.parametrize("language", [VIETNAMESE, ENGLISH], ids=["vi", "en"])
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b")


@BOTH
def test_every_unit_of_a_ratio_has_a_word(language: Language):
    assert {row["unit"] for row in rows_of("ratios")} <= language.facts.units_of_measure.keys()


@BOTH
@pytest.mark.parametrize("basis", list(Basis))
def test_explanations_hold_no_code(prepared_url: str, language: Language, basis: Basis):
    with closing(records_over(prepared_url)) as records:
        for programme in records.catalogue.programmes:
            overview = fetch_overview(records, Filters(programme=programme.code, basis=basis))
            for name, fact in {**overview.facts, **{card.code: card.fact for card in overview.cards}}.items():
                text = re.sub(r"\(<.*?>\)|“.*?”", "", explain(name, fact, language).replace("\\", ""))
                assert not CODE.search(text), (programme.code, name)
                assert not re.search(r"\b(plan|simulated|published only)$", text, re.MULTILINE), (programme.code, name)


def test_the_kind_of_data_is_a_word():
    fact = Fact(1, "initiatives", "plan", None, Source("records", "x", note="simulated"))
    assert "simulated" not in explain("uploads", fact, VIETNAMESE)
    assert "chỉ tiêu kế hoạch" in explain("uploads", fact, VIETNAMESE)


def test_a_mean_keeps_its_digits():
    assert write_fact(Fact(37.28, "people_per_union", "derived", None, Source("derived")), VIETNAMESE) == "37,28"


@BOTH
def test_the_scope_of_a_programme_is_its_own(prepared_url: str, language: Language):
    with closing(records_over(prepared_url)) as records:
        wording = Wording(language, records.catalogue)
        nation = filter_line(Filters(), wording)
        assert filter_line(Filters(programme="son-tay-2024"), wording) != nation
        assert "Sơn Tây" in filter_line(Filters(programme="son-tay-2024"), wording)
