"""Examples in files: only public ones, since slides are photographed."""

from typing import Final

from data_access.queries.examples import fetch_examples
from data_access.store.records import Records
from presentation.briefs.brief import BarList, Brief, BriefBar
from presentation.briefs.stamps import brief_stamp
from presentation.examples import unit_name
from presentation.figures import Figures
from presentation.wording import Wording

_READ_ALOUD: Final = 3  # examples whose story a presenter is given


def brief_examples(records: Records, figures: Figures, wording: Wording) -> Brief:
    """The public examples, most adopted first."""
    texts, language = wording.language.stage, wording.language
    examples = [example for example in fetch_examples(records, figures.filters).shown if example.is_public]
    own_stamp = brief_stamp("examples", figures, wording)
    name = language.pages.titles["examples"]
    if not examples:
        return Brief("examples", name, texts.titles["examples_unknown"], own_stamp)
    examples.sort(key=lambda example: -len(example.adopted))
    bars = tuple(
        BriefBar(
            example.code,
            unit_name(example.unit_code, figures.catalogue, language),
            len(example.adopted),
            language.numbers.count(len(example.adopted)),
            example.title,
        )
        for example in examples
    )
    adopted = sum(len(example.adopted) for example in examples)
    blanks = {"count": language.numbers.count(len(examples)), "adopted": language.numbers.count(adopted)}
    return Brief(
        "examples",
        name,
        texts.titles["examples"].format(**blanks),
        own_stamp,
        is_known=True,
        lists=(BarList(texts.heads["examples"], bars, max(1, len(examples[0].adopted))),),
        columns=(wording.texts.columns["title"], wording.texts.columns["unit_name"], texts.heads["examples"]),
        spoken=tuple(
            f"{example.title}: {language.names.staff_text(example.story or example.reason)}"
            for example in examples[:_READ_ALOUD]
        ),
    )
