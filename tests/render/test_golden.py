"""The HTML of one page of each of four kinds, as somebody has read it last."""

from pathlib import Path

import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import load

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "actor": "acteurs/anna-morel/",
    "article": "articles/2022-11-veto/",
    "dyad": "relations/norvie--sudrie/",
    "event": "evenements/veto-canal/",
}


@pytest.fixture(scope="module")
def pages(root):
    dossier = load(root / "tests/dossiers/canal").dossier
    site = Site(Indexes(dossier), Features(links=True))
    return {page.address: page.html for page in build_pages(site, Renderer(site.texts))}


@pytest.mark.parametrize("kind", PAGES)
def test_page_is_as_it_was_read(pages, kind):
    golden, html = GOLDEN / f"{kind}.html", pages[PAGES[kind]]
    known = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if html != known:
        golden.with_suffix(".new").write_text(html, encoding="utf-8")
    assert html == known, f"compare golden/{kind}.new; if all is well, it is the new file"
