"""All pages, in the order of the links."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Page:
    """An entry of the page list. `subject` is its name in every layer and its path."""

    subject: str
    script: str
    icon: str


WITHOUT_FILTERS: Final = ("admin",)  # what they show is of no programme, moment or union
OF_A_PROGRAMME: Final = ("import", "programmes")  # what they show is of the whole of it; links keep the other filters

# How to add a page: a script in pages/ that calls open_page, a line here, its title in language/pages/every_page.py.
PAGES: Final = (
    Page("overview", "dashboard.py", ":material/dashboard:"),
    Page("targets", "pages/targets.py", ":material/flag:"),
    Page("ranking", "pages/ranking.py", ":material/leaderboard:"),
    Page("sectors", "pages/sectors.py", ":material/donut_small:"),
    Page("trend", "pages/trend.py", ":material/trending_up:"),
    Page("map", "pages/map.py", ":material/map:"),
    Page("unit", "pages/unit.py", ":material/apartment:"),
    Page("recognition", "pages/recognition.py", ":material/workspace_premium:"),
    Page("grading", "pages/grading.py", ":material/grade:"),
    Page("readiness", "pages/readiness.py", ":material/checklist:"),
    Page("examples", "pages/examples.py", ":material/lightbulb:"),
    Page("value", "pages/value.py", ":material/payments:"),
    Page("people", "pages/people.py", ":material/groups:"),
    Page("compare", "pages/compare.py", ":material/compare_arrows:"),
    Page("explore", "pages/explore.py", ":material/table_rows:"),
    Page("published", "pages/published.py", ":material/newspaper:"),
    Page("import", "pages/import.py", ":material/upload_file:"),
    Page("stage", "pages/stage.py", ":material/slideshow:"),
    Page("reports", "pages/reports.py", ":material/menu_book:"),
    Page("programmes", "pages/programmes.py", ":material/event_note:"),
    Page("admin", "pages/admin.py", ":material/admin_panel_settings:"),
)
