"""docs/streamlit.md lists every internal of Streamlit that we use, and all of them still exist."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

from tests.serving import PROJECT

PACKAGE = Path(str(distribution("streamlit").locate_file("streamlit")))
# Scripts and styles of the page. Those of components live in a document of their own.
OURS = sorted((*PROJECT.glob("static/*.js"), *PROJECT.glob("interface/shell/*.css")))
# Attributes and classes of Streamlit, React Aria and plotly that are no marks of an element.
ATTRIBUTE = re.compile(r"\[(data-(?!testid)[a-z-]+|overflow|role)\b")
CLASS = re.compile(r"\.(dvn-scroller|main-svg|modebar|[a-z]+layer|js-plotly-plot|nsewdrag|dragcover)\b")
PLOTLY = re.compile(r"\b(_full[A-Z][a-z]+|d2p|_offset)\b")
SET_BY_SCRIPT = re.compile(r"dataset\.([a-z]+)\s*=")
MARK = re.compile(r"""data-testid[\^*$]?=["']?(st[\w-]+)""")
KEY = re.compile(r"""st-key-(\w+)""")
ADDRESS = re.compile(r"""["'](/(?:_stcore/[\w-]+|media|component)\b)""")


def text_of(*files: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in files)


@cache
def bundle() -> str:
    """The scripts of the installed Streamlit, including plotly."""
    return text_of(*PACKAGE.glob("static/static/js/*.js"))


@cache
def listed() -> frozenset[str]:
    """Everything the list names in backticks."""
    return frozenset(re.findall(r"`([^`]+)`", text_of(PROJECT / "docs" / "streamlit.md")))


def selected(hook: re.Pattern[str]) -> set[str]:
    """The names that our scripts and styles use as selectors."""
    return {name for file in OURS for name in hook.findall(text_of(file))}


def own_attributes() -> set[str]:
    """The attributes that our HTML has and our scripts set."""
    html = text_of(*PROJECT.glob("interface/**/*.py"))
    return {*re.findall(r"data-[a-z-]+", html), *(f"data-{name}" for name in selected(SET_BY_SCRIPT))}


def keys() -> set[str]:
    """Keys of elements in our code, which Streamlit turns into class names."""
    sources = [file for folder in ("interface", "pages") for file in PROJECT.glob(f"{folder}/**/*.py")]
    return set(re.findall(r"""["'](\w+)["']""", text_of(*sources, PROJECT / "dashboard.py")))


@pytest.mark.parametrize(("hook", "least"), [(MARK, 50), (ATTRIBUTE, 3), (CLASS, 7), (PLOTLY, 4)])
def test_every_hook_of_our_scripts_and_styles_is_listed_and_in_the_installed_streamlit(
    hook: re.Pattern[str], least: int
):
    names = selected(hook) - own_attributes()

    assert len(names) >= least
    assert not names - listed()
    assert not [name for name in names if name not in bundle() and name.partition("-")[0] not in bundle()]


def test_every_key_that_a_style_selects_is_the_key_of_an_element():
    names = {name for name in selected(KEY) if not name.endswith("_value")}  # these begin with the length of a number

    composed = {
        name for name in names if set(name.split("_", maxsplit=1)) <= keys()
    }  # “choose_top”: a widget's parameter

    assert len(names) > 10
    assert not names - keys() - composed


def test_every_address_of_streamlit_is_listed_and_served():
    addresses = {match for file in PROJECT.glob("web/*.py") for match in ADDRESS.findall(text_of(file))}
    served = text_of(*PACKAGE.glob("web/**/*.py"))

    assert len(addresses) >= 6
    assert not addresses - listed()
    assert not [address for address in addresses if address.rpartition("/")[2] not in served]


def options(settings: dict[str, Any], section: str = "") -> Iterator[str]:
    """The names of all settings of a configuration file."""
    for name, value in settings.items():
        yield from options(value, f"{section}{name}.") if isinstance(value, dict) else (section + name,)


def test_every_hidden_option_is_listed_and_known_to_streamlit():
    ours = set(options(tomllib.loads(text_of(PROJECT / ".streamlit" / "config.toml"))))
    theirs = config.get_config_options()
    hidden = {name for name in ours if name in theirs and theirs[name].visibility == "hidden"}

    assert not ours - set(theirs)
    assert len(hidden) > 2
    assert not hidden - listed()


def imports_from_inside() -> Iterator[tuple[str, str]]:
    """Module and name of every import from a module of Streamlit that is not public."""
    for file in (PROJECT / "asgi.py", *PROJECT.glob("interface/**/*.py"), *PROJECT.glob("web/**/*.py")):
        for node in ast.walk(ast.parse(text_of(file))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in ("streamlit", "uvicorn"):
                yield from ((node.module or "", one.name) for one in node.names)


def test_everything_imported_from_inside_is_listed():
    names = set(imports_from_inside())
    words = set(re.findall(r"\w+", " ".join(listed())))

    assert len(names) > 15
    assert not [(module, name) for module, name in sorted(names) if name not in words]


def test_every_file_that_the_list_names_is_there():
    files = {name for name in listed() if re.fullmatch(r"(?:tests|static|web|interface|charts|language)/[\w./]+", name)}

    assert len(files) > 20
    assert not [name for name in files if not (PROJECT / name).exists()]


def test_every_change_that_asgi_makes_stands_in_the_list():
    source = ast.parse(text_of(PROJECT / "asgi.py"))
    (table,) = [
        node.value
        for node in source.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "CHANGED"
    ]
    assert isinstance(table, ast.Tuple)
    names = [ast.literal_eval(one.elts[1]) for one in table.elts if isinstance(one, ast.Tuple)]

    assert len(names) == len(table.elts) > 9
    assert not [name for name in names if not any(entry.endswith(name) for entry in listed())]
