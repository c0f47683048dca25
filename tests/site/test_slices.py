"""A page whose slice is the same shows the same: over edits of every file of a dossier."""

import os
import random
import re
import shutil

import pytest
from edited_text import edit_text

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.reads import record_reads
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import make_renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site.slices import Left, Slices
from mkdocs_dossier.source import Loader
from mkdocs_dossier.source.answers import Answers

EDITS = int(os.environ.get("SLICE_EDITS", "6"))
SEED = int(os.environ.get("STALE_SEED", "3"))


def open_site(dossier):
    given = {"links": True, "exports": True, "site": "https://x.example/"}
    site = Site(Indexes(dossier), Features(**given))
    return site, make_renderer(site.texts.language, dossier.citation_style)


def leave(dossier, kept):
    """Gather all pages and keep their slices; the value of each page by its address."""
    site, renderer = open_site(dossier)
    slices, left, values = Slices(site, renderer, Answers()), [], {}
    for planned in plan_pages(site):
        reads = set()
        with record_reads(reads):
            values[planned.address] = planned.gather()
        left.append((planned, Left(b"", (), slices.describe(planned, reads))))
    slices.keep(kept, left)
    return values


def find_same(dossier, kept):
    """The planned pages whose slices are the same, by address."""
    site, renderer = open_site(dossier)
    slices = Slices(site, renderer, Answers())
    slices.recall(kept)
    return {each.address: each for each in plan_pages(site) if slices.find(each)}


@pytest.fixture
def folder(tmp_path, root):
    return shutil.copytree(root / "tests/dossiers/frozen/dossier", tmp_path / "dossier")


def test_pages_of_the_same_slice_have_the_same_value(folder, tmp_path):
    chance, loader = random.Random(SEED), Loader(folder)
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".md"))
    kept, compared, left_out = Kept(tmp_path / "cache"), 0, 0
    values = leave(loader.load().dossier, kept)
    for file in chance.choices(files, k=EDITS):
        before = file.read_text(encoding="utf-8")
        file.write_text(edit_text(before, chance), encoding="utf-8")
        dossier = loader.load().dossier
        same = find_same(dossier, kept)
        for address, planned in same.items():
            assert planned.gather() == values[address], f"{address} after an edit of {file}"
        compared += len(same)
        left_out += len(values) - len(same)
        file.write_text(before, encoding="utf-8")
    assert compared > 0
    assert left_out > 0


def test_a_summary_that_changed_touches_few_pages(folder, tmp_path):
    loader, kept = Loader(folder), Kept(tmp_path / "cache")
    values = leave(loader.load().dossier, kept)
    assert find_same(loader.load().dossier, kept).keys() == values.keys()
    file = sorted((folder / "topics").iterdir())[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^summary: .*", "summary: Tout autre chose.", text), "utf-8")
    touched = values.keys() - find_same(loader.load().dossier, kept).keys()
    assert any(file.stem in address for address in touched)
    assert len(touched) < len(values) / 12


def test_what_another_recipe_left_is_not_asked(folder, tmp_path, monkeypatch):
    kept = Kept(tmp_path / "cache")
    dossier = Loader(folder).load().dossier
    leave(dossier, kept)
    monkeypatch.setattr("mkdocs_dossier.render.kept.read_recipe", lambda: "another")
    assert find_same(dossier, kept) == {}
