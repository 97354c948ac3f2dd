"""Every file that names statuses says what they mean, and one word is used for what cannot be compared."""

import pytest

from data_access.store.records import Records
from exports.kinds import make_file
from language.languages import LANGUAGES, Language
from model.address import parse_query
from model.codes import TargetStatus
from model.filters import Filters
from presentation.definitions import define_statuses, define_terms
from presentation.figures import gather_worded
from presentation.targets import describe_states
from tests.exports.conftest import OCCASION
from tests.exports.reading import words_of
from tests.exports.small_programme import QUERY


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_status_has_a_definition(language: Language):
    assert set(language.verdicts.definitions) == {status.value for status in TargetStatus}


@pytest.mark.parametrize("kind", ["report", "one-page", "formal", "text", "workbook"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_defines_the_statuses_it_names_and_no_others(records: Records, kind: str, lang: str):
    filters, _ = parse_query(QUERY, records.catalogue)
    language, text = LANGUAGES[lang], words_of(kind, make_file(kind, records, filters, LANGUAGES[lang], OCCASION))
    figures, _ = gather_worded(records, filters, language)
    names = {state.status.value for state in describe_states(figures.targets, language)}
    assert {"exceeded", "behind", "no_target", "not_reported"} <= names
    for code, words in language.verdicts.definitions.items():
        assert (" ".join(words.split())[1:] in text) is (code in names), (code, words)


def test_who_has_no_units_has_no_definitions_of_their_statuses(records: Records):
    figures, wording = gather_worded(records, Filters(programme="75n"), LANGUAGES["vi"])
    states = describe_states(figures.targets, wording.language)
    assert bool(define_statuses(figures, wording)) is bool(states)
    assert len(define_terms(figures, wording)) == len(wording.language.facts.formulas) + len(states)


def test_a_verdict_of_the_ledger_has_one_word_on_page_and_slide():
    for language in LANGUAGES.values():
        for code, word in language.published.verdicts.items():
            assert word.lower().rstrip("s") in language.exports.slides.verdicts.lower().replace(f"{{{code}}} ", "")
