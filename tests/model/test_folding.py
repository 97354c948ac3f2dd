"""Folding by the fast path, which suits most texts, equals the slow one."""

import unicodedata

from model.folding import fold


def test_every_letter_is_folded_as_by_its_parts():
    for number in (*range(0x20, 0x3000), 0x212A, 0xAC00, 0xFB01, 0x1D7D8):
        letter = chr(number)
        parts = unicodedata.normalize(
            "NFD", letter.translate({ord("Đ"): "d", ord("đ"): "d", 0xD0: "d", 0xF0: "d"}).lower()
        )
        bare = unicodedata.normalize("NFC", "".join(one for one in parts if not unicodedata.combining(one)))
        assert fold(f"a{letter}B") == " ".join(f"a{bare}b".split()), hex(number)
