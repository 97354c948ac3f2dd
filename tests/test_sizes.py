"""How long modules and functions may be: docs/decisions/0016."""

import ast
from pathlib import Path
from statistics import median

from tests.test_conventions import is_of_tests, modules, name_of, text_of, tree_of

LONGEST_MODULE = 200
LONGEST_TEST = 350
LONGEST_FUNCTION = 40
# Of modules: lines that say something, without blank ones, comments and docstrings. Of functions: all lines.
MEDIAN_MODULE, MEDIAN_FUNCTION, NINE_OF_TEN_FUNCTIONS = 60, 8, 20
# Sentences and tables are listed, not read through.
DECLARATIONS = ("language/", "model/frames.py", "data_access/database/schema.py", "data_access/migrations/versions/")
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_module_is_too_long_to_read():
    lengths = {name_of(path): len(text_of(path).splitlines()) for path in modules()}
    read = {name: length for name, length in lengths.items() if not name.startswith(DECLARATIONS)}

    assert not {n: lines for n, lines in read.items() if lines > (LONGEST_TEST if is_of_tests(n) else LONGEST_MODULE)}


def test_modules_are_short_in_general():
    ours = [path for path in modules() if not name_of(path).startswith(("tests/", *DECLARATIONS))]

    assert median(len(saying_lines(path)) for path in ours) <= MEDIAN_MODULE


def saying_lines(path: Path) -> list[str]:
    """The lines of code of a module."""
    documented = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Module | ast.ClassDef | FUNCTION))
    docstrings = [node.body[0] for node in documented if ast.get_docstring(node)]
    left_out = {line for one in docstrings for line in range(one.lineno, (one.end_lineno or 0) + 1)}
    numbered = enumerate(text_of(path).splitlines(), start=1)
    return [line for number, line in numbered if number not in left_out and line.strip() and line.strip()[0] != "#"]


def lengths_of_functions() -> dict[tuple[str, str, int], int]:
    """Lines by module, name and first line."""
    return {
        (name_of(path), node.name, node.lineno): (node.end_lineno or 0) - node.lineno + 1
        for path in modules()
        if not name_of(path).startswith(("tests/", *DECLARATIONS))
        for node in ast.walk(tree_of(path))
        if isinstance(node, FUNCTION)
    }


def test_functions_are_short_in_general():
    lengths = sorted(lengths_of_functions().values())

    assert median(lengths) <= MEDIAN_FUNCTION
    assert lengths[len(lengths) * 9 // 10] <= NINE_OF_TEN_FUNCTIONS


def test_no_function_is_too_long_to_read():
    assert not {where: lines for where, lines in lengths_of_functions().items() if lines > LONGEST_FUNCTION}
