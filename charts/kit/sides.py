"""What heads a side of a comparison: a union, a moment or a programme."""

from language.languages import Language
from model.compare import Compared, Side


def side_name(side: Side, what: Compared, language: Language) -> str:
    """“Thanh Hóa”, “20/04/2022 08:00”, “75 nghìn sáng kiến · 31/12/2021”."""
    if what is Compared.UNITS and side.unit:
        return language.names.word(side.unit.short_name)
    if what is Compared.PROGRAMMES:
        short, moment = language.short_name_of(side.programme), side.facts["uploads"].as_of or side.moment
        return f"{short} · {language.numbers.moment(moment)}" if moment else short
    return language.numbers.moment(side.moment)
