"""Every sentence in language/ is used somewhere."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from language.languages import VIETNAMESE
from tests.test_conventions import is_of_tests, modules, name_of, text_of


def names_in(text: object) -> Iterator[str]:
    """The fields of a text and of its nested texts."""
    for one in fields(text) if is_dataclass(text) else ():
        yield one.name
        yield from names_in(getattr(text, one.name))


def test_every_sentence_is_used():
    """Sentences looked up by code (`notice_…`) count as used by their prefix."""
    ours = [path for path in modules() if not is_of_tests(name_of(path))]
    code = "".join(text_of(path) for path in ours if not name_of(path).startswith("language/"))
    language = "".join(text_of(path) for path in ours if name_of(path).startswith("language/"))
    values = {*re.findall(r"\w+", code), *re.findall(r"\.(\w+)", language)}

    assert not {name for name in names_in(VIETNAMESE) if name not in values and not name.startswith("notice_")}
