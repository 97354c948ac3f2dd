"""Cells without a value are empty, or have the app's own mark."""

import ast

from tests.test_conventions import modules, name_of, tree_of


def test_tables_say_what_stands_for_nothing():
    """Streamlit writes “None”, in every language."""
    silent = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules()
        if not name_of(path).startswith(("tests/", "benchmarks/"))
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("dataframe", "data_editor")
        and "placeholder" not in {one.arg for one in node.keywords}
    ]
    assert not silent
