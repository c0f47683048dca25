"""Which letters the faces of this machine have, read from their files (OpenType's table `cmap`)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from struct import error, unpack_from

_KNOWN = 0x0590  # Latin, Greek, Cyrillic and Armenian come before it: Typst brings these itself
_SEGMENTS, _GROUPS = 4, 12  # the two usual forms of the table


def find_missing(texts: Iterable[str], faces: Iterable[tuple[Path, int]]) -> set[str]:
    """The letters of texts that none of these faces (file, number in it) has."""
    letters = {letter for text in texts if not text.isascii() for letter in text}
    missing = {each for each in letters if ord(each) >= _KNOWN and _is_letter(each)}
    for path, number in faces:
        if not missing:
            break
        try:
            ranges = list(_read_ranges(path.read_bytes(), number))
        except (OSError, error):  # a file that is no face has no letters
            continue
        missing = {each for each in missing if not any(a <= ord(each) <= b for a, b in ranges)}
    return missing


def replace_missing(missing: Iterable[str], words: str) -> Callable[[str], str]:
    """A function that puts words in place of letters in a row that no face has."""
    letters = "".join(map(re.escape, sorted(missing)))
    if not letters:
        return str
    row = re.compile(f"[{letters}](?:[{letters}\\s·]*[{letters}])?")
    return lambda text: row.sub(lambda _: words, text)


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _read_ranges(face: bytes, number: int) -> Iterator[tuple[int, int]]:
    """The characters of a face as ranges, both ends included. Raises struct.error if it is none."""
    start = unpack_from(">L", face, 12 + 4 * number)[0] if face[:4] == b"ttcf" else 0
    [count] = unpack_from(">H", face, start + 4)
    for at in range(start + 12, start + 12 + 16 * count, 16):
        tag, _, table, _ = unpack_from(">4sLLL", face, at)
        if tag == b"cmap":
            [parts] = unpack_from(">H", face, table + 2)
            offsets = {unpack_from(">L", face, table + 8 + 8 * part)[0] for part in range(parts)}
            for offset in sorted(offsets):
                yield from _read_part(face, table + offset)


def _read_part(face: bytes, at: int) -> Iterator[tuple[int, int]]:
    [form] = unpack_from(">H", face, at)
    if form == _SEGMENTS:
        [width] = unpack_from(">H", face, at + 6)  # two bytes a segment
        ends = unpack_from(f">{width // 2}H", face, at + 14)
        starts = unpack_from(f">{width // 2}H", face, at + 16 + width)
        yield from ((a, b) for a, b in zip(starts, ends, strict=True) if a < 0xFFFF)
    elif form == _GROUPS:
        [count] = unpack_from(">L", face, at + 12)
        for group in range(count):
            first, last = unpack_from(">LL", face, at + 16 + 12 * group)
            yield first, last
