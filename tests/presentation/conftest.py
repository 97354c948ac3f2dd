"""The same small programme as for files."""

from tests.exports.conftest import answers, made, records

__all__ = ["answers", "made", "records"]
