"""Who did something, as readers know them."""

import re
from typing import Final

from language.languages import Language

_OF_THE_SYSTEM: Final = re.compile(r"[a-z_][a-z0-9_-]*|python -m .+")


def signed(who: str, language: Language) -> str:
    """An account or a name as it stands; whoever sat at the server itself is no “root” and no command to anybody."""
    return language.pages.server_user if _OF_THE_SYSTEM.fullmatch(who) else who
