"""Single initiatives, cross tables, kept views and examples."""

import shutil
from pathlib import Path

import pytest

from tests.pages.running import open_page, words

PAGE = "pages/explore.py"


@pytest.fixture
def own_demo(demo_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the demonstration records for writing."""
    source = Path(demo_database.removeprefix("sqlite:///"))
    for part in (source, *source.parent.glob(f"{source.name}-wal")):
        shutil.copy(part, tmp_path / part.name)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / source.name}")


def address(page) -> dict[str, str]:
    """The address; AppTest gives a single value as text or as a list, depending on who wrote it."""
    values = dict(page.query_params)
    return {name: value if isinstance(value, str) else value[0] for name, value in values.items()}


def test_the_place_of_a_page_among_all(demo):
    text = words(open_page(PAGE, phase="1", as_of="2022-04-20T08:00"))

    assert "**1–100** / 163.532" in text


def test_what_matters_is_in_view_first_and_the_rest_is_offered(demo):
    grid = open_page(PAGE).dataframe[0]
    shown = list(grid.proto.column_order)

    assert shown[:3] == ["Mã", "Tên sáng kiến", "Đơn vị"] and set(shown) < set(grid.value)
    assert shown.index("Giá trị làm lợi (đồng)") < shown.index("Tác giả")


def test_turning_writes_the_address(demo):
    page = open_page(PAGE)
    newest = page.dataframe[0].value["Mã"].tolist()

    page.button(key="turn_next").click().run()

    assert address(page)["page"] == "2"
    assert not set(newest) & set(page.dataframe[0].value["Mã"])


def test_of_many_matches_only_the_first_are_counted(demo):
    page = open_page(PAGE, q="may", phase="1", as_of="2022-04-20T08:00")
    assert "**1–100** / nhiều hơn 100" in words(page)

    assert "**1–100** / hơn 10.000" in words(page.button(key="count_all").click().run())


def test_a_typo_is_reported(demo):
    page = open_page(PAGE, q="sang kein")

    assert "Đang hiện kết quả của “sang kien”" in page.info[0].value
    assert page.dataframe[0].value["Tên sáng kiến"].str.contains("áng kiến").all()


def test_what_nobody_wrote(demo):
    page = open_page(PAGE, q="**tàu vũ trụ** <img src=x>")

    assert not page.dataframe
    assert "<img" not in page.info[0].value.replace("\\<", "")
    assert not [button for button in page.button if (button.key or "").startswith("turn_")]


def test_searching_leaves_the_page_that_was_turned_to(demo):
    page = open_page(PAGE, page="7")

    page.text_input(key="find").set_value("học sinh").run()

    assert address(page)["q"] == "học sinh"
    assert "page" not in page.query_params


def test_one_record_with_everything(demo):
    page = open_page(PAGE, row="1TR-0000005")

    assert "Sáng kiến về việc phân loại rác thải y tế" in words(page)
    assert "08/01/2022 09:45" in words(page)


def test_an_unknown_record_is_reported(demo):
    assert any("1TR-X" in one.value.replace("\\", "") for one in open_page(PAGE, row="1TR-X").warning)


def test_authors_only_for_those_who_may_see_them(demo, monkeypatch):
    monkeypatch.setattr("interface.sections.exploring.may_see_people", lambda: False)

    assert set(open_page(PAGE).dataframe[0].value["Tác giả"]) == {"–"}


def test_a_cross_table_with_subtotals(demo):
    text = words(open_page(PAGE, show="pivot", down="unit", across="sector", phase="1"))

    assert "Cộng Tây Nguyên" in text and "696.948" in text


@pytest.mark.parametrize("chosen", [{"down": "sector", "across": "sector"}, {"of": "review", "across": "month"}])
def test_a_table_that_cannot_be_says_why(demo, chosen):
    page = open_page(PAGE, show="pivot", **chosen)

    assert len(page.info) == 1 and not page.exception


def test_published_figures_have_no_rows(demo):
    page = open_page(PAGE, basis="published")

    assert "không có từng sáng kiến" in page.info[0].value


def test_an_example_is_chosen_and_shown(own_demo):
    page = open_page(PAGE, row="1TR-0000005")
    page.text_area[0].set_value("Rẻ, *dễ làm*")
    next(button for button in page.button if button.label == "Đưa vào điển hình").click().run()

    text = words(open_page(PAGE, show="examples"))
    assert "Rẻ, *dễ làm*" in text and "phân loại rác thải y tế" in text


def test_a_view_is_kept_and_opened_by_its_number(own_demo):
    page = open_page(PAGE, q="học sinh", unit=["LD-38"])
    name = next(field for field in page.text_input if field.label == "Tên góc nhìn")
    name.set_value("Học sinh Thanh Hóa")
    next(button for button in page.button if button.label == "Lưu góc nhìn").click().run()

    opened = open_page(PAGE, view="1")
    assert address(opened)["q"] == "học sinh" and address(opened)["unit"] == "LD-38"
    assert any("không còn" in one.value for one in open_page(PAGE, view="99").warning)


def test_in_english(demo):
    page = open_page(PAGE, lang="en", q="sang kein")

    assert "Showing “sang kien” instead" in page.info[0].value
