"""The language that an address asks for."""

from urllib.parse import parse_qs

from language.languages import LANGUAGES, VIETNAMESE, Language


def language_of_query(query: str) -> Language:
    """The language of an address or its query string; Vietnamese by default."""
    codes = parse_qs(query.rpartition("?")[2]).get("lang", [])
    return LANGUAGES.get(codes[-1] if codes else "", VIETNAMESE)
