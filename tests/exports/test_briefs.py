"""Briefs of the other pages on stage, slides and in reports contain known numbers only."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

import pytest

from data_access.queries.potential import fetch_potential
from data_access.store.records import Records
from exports.html.stage import make_slides
from language.languages import LANGUAGES
from model.codes import Basis
from model.filters import Filters
from presentation.briefs import make_briefs
from presentation.briefs.brief import Brief, BriefBar, bars_of
from presentation.figures import gather
from presentation.stamp import Stamp
from presentation.wording import Wording
from tests.copies import Copies
from tests.data_access.drawn_programme import records_over

CODES = ("LD-01", "LD-26", "LD-22", "LD-30", "LD-31", "LD-33", "LD-34", "LD-35", "LD-36", "LD-37")
HEAD = "unit | uploaded_at | count | status | settled_at\n"
ROWS = HEAD + "\n".join(f"{c} | 2022-02-01 08:00 | {9 * n} | valid | 2022-02-21 08:00" for n, c in enumerate(CODES))


@pytest.fixture(scope="module")
def records(copies: Copies) -> Iterator[Records]:
    with copies.of("sqlite") as url, closing(records_over(url, ROWS, members=dict.fromkeys(CODES, 1000))) as records:
        yield records


def briefs_by_page(records: Records, language: str, **filters: object) -> dict[str, Brief]:
    figures = gather(records, Filters(**filters))
    return {
        brief.page: brief for brief in make_briefs(records, figures, Wording(LANGUAGES[language], figures.catalogue))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_below_its_potential_is_shown_with_what_it_lacks(records: Records, language: str):
    view, potentials = briefs_by_page(records, language)["potential"], fetch_potential(records, Filters())
    verdicts, lacking = view.lists

    assert [part.value for part in verdicts.bars] == [
        sum(one.verdict == verdict for one in potentials.units) for verdict in ("below", "within", "above")
    ]
    assert [(part.key, part.value) for part in lacking.bars] == [
        (one.code, one.low - one.count) for one in potentials.below[:5]
    ]
    assert all("{" not in line for line in view.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_waits_for_its_reward_is_shown_by_age_and_by_union(records: Records, language: str):
    view = briefs_by_page(records, language, as_of=datetime(2022, 4, 20, 8))["rewards"]
    ages, units = view.lists

    assert [part.value for part in ages.bars] == [0, 0, 0, 0, 405]  # 58 days: nobody waited longer
    assert next((part.key, part.value) for part in units.bars) == ("LD-37", 81)
    assert LANGUAGES[language].recognition.rewards_not_noted in view.notes[0]  # nobody noted any: that is no zero


def test_one_union_is_shown_by_its_own_numbers(records: Records):
    views = briefs_by_page(records, "vi", units=("LD-37",), as_of=datetime(2022, 4, 20, 8))

    assert next(part.value for part in views["potential"].lists[0].bars) == 81
    assert views["potential"].verdict.startswith("Ninh Bình: ")
    assert "rewards" in views and len(views["rewards"].lists) == 1  # no list of itself alone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "why"),
    [
        ({"sectors": ("y-te",)}, "part"),
        ({"basis": Basis.PUBLISHED}, "published"),
        ({"units": ("LD-38",)}, "no_members"),
    ],
)
def test_a_slide_says_why_nothing_can_be_expected(records: Records, language: str, query: dict, why: str):
    filters = Filters(**query)
    (slide,) = make_slides(records, filters, LANGUAGES[language], ("potential",))
    texts = LANGUAGES[language].targets

    assert slide["title"] == LANGUAGES[language].stage.titles["potential_unknown"]
    assert texts.potential_none[why].format(count=1) in slide["body"]["text"] == slide["say"][-1]


def test_printed_figures_allow_no_estimate(records: Records):
    assert briefs_by_page(records, "vi", basis=Basis.PUBLISHED) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_share_of_women_says_of_which_initiatives(copies: Copies, language: str):
    """Those with a sex noted, where the list beside it has shares of all."""
    rows = "unit | uploaded_at | author | sex\nLD-38 | 2022-03-05 08:00 | A | female\nLD-38 | 2022-03-05 09:00 | B | "
    with copies.of("sqlite") as url, closing(records_over(url, rows)) as noted:
        brief = briefs_by_page(noted, language)["people"]
    texts = LANGUAGES[language].people
    (women,) = (line for line in brief.more if line.startswith(texts.cards["women"]))
    assert texts.card_notes["women"].partition("{")[0] in women


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_of_a_grading_names_the_best_class_that_somebody_has(records: Records, language: str):
    brief = briefs_by_page(records, language, as_of=datetime(2022, 4, 20, 8))["grading"]
    best = brief.lists[0].bars[0]
    assert best.value and brief.verdict.endswith(best.name) and f" {best.text} " in brief.verdict


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_period_that_has_not_ended_is_provisional_wherever_it_is_named(records: Records, language: str):
    texts = LANGUAGES[language].grading
    mark, running = texts.provisional.removeprefix("{period}"), datetime(2022, 2, 25, 8)
    of_all = briefs_by_page(records, language, as_of=running)["grading"]
    leader = of_all.lists[1].bars[0].key
    for brief in (of_all, briefs_by_page(records, language, as_of=running, units=(leader,))["grading"]):
        assert mark in brief.headline and texts.running in brief.notes and texts.running in brief.lines
    ended = briefs_by_page(records, language, as_of=datetime(2022, 3, 5, 8), period="2022-02")["grading"]
    assert mark not in ended.headline and texts.running not in ended.notes


@pytest.mark.parametrize(
    ("bar", "words"),
    [
        (BriefBar("a", "Kinh phí", 1, "Có"), "Kinh phí: Có"),
        (BriefBar("a", "Kinh phí", 52, "52", "63,41%"), "Kinh phí 52 (63,41%)"),
        (BriefBar("a", "Tỷ lệ hợp lệ (%)", 20, "20 điểm"), "Tỷ lệ hợp lệ (%): 20 điểm"),
    ],
)
def test_words_stand_apart_from_the_name_they_belong_to(bar: BriefBar, words: str):
    brief = Brief("a", "A", "B", Stamp("", "", "", "", "", ""), lists=bars_of("H", (bar,)))
    assert [*brief.lines][1] == f"H: {words}."


def test_a_list_in_a_sentence_has_colons_for_all_or_for_none():
    """“… so với tiến độ (%): 40 điểm; Số hợp lệ 12 điểm” mixed both."""
    stamped = Stamp("", "", "", "", "", "")
    bars = [BriefBar("a", "Số cập nhật (%)", 40, "40 điểm"), BriefBar("b", "Số hợp lệ", 12, "12 điểm")]
    sentences = [
        [*Brief("p", "T", "V", stamped, lists=tuple(bars_of("H", some))).lines][1] for some in (bars, bars[1:])
    ]
    assert sentences == ["H: Số cập nhật (%): 40 điểm; Số hợp lệ: 12 điểm.", "H: Số hợp lệ 12 điểm."]
