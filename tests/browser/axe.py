"""Accessibility problems that axe-core finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = {"runOnly": ["color-contrast"]}  # all that the other light changes
_RULES = """async (rules) => (await axe.run(document, {resultTypes: ['violations'], ...rules})).violations.flatMap(
  found => found.nodes.map(node => [found.id, node.target.join(' '), node.html.slice(0, 200)].join(' | ')))"""


def violations(page: Page, rules: dict[str, list[str]] | None = None) -> list[str]:
    """Rule, place and HTML of each element that breaks one of `rules`, or any rule."""
    # The page's own policy lets no stranger's script in: DevTools may.
    page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": Axe().axe_script})
    return page.evaluate(_RULES, rules or {})
