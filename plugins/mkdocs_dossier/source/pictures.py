"""Pictures: whether a file is what its name says. A reader's browser would show nothing."""

import re
from pathlib import Path

from mkdocs_dossier.source.folder import file_fault
from mkdocs_dossier.source.tree import Fault

_JPEG = re.compile(rb"\xff\xd8\xff")
_STARTS = {
    ".avif": re.compile(rb".{4}ftyp", re.DOTALL),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".jpeg": _JPEG,
    ".jpg": _JPEG,
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
_LONGEST = 12


def judge_picture(file: Path) -> Fault | None:
    """What is wrong with a plain file whose name ends as a picture's; None for a picture."""
    try:
        with file.open("rb") as opened:
            start = opened.read(_LONGEST)
    except OSError:
        return file_fault("file.unreadable")
    if _STARTS[file.suffix.lower()].match(start):
        return None
    return file_fault("file.picture", ending=file.suffix)
