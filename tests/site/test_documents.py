"""What the search reads of a record is made again only where it would be another."""

import os
import random
import shutil

from edited_text import edit_text

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import make_renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site.documents import keep_documents, write_all
from mkdocs_dossier.site.search import describe_place
from mkdocs_dossier.site.slices import Slices
from mkdocs_dossier.source import Loader
from mkdocs_dossier.source.answers import Answers

EDITS = int(os.environ.get("SLICE_EDITS", "6"))
SEED = int(os.environ.get("STALE_SEED", "3"))


class Given(dict):
    """Takes documents as an indexer does."""

    add = dict.update


def write(dossier, folder):
    """The documents and names of all pages; and the addresses of the documents that were made."""
    site, answers, given = Site(Indexes(dossier), Features()), Answers(), Given()
    Slices(site, make_renderer(site.texts.language, dossier.citation_style), answers)
    pages = [describe_place(each, each.address) for each in plan_pages(site)]
    with keep_documents(site, pages, Kept(folder), answers) as pieces:
        written = write_all(site, pages, given, pieces)
    return (given, written), {address for _, address in pieces.made}


def test_over_edits_of_every_file_no_document_is_stale(tmp_path, root):
    folder = shutil.copytree(root / "tests/dossiers/frozen/dossier", tmp_path / "dossier")
    chance, loader = random.Random(SEED), Loader(folder)
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".md"))
    first, all_ = write(loader.load().dossier, tmp_path / "kept")
    assert len(all_) > len(files) / 2
    assert write(loader.load().dossier, tmp_path / "kept") == (first, set())
    least = len(all_)
    for number, file in enumerate(chance.choices(files, k=EDITS)):
        before = file.read_text(encoding="utf-8")
        for text in (edit_text(before, chance), before):
            file.write_text(text, encoding="utf-8")
            dossier = loader.load().dossier
            warm, made = write(dossier, tmp_path / "kept")
            assert warm == write(dossier, tmp_path / f"cold{number}")[0], f"after {file}"
            shutil.rmtree(tmp_path / f"cold{number}")
            least = min(least, len(made))
    assert least < len(all_) / 5
