"""From the bytes of a file to its text, or to why it holds none."""

import contextlib
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BINARY = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP, DOCX, ODT, EPUB",
    b"\xd0\xcf\x11\xe0": "DOC, XLS",
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "GZIP",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"RIFF": "RIFF (WebP, WAV)",
    b"\x00\x00\x01\x00": "ICO",
}
_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f]")
_TWICE = re.compile(r"[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\x9d“”¦˜]")


class NoText(ValueError):
    """A file that holds no text. `key` is a message under `import.refused`, `found` its value."""

    def __init__(self, key: str, found: str = "") -> None:
        super().__init__(f"{key}: {found}")
        self.key, self.found = key, found


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding that it was in, and whether it had been encoded twice."""

    text: str
    encoding: str
    mended: bool = False


def decode(raw: bytes, declared: str = "") -> Decoded:
    """The text of a file. `declared`: the encoding that its server named.

    UTF-8 first, then what is named, then what the bytes look like. Raises NoText.
    """
    if not raw.strip():
        raise NoText("empty")
    for start, kind in _BINARY.items():
        if raw.startswith(start):
            raise NoText("binary", kind)
    mark = next((name for start, name in _MARKS.items() if raw.startswith(start)), "")
    if not mark and raw.count(b"\x00") > 0:
        raise NoText("binary", "NUL")
    named = _DECLARED.search(raw[:4096])
    guesses = [mark, "utf-8", declared, named[1].decode("ascii") if named else ""]
    for encoding in filter(None, guesses):
        try:
            text = raw.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        return _mend(text, encoding)
    for encoding in _likely(raw):
        try:
            text = raw.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if len(_CONTROL.findall(text)) * 100 < len(text):
            return _mend(text, encoding)
    raise NoText("encoding")


def _likely(raw: bytes) -> list[str]:
    """Encodings to try, the likeliest first: a few accents among plain letters are Windows'."""
    accents = sum(byte > 127 for byte in raw)
    if accents * 5 < len(raw):
        return ["cp1252", "latin-1"]
    best = from_bytes(raw[:200_000]).best()
    return [best.encoding if best else "cp1252", "cp1252", "latin-1"]


def _mend(text: str, encoding: str) -> Decoded:
    """The text without control characters; `Ã©` made `é` where all of it was encoded twice."""
    text = text.removeprefix("\ufeff")
    mended = False
    if len(_TWICE.findall(text)) > 2:
        with contextlib.suppress(UnicodeError):
            text, mended = text.encode("cp1252").decode("utf-8"), True
    if len(_CONTROL.findall(text)) * 20 > len(text):
        raise NoText("binary", "?")
    text = _CONTROL.sub("", text)
    if not text.strip():
        raise NoText("empty")
    return Decoded(text, encoding, mended)
