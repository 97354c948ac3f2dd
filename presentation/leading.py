"""Which units of a narrowed scope are among the leaders overall, in one sentence."""

from model.leading import Leading
from presentation.wording import Wording


def describe_leader(leading: Leading | None, wording: Wording) -> str:
    """The sentence, also where none is among them; "" where the scope is not narrowed."""
    if leading is None:
        return ""
    texts, numbers = wording.language.ranking, wording.language.numbers
    leaders, printed = (texts.some_leading, texts.none_leading), (texts.some_printed, texts.none_printed)
    some, none = leaders if leading.is_order else printed
    return (some if leading.inside else none).format(
        count=numbers.count(len(leading.inside)),
        places=numbers.count(leading.places),
        moment=numbers.moment(leading.moment),
        names=", ".join(wording.short_unit(code, name) for code, name in leading.inside),
        last=wording.short_unit(leading.last_code, leading.last_name),
        value=wording.qualified(wording.measure(leading.last_value, leading.measure), leading.last_qualifier),
    )
