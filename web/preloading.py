"""Early loading of the component scripts that every page needs.

Streamlit requests a component's script only with the first such component. The chart script takes a browser half a
second to run; it now does so while the server works.
"""

from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

from model import settings

COMPONENTS: Final = (
    "PlotlyChart",
    "Metric",
    "ArrowVegaLiteChart",
    "Selectbox",
    "Multiselect",
    "ButtonGroup",
    "Button",
    "DateInput",
    "PageLink",
    "Html",
    "CustomTheme",
)
_CHARTS: Final = COMPONENTS[0]
WITHOUT_CHARTS: Final = ("admin", "examples", "explore", "import", "map", "reports", "stage")
# Found without importing it: only the pages, and what they share, import Streamlit.
_SCRIPTS: Final = Path(str(distribution("streamlit").locate_file("streamlit/static/static/js")))


@cache
def component_scripts() -> tuple[str, ...]:
    """Paths of the components' scripts, whose names contain a hash; missing ones are skipped."""
    scripts = (next(iter(sorted(_SCRIPTS.glob(f"{name}.*.js"))), None) for name in COMPONENTS)
    return tuple(f"{settings.base_path()}/static/js/{script.name}" for script in scripts if script)


def preload_links(page: str) -> str:
    """HTML of preload links for the page of that name, "" for the first."""
    return "".join(f'<link rel="modulepreload" href="{path}">{_run_early(path, page)}' for path in component_scripts())


def _run_early(path: str, page: str) -> str:
    is_needed = page not in WITHOUT_CHARTS and f"/{_CHARTS}." in path
    return f'<script type="module" async src="{path}"></script>' if is_needed else ""
