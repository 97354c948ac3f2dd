"""Where numbers of our own come from."""

from model.catalogue import Programme
from model.facts import Source


def source_of_records(programme: Programme, kind: str = "records") -> Source:
    """The records of a programme, under both its names, and whether they are a demonstration."""
    return Source(kind, programme.name_vi, note=programme.data_kind.value, title_en=programme.name_en)
