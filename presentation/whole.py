"""What all of a programme together is called: the country, a company, a town. It is the programme's own."""

from language.languages import Language
from model.catalogue import Programme


def whole_name(programme: Programme, language: Language) -> str:
    """“cả nước”, “toàn công ty”: as the programme says, for inside a sentence.

    A programme that says nothing is the nation's where there is a plan for it and no organisation it belongs to.
    """
    own = own_whole(programme, language)
    is_national = bool(programme.national_target) and not programme.organisation
    return own or (language.exports.prose.nation if is_national else language.pages.own_whole)


def own_whole(programme: Programme, language: Language) -> str:
    """What the whole is called where the programme itself says it; nothing where it does not."""
    return language.one_of(programme.whole_vi or "", programme.whole_en or "")


def at_the_start(words: str) -> str:
    """What the whole is called where a sentence or a label begins."""
    return words[:1].upper() + words[1:]
