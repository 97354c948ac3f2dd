"""Vietnamese as it was written before Unicode: VNI, TCVN3 and Windows-1258 bytes of a text."""

import unicodedata

_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_HATS = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
_BREVES = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
_ALONE = {"đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
_TCVN3_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ"
_TCVN3_BYTES = bytes.fromhex(
    "b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cbaeccd0cecfd1aad2d5d3d4d6d7ddd8dcdedfe3e1e2e4abe5e8e6e7e9aceaedebeceeeff3f1f2f4ad"
    "f5f8f6f7f9fafdfbfcfea1a2a3a4a5a6a7"
)
_TCVN3 = dict(zip(_TCVN3_LETTERS, _TCVN3_BYTES, strict=True))


def vni(text: str) -> bytes:
    return "".join(_vni_letter(letter) for letter in unicodedata.normalize("NFC", text)).encode("cp1252", "replace")


def _vni_letter(letter: str) -> str:
    if letter.lower() in _ALONE:
        alone = _ALONE[letter.lower()]
        return alone.upper() if letter.isupper() else alone
    if letter in "íìÍÌ":
        return letter
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in _TONES), "")
    if "\u0302" in marks:
        mark = _HATS[tone]
    elif "\u0306" in marks:
        mark = _BREVES[tone]
    else:
        mark = _TONES.get(tone, "")
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base]
    return base + (mark.upper() if letter.isupper() else mark)


def tcvn3(text: str) -> bytes:
    """The text in TCVN3, which has no capitals with tone marks."""
    letters = unicodedata.normalize("NFC", text)
    return bytes(_TCVN3.get(one, _TCVN3.get(one.lower(), ord(one) if one.isascii() else 63)) for one in letters)


def windows_1258(text: str) -> bytes:
    written = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tone = next((mark for mark in marks if mark in _TONES), "")
            hat = "".join(mark for mark in marks if mark not in _TONES)
            written += unicodedata.normalize("NFC", base + hat).encode("cp1258") + tone.encode("cp1258")
    return bytes(written)
