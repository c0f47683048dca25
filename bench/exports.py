"""How long each format of a made dossier takes: python bench/exports.py [RECORDS …]

Seconds of processor time in one process, and what is written: the first time, after the summary of
one event has changed, and after its name has. What a dossier is made of is read, linked and indexed
before, as a site's build has done anyway; a format that others share work with pays for it.
"""

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from made_dossier import write_dossier

from mkdocs_dossier.exports import USUAL
from mkdocs_dossier.exports.pieces import Keep
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.reads import made_once
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.source import load
from mkdocs_dossier.source.answers import Answers
from mkdocs_dossier.source.collection import pause_collection

SITE, NOW = "https://example.org/", Day(2026, 1, 1)
Measured = dict[str, tuple[float, int, int]]
"""For each format: seconds, how many files, how many bytes."""


def measure(records: int) -> None:
    """Print a line a format, and their sum."""
    with tempfile.TemporaryDirectory() as scratch:
        write_dossier(Path(scratch), records)
        dossier = load(Path(scratch) / "dossier").dossier
    kept: dict[str, bytes] = {}
    first, _ = make_all(dossier, kept)
    id, event = next(iter(dossier.events.items()))
    later: list[Measured] = []
    for field in ("summary", "name"):
        changed = event.model_copy(update={field: "Autre chose."})
        measured, made = make_all(replace(dossier, events={**dossier.events, id: changed}), kept)
        later.append(measured)
        print(f"{records} records; pieces made after one {field} changed: {made}")
    for name, (seconds, files, size) in first.items():
        after = " ".join(f"{each[name][0]:6.2f} s" for each in later)
        print(f"{name:10} {seconds:6.2f} s {after} {files:6} files {size / 1e6:8.1f} MB")
    print(f"{'together':10}", *(f"{_add_up(each):6.2f} s" for each in (first, *later)))


def make_all(dossier: Dossier, kept: dict[str, bytes]) -> tuple[Measured, int]:
    """Make all formats with what is kept, and keep what is made; how many pieces were made."""
    mentions, indexes = Mentions(dossier), Indexes(dossier)
    _ = mentions.paragraphs, mentions.fields
    for name, held in vars(Indexes).items():
        if isinstance(held, made_once):
            getattr(indexes, name)
    for article in dossier.articles.values():
        indexes.passages.of(article)
    prose = write_prose_in(dossier.language)
    publication = Publication(indexes, mentions, SITE, NOW, write_prose=prose)
    publication = replace(publication, keep=Keep(kept.get, kept.__setitem__, Answers()))
    pieces, found = publication.pieces, dict[str, tuple[float, int, int]]()
    for each in USUAL:
        start = time.process_time()
        with pause_collection():
            sizes = [file.size for file in each.make(publication)]
            pieces.settle()
        found[each.name] = time.process_time() - start, len(sizes), sum(sizes)
    return found, len(pieces.made)


def _add_up(measured: Measured) -> float:
    return sum(seconds for seconds, _, _ in measured.values())


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ["400", "5000"]):
        measure(number)
