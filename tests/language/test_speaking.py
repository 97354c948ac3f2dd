"""A user-defined programme is described in its own terms everywhere."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from language.languages import ENGLISH, LANGUAGES, VIETNAMESE, Language
from language.speaking import OwnWords, adapted_to

OWN = {
    "vi": OwnWords("toàn công ty", "Công đoàn A", "Liên đoàn {B}", "Đồng Nai", (0.05, 0.5, 5.0)),
    "en": OwnWords("the whole company", "Union A", "Federation {B}", "Đồng Nai", (0.05, 0.5, 5.0)),
}
_FILES = ("importing", "programmes", "admin", "problems")  # their words are headings
NATION = {
    "vi": ("kế hoạch toàn quốc", "trực thuộc Tổng Liên đoàn", "Hà Nội 60"),
    "en": ("national plan", "under the Confederation", "Hà Nội 60"),
}


def sentences(text: object) -> Iterator[str]:
    inside: list[object] = []
    if isinstance(text, str):
        yield text
    elif isinstance(text, dict):
        inside = list(text.values())
    elif isinstance(text, list | tuple):
        inside = list(text)
    elif is_dataclass(text):
        named = [one.name for one in fields(text) if one.name not in ("own_words", "words", "unit_levels")]
        inside = [getattr(text, name) for name in named]
    for one in inside:
        yield from sentences(one)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_programme_that_ships_is_spoken_of_as_ever(code: str) -> None:
    assert adapted_to(LANGUAGES[code], OwnWords()) is LANGUAGES[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_speaks_of_the_nation_where_the_whole_is_somebody_elses(code: str) -> None:
    spoken = adapted_to(LANGUAGES[code], OWN[code])
    assert not [one for one in sentences(spoken) if any(word in one for word in NATION[code])]
    assert OWN[code].whole in spoken.exports.prose.nation
    assert spoken.exports.prose.nation == OWN[code].whole
    assert (
        adapted_to(LANGUAGES[code], OwnWords(organisation="X")).exports.prose.nation == LANGUAGES[code].pages.own_whole
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_bands_and_the_head_of_letters_are_the_programmes(code: str) -> None:
    spoken = adapted_to(LANGUAGES[code], OWN[code])
    below, *_, above = [spoken.value.bands[band] for band in ("under-30", "30-100", "100-500", "500-up")]
    assert "50" in below and "5" in above and "500" not in above
    assert spoken.explore.bands["under-30"] == below
    assert spoken.value.bands["none"] == LANGUAGES[code].value.bands["none"]
    report = spoken.exports.report
    assert report.parent.endswith("(B)") and report.parent == report.parent.upper()
    assert report.place_and_day.format(date="1").startswith("Đồng Nai, ")


@pytest.mark.parametrize("code", LANGUAGES)
def test_workshops_are_no_unions(code: str) -> None:
    own = OwnWords("X", calls_unions=False, below="tổ" if code == "vi" else "")
    spoken = adapted_to(LANGUAGES[code], own)
    kept = {name: getattr(spoken, name) for name in _FILES}
    texts = [getattr(spoken, one.name) for one in fields(spoken) if one.name not in kept]
    values = {sentence.casefold() for text in texts for sentence in sentences(text)}
    values -= {sentence.casefold() for sentence in sentences(spoken.names.positions)}
    word = {"vi": "công đoàn cơ sở", "en": "union"}[code]
    assert not [one for one in values if word in one]
    assert kept == {name: getattr(LANGUAGES[code], name) for name in kept}
    below = {"vi": "Tổ tham gia", "en": "Units below taking part"}[code]
    assert spoken.unit.below_title.startswith(below)


@pytest.mark.parametrize("code", LANGUAGES)
def test_unions_stay_unions(code: str) -> None:
    assert adapted_to(LANGUAGES[code], OwnWords("X")).unit.below_title == LANGUAGES[code].unit.below_title


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_columns_of_the_ledger_share_a_name(code: str) -> None:
    """A sheet with two columns of one name could have no Excel table."""
    columns = adapted_to(LANGUAGES[code], OwnWords(whole="x", calls_unions=False)).exports.columns
    assert columns["unit_name"].lower() not in {columns["unit"].lower(), columns["measured_in"].lower()}


@pytest.mark.parametrize(("language", "written"), [(VIETNAMESE, "Cả nước"), (ENGLISH, "Whole country")])
def test_whose_a_number_is_begins_a_cell_with_a_capital(language: Language, written: str):
    assert language.names.owner("cả nước") == written
    assert language.names.owner("An Giang") == "An Giang"
    assert language.names.owner(None) == ""
