"""Names of people who did something."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from language.languages import Language
from model.catalogue import Catalogue

_OF_THE_SYSTEM: Final = re.compile(r"[a-z_][a-z0-9_-]*|python -m .+")


def display_name(who: str, language: Language) -> str:
    """An account or a name as it is; system users such as “root” are described in words."""
    return language.pages.server_user if _OF_THE_SYSTEM.fullmatch(who) else who


def short_names(codes: Iterable[str], catalogue: Catalogue) -> list[str]:
    """The short names of units by their codes; a code that no unit has stays as it is."""
    units = catalogue.unit_by_code
    return [units[code].short_name if code in units else code for code in codes]


def account_label(who: str, names: Mapping[str, str], language: Language) -> str:
    """Who did something, with name and address of an account: “Nguyễn An (an@example.vn)”; `names` by address."""
    return f"{names[who]} ({who})" if names.get(who) else display_name(who, language)
