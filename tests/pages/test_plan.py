"""What is known of a page before it is gathered is what its value says."""

from pathlib import Path

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.source import load

FROZEN = Path(__file__).parents[1] / "dossiers/frozen/dossier"
KNOWN = ("address", "kind", "title", "description", "source", "record")


def test_a_planned_page_says_what_its_value_says():
    site = Site(Indexes(load(FROZEN).dossier), Features(exports=True, links=True))
    planned = list(plan_pages(site))
    assert {"actor", "dyad", "tag", "origin", "home", "coverage"} <= {each.kind for each in planned}
    for each in planned:
        value = each.gather()
        assert [getattr(each, name) for name in KNOWN] == [getattr(value, name) for name in KNOWN]
