"""What each record gives to a format is made again only where it would be another."""

import math
import os
import random
import shutil
from dataclasses import replace

import pytest
from edited_text import edit_text

from mkdocs_dossier.exports import USUAL
from mkdocs_dossier.exports.pieces import Keep
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.source import Loader
from mkdocs_dossier.source.answers import Answers

EDITS = int(os.environ.get("PIECE_EDITS", "3"))
SEED = int(os.environ.get("STALE_SEED", "3"))

OWN_WORDS = ("summary", "description")
NAMES = {"book", "citations", "csv", "graph", "json", "linked", "prose", "rows"}


def make_all(publication, kept):
    """All files by format and path; and the pieces that were made for them, by name."""
    publication = replace(publication, keep=Keep(kept.get, kept.__setitem__, Answers()))
    pieces = publication.pieces
    files = {}
    for each in USUAL:
        files |= {(each.name, file.path): file.content for file in each.make(publication)}
        pieces.settle()
    made = {}
    for name, id in pieces.made:
        made.setdefault(name.partition(" ")[0], set()).add(id)
    return files, made


def edit(dossier, change):
    """The dossier with each record as `change` gives it."""
    held = {
        section.folder: {id: change(record) for id, record in dossier.held_in(section).items()}
        for section in SECTIONS
    }
    return replace(dossier, **held)


def say(record, text):
    words = {name: text for name in OWN_WORDS if getattr(record, name, None)}
    return record.model_copy(update=words)


@pytest.fixture(scope="module")
def first(frozen):
    """What is kept of the frozen dossier, and its files."""
    kept = {}
    files, made = make_all(frozen, kept)
    assert set(made) == NAMES | {"ftm"}
    assert all(ids == set(frozen.dossier.origins) & ids for ids in made.values())
    return kept, files


def test_nothing_is_made_again_where_nothing_changed(frozen, first):
    kept, files = first
    again, made = make_all(replace(frozen), dict(kept))
    assert made == {}
    assert again == files


def test_a_summary_makes_few_pieces(frozen, first, publish):
    """Those that show it, of the records that it names, and of those that the event touches."""
    kept, files = first
    changed = publish(
        edit(
            frozen.dossier,
            lambda each: say(each, "Rien de neuf.") if each.id == "entretien-kim-zhao" else each,
        )
    )
    warm, made = make_all(changed, dict(kept))
    assert all("entretien-kim-zhao" in ids for ids in made.values())
    assert sum(map(len, made.values())) < len(NAMES) * len(frozen.dossier.origins) / 5
    assert warm == make_all(changed, {})[0]
    assert warm != files


def test_over_edits_of_every_file_no_piece_is_stale(tmp_path, root, publish):
    """Each build takes what the one before has left; a file may be gone, and come back."""
    folder = shutil.copytree(root / "tests/dossiers/frozen/dossier", tmp_path / "dossier")
    chance, loader, kept = random.Random(SEED), Loader(folder), {}
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".md"))
    make_all(publish(loader.load().dossier), kept)
    least = math.inf
    for file in chance.choices(files, k=EDITS):
        before = file.read_text(encoding="utf-8")
        for text in (edit_text(before, chance), before):
            if chance.random() < 0.1:
                file.unlink(missing_ok=True)
            else:
                file.write_text(text, encoding="utf-8")
            dossier = loader.load().dossier
            warm, made = make_all(publish(dossier), kept)
            assert warm == make_all(publish(dossier), {})[0], f"after an edit of {file}"
            least = min(least, sum(map(len, made.values())))
        file.write_text(before, encoding="utf-8")
    assert least < len(NAMES) * len(files) / 5


def test_another_address_of_the_site_makes_all_anew(frozen, first, publish):
    kept, _ = first
    moved = publish(frozen.dossier, site="https://autre.example/")
    assert make_all(moved, dict(kept))[0] == make_all(moved, {})[0]
