"""The page of examples in both languages and scopes, and a form that keeps what was typed."""

from language.languages import ENGLISH
from presentation.examples import foreign_language
from tests.pages.running import open_page, words

PAGE = "pages/examples.py"
THEN = "2022-04-20T08:00"


def test_the_page_shows_examples_and_the_address_says_which(demo):
    page = open_page(PAGE, as_of=THEN)
    text, english = (words(one).replace("\\", "") for one in (page, open_page(PAGE, as_of=THEN, lang="en")))

    assert "Ai đã áp dụng" in text and "không phải số liệu thật" in text
    assert "Who adopted it" in english and "Simulated: for demonstration" in english
    codes = page.selectbox(key="choose_example").options
    assert len(codes) >= 3 and not page.exception
    last = words(open_page(PAGE, as_of=THEN, sector="giao-duc"))
    assert "Giáo dục" in last and "· Y tế ·" not in last


def test_what_staff_wrote_is_marked_where_it_is_not_in_the_language_of_the_page(demo):
    content, english = (words(open_page(PAGE, as_of=THEN, lang=code)) for code in ("vi", "en"))

    assert 'lang="vi">' in english and 'lang="vi">' not in content  # titles; what the demonstration says is translated
    assert '<p class="story">Simulated' in english
    assert [foreign_language(text, ENGLISH) for text in ("Đo", "Mô phỏng", "")] == ["vi", "", ""]


def test_without_examples_there_is_nothing_to_show(demo):
    page = open_page(PAGE, as_of="2022-01-20T00:00")

    assert any("Không có điển hình nào" in info.value or "Chưa có điển hình" in info.value for info in page.info)
    assert not page.exception


def test_the_list_stands_in_front_until_one_example_is_opened(demo):
    list_title = f"## {ENGLISH.examples.list_title}"
    page = open_page(PAGE, as_of=THEN, lang="en")
    code = page.selectbox(key="choose_example").value
    closed, opened = (
        [block.value for block in one.markdown if block.value.startswith("## ")]
        for one in (page, open_page(PAGE, as_of=THEN, lang="en", example=code))
    )

    assert closed[0] == list_title != opened[0] and list_title in opened
