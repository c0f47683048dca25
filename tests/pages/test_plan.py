"""What is known of a page before it is gathered is what its value says."""

from collections import Counter
from pathlib import Path

from any_disk import find_refused

from mkdocs_dossier.index import facts
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.source import load

FROZEN = Path(__file__).parents[1] / "dossiers/frozen/dossier"
TAGGED = "kind: concept\nname: A\nsummary: S.\ntags: [con, Nul, com1, Énergie]\n"
KNOWN = ("address", "kind", "title", "description", "source", "record")


def test_a_planned_page_says_what_its_value_says():
    site = Site(Indexes(load(FROZEN).dossier), Features(exports=True, links=True))
    planned = list(plan_pages(site))
    assert {"actor", "dyad", "tag", "origin", "home", "coverage"} <= {each.kind for each in planned}
    for each in planned:
        value = each.gather()
        assert [getattr(each, name) for name in KNOWN] == [getattr(value, name) for name in KNOWN]


def test_pages_can_lie_on_any_disk(make_indexes):
    indexes = make_indexes({"topics/a.yml": TAGGED})
    for each in (indexes, Indexes(load(FROZEN).dossier)):
        site = Site(each, Features(exports=True, links=True))
        assert find_refused(page.address for page in plan_pages(site)) == []
    assert find_refused(["tags/con/", "a/x", "A/X", "b/nul.json", "c/a:b", "d./e"]) == [
        "A/X",
        "a/x",
        "b/nul.json",
        "c/a:b",
        "d./e",
        "tags/con/",
    ]


def test_ties_that_one_page_cannot_hold_stand_on_further_ones(monkeypatch):
    indexes = Indexes(load(FROZEN).dossier)
    whole = Site(indexes, Features())
    (one,) = (each.gather() for each in plan_pages(whole) if each.kind == "relations")
    monkeypatch.setattr(facts, "MOST", 10)
    site = Site(indexes, Features())
    planned = [each for each in plan_pages(site) if each.kind in ("relations", "ties")]
    pages = [each.gather() for each in planned]
    shown = [Counter({group.of: len(group.rows) for group in page.shown.groups}) for page in pages]
    assert len(pages) == site.facts.page_count > 2
    assert [each.address for each in planned][:2] == ["relations/", "relations/2/"]
    assert all(each.total() <= 10 for each in shown)
    everything = Counter({group.of: len(group.rows) for group in one.shown.groups})
    assert sum(shown, Counter()) == everything
    assert not any(page.shown.matrix or page.shown.wide.nodes for page in pages[1:])
    assert {len(page.shown.parts) for page in pages} == {len(pages)}
    assert not one.shown.parts
