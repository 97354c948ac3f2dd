"""Examples in words: for cards, slides and the public page."""

from collections.abc import Sequence
from typing import Final

from language.languages import VIETNAMESE, Language
from model.catalogue import Catalogue
from model.examples import Adoption, Example, Examples
from presentation.scanning import scan_code

SHARED: Final = "share"  # the first part of an address that everybody may open


def card_counts(examples: Examples) -> dict[str, int]:
    """Examples, sectors, adoptions, and adopting units, by card key."""
    adopted = [adoption for example in examples.shown for adoption in example.adopted]
    return {
        "examples": len(examples.shown),
        "sectors": len({example.sector_code for example in examples.shown}),
        "adopted": len(adopted),
        "units": len({adoption.unit_code for adoption in adopted}),
    }


def summary_line(example: Example, catalogue: Catalogue, language: Language) -> str:
    """Union, sector, benefit and date in one line; unknown parts are left out."""
    texts, numbers = language.examples, language.numbers
    parts = (
        unit_name(example.unit_code, catalogue, language),
        language.names.sector(example.sector_code) if example.sector_code else "",
        texts.benefit.format(amount=numbers.money_vnd(example.benefit_vnd)) if example.benefit_vnd else "",
        texts.since.format(day=numbers.date(example.day)) if example.day else "",
    )
    return " · ".join(part for part in parts if part)


def unit_name(code: str, catalogue: Catalogue, language: Language) -> str:
    """The name of a union; its code where it no longer exists."""
    unit = catalogue.unit_by_code.get(code)
    return language.names.word(unit.short_name) if unit else code


def contact_line(example: Example, language: Language) -> str:
    """The contact of an example."""
    texts = language.examples
    return (
        texts.contact.format(contact=language.names.staff_text(example.contact))
        if example.contact
        else texts.no_contact
    )


def adopted_rows(adoptions: Sequence[Adoption], catalogue: Catalogue, language: Language) -> list[tuple[str, str, str]]:
    """Union, day and place of each adoption."""
    day, words = language.numbers.date, language.names.staff_text
    return [
        (unit_name(adoption.unit_code, catalogue, language), day(adoption.day), words(adoption.place))
        for adoption in adoptions
    ]


def foreign_language(text: str, language: Language) -> str:
    """The language code of the staff's text where it differs from the page's language; else ""."""
    as_written = bool(text) and language.code != VIETNAMESE.code and language.names.staff_text(text) == text
    return VIETNAMESE.code if as_written else ""


def shared_link(address: str, token: str) -> str:
    """The public address of an example."""
    return f"{address.rstrip('/')}/{SHARED}/{token}"


def scan_picture(link: str) -> str:
    """The link as a QR code, an SVG for inline use."""
    return str(scan_code(link).svg_data_uri(scale=4, border=2))
