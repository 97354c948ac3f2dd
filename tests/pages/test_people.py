"""Who writes the initiatives, and what nobody has published."""

from tests.pages.running import charts, open_page, words

PAGE = "pages/people.py"
MEETING = {"as_of": "2022-04-20T08:00", "phase": "1"}


def test_shares_are_told_with_what_is_not_noted(demo):
    page = open_page(PAGE, **MEETING)

    said = words(page)
    assert "của số có ghi giới tính" in said
    assert "Người trực tiếp: " in said
    assert len(charts(page)) == 4
    assert "Chưa ghi" in charts(page)[3].to_json()
    assert [str(card.delta).count("sáng kiến mỗi người") for card in page.metric if "mỗi người" in str(card.delta)] == [
        1
    ]


def test_what_nobody_has_published_is_said(demo):
    said = words(open_page(PAGE, basis="published"))

    assert "không nguồn nào tìm được nêu" in said
    assert "hơn 2.000.000 người" in said


def test_a_union_s_published_people(demo):
    said = words(open_page(PAGE, basis="published", unit=["LD-38"]))

    assert "308.598" in said and "3.655" in said
    assert "2.000.000" not in said


def test_no_reward_is_no_zero_share(demo):
    page = open_page(PAGE, as_of="2022-01-20")

    assert not page.exception
    assert "Chưa có lượt khen thưởng nào" in words(page)


def test_in_english(demo):
    said = words(open_page(PAGE, lang="en", **MEETING))

    assert "Who is rewarded" in said and "Direct workers: " in said
