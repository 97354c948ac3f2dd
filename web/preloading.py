"""The parts of Streamlit that every page of ours needs, asked for at once instead of one after the other.

Streamlit's page asks for a component's script only when the first such component arrives.
"""

from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

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
# Found without importing it: only the pages, and what they share, import Streamlit.
_SCRIPTS: Final = Path(str(distribution("streamlit").locate_file("streamlit/static/static/js")))


@cache
def component_scripts() -> tuple[str, ...]:
    """Paths of the components' scripts, whose names carry a hash; one that is gone is simply not asked for early."""
    found = (next(iter(sorted(_SCRIPTS.glob(f"{name}.*.js"))), None) for name in COMPONENTS)
    return tuple(f"/static/js/{script.name}" for script in found if script)


def preload_links() -> str:
    """HTML that asks for them."""
    return "".join(f'<link rel="modulepreload" href="{path}">' for path in component_scripts())
