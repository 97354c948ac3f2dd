"""A click on a bar filters, a second one undoes it, and hovering shows its numbers."""

from playwright.sync_api import Page

from tests.browser.watching import open_at, settle

ROW = "[data-testid=stMain] .js-plotly-plot text:has-text('{}')"


def point_at(page: Page, name: str) -> tuple[float, float]:
    """A point on the bar below a name, once the chart has noticed the pointer there."""
    box = page.locator(ROW.format(name)).first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 12)
    place = box["x"] + 60, box["y"] + 20
    page.mouse.move(*place)
    # Plotly takes for a click only what it has noticed the pointer over.
    page.locator(".hoverlayer .hovertext").first.wait_for()
    return place


def test_pointing_at_a_row_shows_its_numbers(browser_page: Page):
    open_at(browser_page, "/sectors?phase=1&as_of=2022-04-20T08:00")

    point_at(browser_page, "Y tế")

    text = browser_page.locator(".hoverlayer .hovertext").first.text_content() or ""
    assert "Y tế" in text and "%" in text


def test_a_click_filters_and_the_same_click_undoes(browser_page: Page):
    open_at(browser_page, "/sectors?phase=1&as_of=2022-04-20T08:00")

    browser_page.mouse.click(*point_at(browser_page, "Y tế"))
    browser_page.wait_for_url("**sector=y-te**")
    settle(browser_page)
    assert browser_page.locator("button:has-text('Lĩnh vực: Y tế')").count() == 1

    browser_page.mouse.click(*point_at(browser_page, "Y tế"))
    browser_page.wait_for_url(lambda url: "sector=" not in url)
    settle(browser_page)


def test_a_leader_of_the_overview_is_looked_at_alone_and_left_again(browser_page: Page):
    open_at(browser_page, "/?phase=1&as_of=2022-04-20T08:00")
    cards = browser_page.locator("[data-testid=stMetricValue]")
    assert cards.first.inner_text() == "163.532"

    browser_page.locator(ROW.format("Nghệ An")).first.scroll_into_view_if_needed()
    browser_page.mouse.click(*point_at(browser_page, "Nghệ An"))
    browser_page.wait_for_url("**unit=LD-40**")
    settle(browser_page)
    assert cards.first.inner_text() == "14.282"
    assert browser_page.locator(ROW.format("Thanh Hóa")).count() == 1  # the others stay in sight

    browser_page.mouse.click(*point_at(browser_page, "Nghệ An"))
    browser_page.wait_for_url(lambda url: "unit=" not in url)
    settle(browser_page)
    assert cards.first.inner_text() == "163.532"
