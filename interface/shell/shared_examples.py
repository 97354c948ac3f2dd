"""The public part of an example, for the page that needs no login."""

from data_access.database.errors import DataAccessError
from data_access.queries.examples import fetch_picture, fetch_public
from data_access.store.records import Records
from interface.shell.loading import open_records
from language.languages import Language
from model.codes import DataKind
from model.examples import Example
from presentation.examples import adopted_rows, contact_line, foreign_language, summary_line
from presentation.own_words import adapted_language
from web.sessions import Unavailable
from web.shared import SharedExample


def find_shared(token: str, language: Language) -> SharedExample | None:
    """The example with that token in words; None where none is public. Raises Unavailable."""
    try:
        records = open_records()
        records.poll()
        shared = fetch_public(records, token)
        return _shared_example(records, *shared, language) if shared else None
    except DataAccessError as problem:
        raise Unavailable from problem


def _shared_example(records: Records, code: str, example: Example, language: Language) -> SharedExample:
    language = adapted_language(language, records.catalogue, code)
    texts, catalogue = language.examples, records.catalogue.seen_in(code)
    programme = catalogue.programme(code)
    adopted = (" · ".join(part for part in row if part) for row in adopted_rows(example.adopted, catalogue, language))
    parts = (
        (texts.story, tuple(language.names.staff_text(example.story).splitlines())),
        (texts.reason, (language.names.staff_text(example.reason),)),
        (texts.adopted_title, tuple(adopted) or (texts.adopted_none,)),
    )
    lines = (
        (*example.story.splitlines(), example.reason)
        if foreign_language(example.story, language)
        else (example.reason,)
    )
    author = texts.author.format(name=example.author) if example.author else ""
    name, day = language.name_of(programme), language.numbers.date(example.day)
    return SharedExample(
        example.title,
        (summary_line(example, catalogue, language), author, contact_line(example, language)),
        tuple(part for part in parts if any(part[1])),
        tuple((language.names.staff_text(each.caption), fetch_picture(records, each.id)) for each in example.pictures),
        texts.public_from.format(programme=name, day=day),
        programme.data_kind is DataKind.SIMULATED,
        {text: code for text in (example.title, *lines) if (code := foreign_language(text, language))},
    )
