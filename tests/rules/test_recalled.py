"""What a rule found is kept, and never said of what says something else by now."""

import os
import random
import re
import shutil

import pytest
from edited_text import edit_text

from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import Loader
from mkdocs_dossier.trust.fit import find

EDITS = int(os.environ.get("SLICE_EDITS", "12"))
SEED = int(os.environ.get("STALE_SEED", "3"))
RULE = ["claim-fit"]


@pytest.fixture
def folder(tmp_path, root):
    return shutil.copytree(root / "tests/dossiers/frozen/dossier", tmp_path / "dossier")


@pytest.fixture
def judged(monkeypatch):
    """The ids of the records whose statements are judged."""
    found, real = [], find._judge_all

    def judge(id, passages, names):
        found.append(id)
        return real(id, passages, names)

    monkeypatch.setattr(find, "_judge_all", judge)
    return found


def test_after_any_edit_the_same_is_found_as_without_what_was_kept(folder, tmp_path):
    chance, loader, kept = random.Random(SEED), Loader(folder), Kept(tmp_path / "cache")
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".md"))
    check(loader.load(), RULE, store=kept)
    some = 0
    for file in chance.choices(files, k=EDITS):
        before = file.read_text(encoding="utf-8")
        file.write_text(edit_text(before, chance), encoding="utf-8")
        loaded = loader.load()
        found = check(loaded, RULE)
        assert check(loaded, RULE, store=kept) == found, file
        some += len(found)
        file.write_text(before, encoding="utf-8")
    assert some > 0


def test_only_what_may_be_another_is_judged_again(folder, tmp_path, judged):
    loader, kept = Loader(folder), Kept(tmp_path / "cache")
    check(loader.load(), RULE, store=kept)
    all_judged = len(judged)
    judged.clear()
    check(loader.load(), RULE, store=kept)
    assert judged == []
    file = folder / "events/anniversaire-relations-75.yml"
    text = re.sub(r"(?m)^( *(?:- )?text: )", r"\1Bref, ", file.read_text("utf-8"), count=1)
    file.write_text(text, "utf-8")
    check(loader.load(), RULE, store=kept)
    assert file.stem in judged
    assert len(judged) < all_judged / 4
