"""That numbers follow the measure in the address, where they count something else than uploads."""

from collections.abc import Sequence

from language.languages import Language

_USUAL = "uploads"


def measure_note(counts: str, language: Language) -> str:
    """“Đếm sáng kiến hợp lệ, theo thước đo đang chọn.”; "" where uploads are counted, as everywhere else."""
    if counts == _USUAL:
        return ""
    return language.facts.by_measure.format(what=language.facts.counts[counts])


def measures_note(counts: str, names: Sequence[str], language: Language) -> str:
    """“Theo thước đo đang chọn, tính trên sáng kiến hợp lệ: …”, by name; "" where all numbers count uploads."""
    if counts == _USUAL or not names:
        return ""
    return language.facts.some_by_measure.format(what=language.facts.counts[counts], names=", ".join(names))
