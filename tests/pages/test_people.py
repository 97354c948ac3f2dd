"""Authors of initiatives, and figures that nobody has published."""

import re

from tests.pages.running import charts, open_page, words

PAGE = "pages/people.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def test_shares_are_shown_with_what_is_not_noted(demo):
    page = open_page(PAGE, **MEETING)

    text = words(page)
    assert "của số có ghi giới tính" in text
    assert "Người lao động trực tiếp: " in text
    assert len(charts(page)) == 4
    assert "Chưa ghi" in charts(page)[3].to_json()
    assert [str(card.delta).count("sáng kiến mỗi người") for card in page.metric if "mỗi người" in str(card.delta)] == [
        1
    ]


def test_unpublished_facts_are_named(demo):
    text = words(open_page(PAGE, basis="published"))

    assert "không nguồn nào tìm được nêu" in text
    assert "hơn 2.000.000 người" in text


def test_a_union_s_published_people(demo):
    text = words(open_page(PAGE, basis="published", unit=["LD-38"]))

    assert "308.598" in text and "3.655" in text
    assert "2.000.000" not in text


def test_no_reward_is_no_zero_share(demo):
    page = open_page(PAGE, as_of="2022-01-20")

    assert not page.exception
    assert "Chưa có lượt khen thưởng nào" in words(page)


def test_in_english(demo):
    text = words(open_page(PAGE, lang="en", **MEETING))

    assert "Who is rewarded" in text and "Direct workers: " in text


def test_the_page_of_sectors_gives_the_same_shares(demo):
    """73,28% + 18,40% + 7,03% + 1,29%: each rounded alone, they would add up to 99,99%."""
    of_people, of_sectors = (_share_of("Ngoài nhà nước", page) for page in (PAGE, "pages/sectors.py"))

    assert of_people == of_sectors and len(of_people) == 1


def _share_of(part: str, page: str) -> set[str]:
    """The shares of a part that the charts of a page say under the pointer."""
    drawn = "\n".join(
        str(text)
        for chart in charts(open_page(page, **MEETING))
        for trace in chart.data
        for text in trace.hovertext or ()
    )
    return set(re.findall(rf"<b>{part}</b><br>[\d.]+ · ([\d,]+%)", drawn))
