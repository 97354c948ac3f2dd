"""The name of a programme's whole: the country, a company, a town."""

from language.languages import Language
from model.catalogue import Programme


def whole_name(programme: Programme, language: Language) -> str:
    """“cả nước”, “toàn công ty”, for inside a sentence, as the programme defines it.

    By default the nation, if there is a national plan and no parent organisation.
    """
    own = own_whole(programme, language)
    is_national = bool(programme.national_target) and not programme.organisation
    return own or (language.exports.prose.nation if is_national else language.pages.own_whole)


def own_whole(programme: Programme, language: Language) -> str:
    """The name the programme defines for its whole; "" without one."""
    return language.one_of(programme.whole_vi or "", programme.whole_en or "")
