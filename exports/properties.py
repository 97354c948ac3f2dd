"""Metadata of files: owner and date, but not the libraries that wrote them."""

import re
from io import BytesIO
from typing import Any, Final

_PLAIN: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_MAKER: Final = re.compile(rb"(?<=/Creator\()Typst [^)]*|(?<=<xmp:CreatorTool>)Typst [^<]*")


def office_bytes(file: Any) -> bytes:
    """A document of python-docx or a presentation of python-pptx as bytes, without what names the library."""
    target = BytesIO()
    _remove_maker(file.part.package)
    file.save(target)
    return target.getvalue()


def _remove_maker(package: Any) -> None:
    """Remove the library's default properties and thumbnail from an Office file."""
    related = package._rels if hasattr(package, "_rels") else package.rels  # noqa: SLF001 (no public name for it)
    for key, relation in list(related.items()):
        if relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = _PLAIN  # noqa: SLF001 (as above)
        if relation.reltype.endswith("/thumbnail"):
            related.pop(key)


def without_producer(pdf: bytes) -> bytes:
    """A PDF without its producer; all byte offsets stay valid."""
    return _MAKER.sub(lambda match: b" " * len(match[0]), pdf)
