"""Marks of Streamlit's elements that our styles and scripts hold on to. docs/streamlit.md lists what else there is."""

import ast
import re
from importlib.metadata import distribution
from pathlib import Path

from tests.serving import PROJECT

BUNDLE = Path(str(distribution("streamlit").locate_file("streamlit/static/static/js")))
OURS = ("interface/shell/style.css", "static/controls.js")
MARK = re.compile(r"""data-testid[\^*$]?=["']?(st[A-Za-z]+)""")


def test_every_mark_we_hold_on_to_is_in_the_installed_streamlit():
    marks = {mark for name in OURS for mark in MARK.findall((PROJECT / name).read_text(encoding="utf-8"))}
    theirs = "".join(file.read_text(encoding="utf-8") for file in BUNDLE.glob("*.js"))

    assert len(marks) > 15
    assert not {mark for mark in marks if mark not in theirs}


def test_every_file_that_the_list_names_is_there():
    listed = (PROJECT / "docs" / "streamlit.md").read_text(encoding="utf-8")

    assert not {name for name in re.findall(r"`((?:tests|static|web|interface)/[\w./]+)`", listed)
                if not (PROJECT / name).exists()}  # fmt: skip


def test_every_change_that_asgi_makes_stands_in_the_list():
    source = ast.parse((PROJECT / "asgi.py").read_text(encoding="utf-8"))
    (table,) = [
        node.value
        for node in source.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "CHANGED"
    ]
    assert isinstance(table, ast.Tuple)
    names = [ast.literal_eval(one.elts[1]) for one in table.elts if isinstance(one, ast.Tuple)]
    listed = (PROJECT / "docs" / "streamlit.md").read_text(encoding="utf-8")

    assert len(names) == len(table.elts) > 9
    assert not [name for name in names if f"{name}`" not in listed]
