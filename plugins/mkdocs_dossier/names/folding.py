"""Text folded to one byte a character, so that a name is found however it is written.

Case, accents, kinds of space, hyphen and apostrophe fold together. One byte a character keeps
offsets equal and the search quick; what has no place in a byte becomes FOREIGN, and names in
other scripts are searched in `clean` instead.
"""

import codecs
import re
import unicodedata
from bisect import bisect_right
from functools import cache

FOREIGN = 0x7F
FOREIGN_BYTE = bytes([FOREIGN])
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LOOSE = re.compile(
    rf"[{_INVISIBLE}]+"
    r"|(?<=\S)[^\S\n]*\r?\n[ \t]*(?:>[ \t]?)*(?=[^\s>])"  # a line break inside a paragraph
    r"|(?<=\S)[^\S\r\n]{2,}(?=\S)"
    r"|[^\W\d_][\u0300-\u036f]+"
    r"|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"  # decomposed Korean
    r"|[\u3040-\u30ff][\u3099\u309a]"
)
_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SUBSTITUTES = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("\u2010\u2011\u2212\uff0d", "-"),
    **dict.fromkeys("\u02bc\u02bb\u2032\uff07\u201b", "'"),
    **dict(zip("łŁđĐıħĦŧŦ", "lLdDihHtT", strict=True)),
}


@cache
def _substitute(char: str) -> str:
    base = _SUBSTITUTES.get(char) or unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() and base.isprintable() else chr(FOREIGN)


def _encode_foreign(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_substitute, error.object[error.start : error.end])), error.end


codecs.register_error("dossier-fold", _encode_foreign)


def _make_table() -> bytes:
    table = bytearray(range(256))
    for code in range(256):
        char = bytes([code]).decode("cp1252", "replace").lower()
        base = unicodedata.normalize("NFKD", char)[0]
        if base.isascii() and base.isalnum() and char.isalpha():
            table[code] = ord(base)
        elif char in "œæøðþ":
            table[code] = char.encode("cp1252")[0]
    for chars, target in ((" \n\r\t\xa0-", " "), ("’‘´`", "'")):
        for char in chars:
            table[char.encode("cp1252")[0]] = ord(target)
    return bytes(table)


_TABLE = _make_table()


_OUTLINE = bytes.maketrans(b"\xa0>", b"  ")


def encode(text: str) -> bytes:
    """One byte a character, capitals and accents kept."""
    return text.replace("\u202f", "\xa0").encode("cp1252", "dossier-fold")


def fold(raw: bytes) -> bytes:
    """What is compared: without case and accents, hyphens as spaces."""
    return raw.translate(_TABLE)


class Folded:
    """A text ready to be searched.

    `clean` is the text without invisible characters, composed, a line break within a paragraph as
    one character; `raw` and `low` are its bytes as written and folded, each with two spaces more at
    the end, so that one may look past both ends.
    """

    __slots__ = ("_at", "_from", "_shift", "_text", "clean", "low", "raw")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at: list[int] = []
        self._from: list[int] = []
        self._shift: list[int] = []
        self.clean = text
        raw = encode(text)
        low = fold(raw)
        if self._is_loose(raw, low):
            self.clean = self._tighten(text)
            raw = encode(self.clean)
            low = fold(raw)
        self.raw, self.low = raw + b"  ", low + b"  "

    def _is_loose(self, raw: bytes, low: bytes) -> bool:
        """Whether something may have to be tightened; asked of every text, so asked quickly."""
        if b"\xad" in raw or b"\r" in raw or b"\t" in raw or (b">" in raw and b"\n>" in raw):
            return True
        if low.count(b"  ") != raw.count(b"\n\n"):
            outline = raw.translate(_OUTLINE)
            if b"  " in outline or b"\n " in outline or b" \n" in outline:
                return True
        return FOREIGN_BYTE in raw and (
            not unicodedata.is_normalized("NFC", self._text)
            or any(char in self._text for char in _INVISIBLE)
        )

    def _tighten(self, text: str) -> str:
        parts: list[str] = []
        length = last = shift = 0
        for found in _LOOSE.finditer(text):
            start, end = found.span()
            piece = found.group()
            if piece[0] in _INVISIBLE:
                piece = ""
            elif piece[0].isspace() or piece[0] == "\n":
                piece = "\n" if "\n" in piece else " "
            else:
                piece = unicodedata.normalize("NFC", piece)[0]
            if len(piece) == end - start:
                continue
            parts += (text[last:start], piece)
            length += start - last + len(piece)
            shift += end - start - len(piece)
            last = end
            self._at.append(length)
            self._shift.append(shift)
            self._from.append(length + shift)
        parts.append(text[last:])
        return "".join(parts)

    @property
    def is_shifted(self) -> bool:
        """Whether offsets in `clean` differ from those in the original text."""
        return bool(self._at)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original text of a span of `clean`."""
        if not self._at:
            return start, end
        start, end = self._move(start), self._move(end)
        while end > start and self._text[end - 1] in _INVISIBLE:
            end -= 1
        return start, end

    def place(self, at: int) -> int:
        """The offset in `clean` of an offset in the original text."""
        if not self._at:
            return at
        index = bisect_right(self._from, at)
        return max(at - self._shift[index - 1], self._at[index - 1]) if index else at

    def _move(self, at: int) -> int:
        index = bisect_right(self._at, at)
        return at + self._shift[index - 1] if index else at
