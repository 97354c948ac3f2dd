"""One example for a slide, a page or a text: all lines formatted, pictures as JPEG."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data_access.queries.examples import fetch_picture
from data_access.store.records import Records
from language.languages import Language
from model.catalogue import Catalogue
from model.examples import Example
from model.filters import Filters
from presentation.examples import adopted_rows, contact_line, shared_link, summary_line
from presentation.occasion import Occasion
from presentation.wording import printable


@dataclass(frozen=True)
class ShownPicture:
    """A JPEG with its size in pixels and its caption."""

    content: bytes
    width: int
    height: int
    caption: str


@dataclass(frozen=True)
class ExampleView:
    """One example in words. `parts` are headings with paragraphs."""

    title: str
    summary: str
    author: str
    contact: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    adopted_title: str
    adopted_none: str
    adopted_columns: tuple[str, ...]
    adopted: tuple[tuple[str, str, str], ...]
    pictures: tuple[ShownPicture, ...]
    state: str

    @property
    def lines(self) -> Iterator[str]:
        """Who, the benefit, and the contact."""
        yield from (line for line in (self.summary, self.author, self.contact) if line)

    @property
    def units(self) -> tuple[str, ...]:
        """Names of the units that adopted it."""
        return tuple(row[0] for row in self.adopted)


def view_example(records: Records, example: Example, catalogue: Catalogue, language: Language) -> ExampleView:
    """The words of an example the account may see."""
    texts, words = language.examples, language.names.staff_text
    parts = (
        (texts.story, tuple(filter(None, words(example.story).splitlines()))),
        (texts.reason, (words(example.reason),)),
    )
    pictures = (
        ShownPicture(
            fetch_picture(records, each.id),
            each.width,
            each.height,
            words(each.caption) or texts.picture.format(title=example.title),
        )
        for each in example.pictures
    )
    return ExampleView(
        printable(example.title or example.code),
        summary_line(example, catalogue, language),
        texts.author.format(name=example.author) if example.author else "",
        contact_line(example, language),
        tuple(part for part in parts if any(part[1])),
        texts.adopted_title,
        texts.adopted_none,
        texts.adopted_columns,
        tuple(adopted_rows(example.adopted, catalogue, language)),
        tuple(each for each in pictures if each.content),
        texts.public if example.is_public else texts.private,
    )


def link_of_example(example: Example, occasion: Occasion, filters: Filters, language: Language) -> str:
    """The public address where the example is public, otherwise the one for accounts."""
    if example.token and occasion.address:
        return shared_link(occasion.address, example.token)
    return replace(occasion, page="examples", switches={"example": example.code}).link(filters, language)
