"""The small programme of the tests of files."""

from tests.exports.conftest import answers, made, records

__all__ = ["answers", "made", "records"]
