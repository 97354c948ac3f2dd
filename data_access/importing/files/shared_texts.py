"""The shared texts of an XLSX: parts in bold or colour are joined, phonetic hints left out."""

import re
import zipfile

from data_access.importing.files import marks
from data_access.importing.files.walking import Attributes, parse


class _Collector:
    """Gathers the pieces of one text after the other."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._phonetic = 0

    def start(self, name: str, _attributes: Attributes) -> None:
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._phonetic += 1
        self._in_text = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        self._in_text = False
        if name == "rPh":
            self._phonetic -= 1
        elif name == "si":
            self.texts.append(plain("".join(self._pieces)))

    def text(self, piece: str) -> None:
        if self._in_text:
            self._pieces.append(piece)


def shared_texts(source: zipfile.ZipFile) -> list[str]:
    """All shared texts, by their number."""
    collector = _Collector()
    parse(source, "xl/sharedStrings.xml", collector.start, collector.end, collector.text)
    return collector.texts


def plain(text: str) -> str:
    """`text` without letters that look like our marks, and with the control characters that Excel escapes."""
    if "_x" in text:
        text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match.group(1), 16)), text)
    return marks.without_forged(text)
