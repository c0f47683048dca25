"""How long each format of a made dossier takes: python bench/exports.py [RECORDS …]

Seconds of processor time in one process, and what is written. What a dossier is made of is read and
linked before, as a site's build has done anyway; a format that others share work with pays for it.
"""

import sys
import tempfile
import time
from pathlib import Path

from made_dossier import write_dossier

from mkdocs_dossier.exports import USUAL
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.source import load
from mkdocs_dossier.source.collection import pause_collection

SITE, NOW = "https://example.org/", Day(2026, 1, 1)


def measure(records: int) -> None:
    """Print a line a format, and their sum."""
    with tempfile.TemporaryDirectory() as scratch:
        write_dossier(Path(scratch), records)
        dossier = load(Path(scratch) / "dossier").dossier
    mentions = Mentions(dossier)
    _ = mentions.paragraphs
    prose = write_prose_in(dossier.language)
    publication = Publication(Indexes(dossier), mentions, SITE, NOW, write_prose=prose)
    total = 0.0
    print(f"{records} records")
    for each in USUAL:
        start = time.process_time()
        with pause_collection():
            sizes = [len(file.content) for file in each.make(publication)]
        took = time.process_time() - start
        total += took
        print(f"{each.name:10} {took:6.2f} s {len(sizes):6} files {sum(sizes) / 1e6:8.1f} MB")
    print(f"{'together':10} {total:6.2f} s")


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ["400", "5000"]):
        measure(number)
