"""Names and docstrings: what a reader who knows pandas and SQL, but not this project, has to understand alone."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.test_conventions import SCRIPTS, is_of_tests, modules, name_of, tree_of

# User text, records, the download store, collapsed, a signal: whoever knows the field knows these.
NOT_OUR_WORDS = re.compile(r"\b(strangers?|keepers?|shel(f|ves)|calm|news)\b", re.IGNORECASE)

# What a function does is to fetch, view, write or show; that something was “told” or “found” says none of it.
BENT_WORDS = re.compile(r"(?:^|_)(?:tells?|told|asked|found|said)(?:_|$)")
IDIOMS = {"not_found", "nothing_found"}  # of HTTP, of searches
_IN_A_SENTENCE = re.compile(r"_found\b|_found(?=_)")
# What was done to a value is not what it is: `units`, not `chosen`; `options`, not `given`.
VAGUE = frozenset(
    {
        "shown",
        "known",
        "kept",
        "chosen",
        "given",
        "made",
        "wanted",
        "left",
        "done",
        "read",
        "named",
        "called",
        "written",
    }
    | {"counted", "drawn", "placed", "stored", "one", "ones", "what", "thing", "things"}
    | {"seen", "listed", "moved", "changed", "lost", "added", "met", "used", "touched", "joined", "noted"}
    | {"keyed", "grouped", "summed", "mapped", "gathered", "titled", "scoped", "spoken"}
)
ONE_OF_A_PAIR = {"one": {"other"}, "left": {"right", "top", "below"}}  # two that are compared; a side
SHARED_BY_ALL_TESTS = {"tests/serving.py", "tests/browser/watching.py"}

_FEW = 4  # lines


def public(*kinds: type[ast.stmt]) -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Module and definition of everything that others may import; blocks of pages and migrations are not called."""
    for path in modules():
        name = name_of(path)
        if name.startswith(("tests/", "pages/", "benchmarks/", "docs/", "data_access/migrations/")) or name in SCRIPTS:
            continue
        result = (node for node in tree_of(path).body if isinstance(node, kinds))
        yield from ((name, node) for node in result if not node.name.startswith("_"))


def test_everything_public_says_in_a_sentence_what_its_caller_gets():
    first_lines = {
        (module, one.name): (ast.get_docstring(one) or "").partition("\n\n")[0]
        for module, one in public(ast.FunctionDef, ast.ClassDef)
    }

    assert not [where for where, line in first_lines.items() if not line.rstrip("”’)").endswith((".", "?", "!", "…"))]


def test_first_lines_are_understood_without_what_stands_above_them():
    beginnings = {
        (module, one.name): (ast.get_docstring(one) or "").split()[:2] for module, one in public(ast.FunctionDef)
    }

    assert not [where for where, words in beginnings.items() if words[:2] == ["The", "same"] or words[:1] == ["Their"]]


def test_methods_say_what_their_caller_gets():
    """Short methods are explained by name and type, and overriding ones by their base."""
    methods = [
        (module, one.name, method)
        for module, one in public(ast.ClassDef)
        for method in one.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
    ]
    values = {method.name for _, _, method in methods if ast.get_docstring(method)}
    silent = [(module, name, method.name) for module, name, method in methods if method.name not in values]
    long = {
        (module, name, method.name) for module, name, method in methods if len(ast.unparse(method).splitlines()) > _FEW
    }

    assert not sorted(long.intersection(silent))


def test_methods_say_in_a_sentence_what_their_caller_gets():
    """One-line properties are explained by their names, and implementations of a protocol by the protocol."""
    methods = [
        (module, one.name, method)
        for module, one in public(ast.ClassDef)
        for method in one.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_") and not _is_its_name(method)
    ]
    values = {(module.partition("/")[0], method.name) for module, _, method in methods if ast.get_docstring(method)}

    assert not [
        f"{module}: {owner}.{method.name}"
        for module, owner, method in methods
        if (module.partition("/")[0], method.name) not in values
    ]


def _is_its_name(method: ast.FunctionDef) -> bool:
    return bool(method.decorator_list) and len(method.body) == 1


def test_two_classes_of_a_layer_never_share_a_name():
    classes = sorted((module.partition("/")[0], one.name, module) for module, one in public(ast.ClassDef))

    assert not [(one, other) for one, other in pairwise(classes) if one[:2] == other[:2]]


def test_docstrings_use_the_words_of_the_field():
    values = {
        (name_of(path), getattr(node, "name", "")): ast.get_docstring(node) or ""
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and not is_of_tests(name_of(path))
    }

    assert not [where for where, words in values.items() if NOT_OUR_WORDS.search(words)]


def test_functions_and_classes_are_called_by_what_they_do():
    defined = {
        (name_of(path), node.name)
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert not [(where, name) for where, name in sorted(defined) if is_bent(in_words(name))]


def test_variables_are_called_by_what_they_hold():
    bound = {
        (name_of(path), name)
        for path in modules()
        if name_of(path) not in SHARED_BY_ALL_TESTS
        for node in ast.walk(tree_of(path))
        for name in bound_by(node)
    }

    assert len(bound) > 10_000
    assert not [(where, name) for where, name in sorted(bound) if is_bent(in_words(name))]


def test_variables_are_called_by_nouns():
    vague = [
        f"{name_of(path)}: {name}"
        for path in modules()
        if not name_of(path).startswith(("tests/", "data_access/migrations/versions/"))
        for statement in tree_of(path).body
        for name in vague_names(statement)
    ]

    assert not vague


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("def f(chosen): return [one for one in chosen]", {"chosen", "one"}),
        ("known = 1", {"known"}),
        ("def f(one, other): left, right = one, other", set()),
        ("class A:\n    shown: int\n    def f(self, kept): return kept", {"kept"}),
        ("def f(seen): sorted_units, is_known = seen, True", {"seen"}),
    ],
)
def test_vague_names_would_be_noticed(code: str, names: set[str]):
    assert vague_names(ast.parse(code).body[0]) == names


def vague_names(statement: ast.stmt) -> set[str]:
    """The vague names of variables and parameters in a statement of a module; fields of classes are read with a dot."""
    fields = {
        id(target)
        for node in ast.walk(statement)
        if isinstance(node, ast.ClassDef)
        for field in node.body
        if isinstance(field, ast.AnnAssign | ast.Assign)
        for target in ast.walk(field)
    }
    bound = {
        name
        for node in ast.walk(statement)
        if id(node) not in fields and isinstance(node, ast.Name | ast.arg | ast.ExceptHandler)
        for name in bound_by(node)
    }
    return {name for name in bound & VAGUE if not ONE_OF_A_PAIR.get(name, set()) & bound}


def is_bent(name: str) -> bool:
    """Whether a name contains one of the words; names of tests may say what is found."""
    return (
        bool(BENT_WORDS.search(_IN_A_SENTENCE.sub("", name) if name.startswith("test_") else name))
        and name not in IDIOMS
    )


def bound_by(node: ast.AST) -> list[str]:
    """Names that a node gives to values: variables, parameters, attributes, fields."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return [node.attr]
    if isinstance(node, ast.arg):
        return [node.arg]
    return [node.name] if isinstance(node, ast.ExceptHandler) and node.name else []


def in_words(name: str) -> str:
    """“sheet_table” of “SheetTable”."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def test_bent_words_would_be_noticed():
    assert all(BENT_WORDS.search(in_words(name)) for name in ("tell_rows", "_told", "asked_once", "FoundTable", "Said"))
    assert not any(BENT_WORDS.search(in_words(name)) for name in ("foundation", "task_edge", "retold"))
