"""A reader sets a source aside: what rests on it alone turns pale, on every page."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from mkdocs_dossier.index.facts import Facts
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.origins import find_origins, find_record_origins
from mkdocs_dossier.trust.resting import facts_by_sole_origin

AGENCY = "agence-du-nord"
PAGES = {
    "actor": "acteurs/anna-morel/",
    "event": "evenements/rencontre-arle/",
    "relations": "relations/",
    "pair": "relations/anna-morel--boris-chtcherba/",
    "chronology": "chronologie/",
}


@pytest.fixture(scope="module")
def canal(root):
    return load(root / "tests/dossiers/canal").dossier


def set_aside(page, name):
    page.locator(".d-lens > summary").click()
    page.locator(".d-lens").get_by_label(name, exact=True).uncheck()


def rests_alone(dossier, fact, on=AGENCY):
    found = find_record_origins if isinstance(fact, Event) else find_origins
    return found(fact, dossier).all == [on]


@pytest.mark.parametrize("path", [PAGES["actor"], PAGES["event"]])
def test_statements_of_the_agency_alone_turn_pale(open_canal, canal, path):
    page = open_canal(path)
    set_aside(page, "Agence du Nord")
    ids = "all => all.map(each => each.id)"
    pale = set(page.locator(".d-statement.d-pale[id]").evaluate_all(ids))
    shown = set(page.locator(".d-statement[id]").evaluate_all(ids))
    alone = {each.id for _, _, each in canal.statements() if rests_alone(canal, each)}
    assert pale == shown & alone
    if path == PAGES["event"]:
        assert pale
        assert pale < shown
    for each in page.locator(".d-statement.d-pale").all():
        assert "Agence du Nord" in each.locator(".d-why").text_content()


def test_paper_tells_of_sources_set_aside_and_else_nothing(open_canal):
    page = open_canal(PAGES["actor"])
    page.locator(".d-lens").wait_for()
    page.emulate_media(media="print")
    expect(page.locator(".d-lens")).to_be_hidden()
    page.emulate_media(media="screen")
    set_aside(page, "Agence du Nord")
    page.emulate_media(media="print")
    expect(page.locator(".d-lens").get_by_label("Agence du Nord", exact=True)).to_be_visible()


def test_ties_lines_and_cells_turn_pale_when_none_of_their_facts_stands(open_canal, canal):
    page = open_canal(PAGES["relations"])
    set_aside(page, "Agence du Nord")
    facts = Facts(Indexes(canal)).all
    gone = [
        each for each in facts if rests_alone(canal, getattr(each.value, "statement", each.value))
    ]
    assert gone
    assert page.locator("#_facts tr.d-pale").count() == len(gone)
    pairs = {each.pair for each in facts}
    falling = {"--".join(p) for p in pairs if all(f in gone for f in facts if f.pair == p)}
    cells = page.locator(".d-matrix a.d-pale").evaluate_all("all => all.map(a => a.dataset.of)")
    assert set(cells) == falling
    lines = {
        (each.pair, each.type)
        for each in facts
        if each.sort != "statement"
        and all(f in gone for f in facts if (f.pair, f.type) == (each.pair, each.type))
    }
    assert page.locator(".d-graph__wide .d-edge.d-pale").count() == len(lines)


def test_events_of_one_outlet_alone_turn_pale_in_the_chronology(open_canal, canal):
    page = open_canal(PAGES["chronology"])
    set_aside(page, "Le Phare")
    pale = page.locator(".d-when[id].d-pale").evaluate_all("all => all.map(each => each.id)")
    events = [each.id for each in canal.events.values() if rests_alone(canal, each, "le-phare")]
    articles = [id for id, each in canal.articles.items() if each.outlet == "le-phare"]
    assert events
    assert sorted(pale) == sorted([*events, *articles])


@pytest.mark.parametrize("kind", PAGES)
def test_choice_stands_in_the_address_and_is_undone_by_back(open_canal, kind):
    page = open_canal(PAGES[kind])
    id, name, token = AGENCY, "Agence du Nord", f"{AGENCY}!"
    if kind == "chronology":
        id, name, token = "le-phare", "Le Phare", "le-phare"
    every = page.locator(f"[data-origins='{token}']").count()
    set_aside(page, name)
    expect(page).to_have_url(re.compile(rf"\?without={id}$"))
    assert page.locator(".d-pale").count() >= every > 0
    page.go_back()
    expect(page.locator(".d-pale")).to_have_count(0)


def test_choice_follows_to_the_next_page_and_is_kept_beside_a_filter(open_canal):
    page = open_canal(f"{PAGES['chronology']}?without={AGENCY}")
    page.get_by_role("combobox", name="Acteur").select_option("anna-morel")
    expect(page).to_have_url(re.compile(rf"without={AGENCY}&actor=anna-morel$"))
    page = open_canal(f"{PAGES['actor']}?without={AGENCY}")
    page.get_by_role("link", name="Rencontre d'Arle").first.click()
    expect(page).to_have_url(re.compile(rf"/evenements/[^?]+\?without={AGENCY}$"))
    expect(page.locator(".d-lens").get_by_label("Agence du Nord", exact=True)).not_to_be_checked()
    page.get_by_role("button", name="Tout rétablir").click()
    expect(page).to_have_url(re.compile(r"/evenements/[^?]+$"))
    expect(page.locator(".d-pale")).to_have_count(0)


def test_state_media_together(open_canal):
    page = open_canal(PAGES["event"])
    set_aside(page, "médias d'État")
    expect(page).to_have_url(re.compile(r"\?without=(\*|%2A)state$"))
    assert page.locator(".d-statement.d-pale").count() > 0


def test_without_a_script_nothing_of_it_shows(open_canal):
    page = open_canal(f"{PAGES['event']}?without={AGENCY}", javascript=False)
    assert page.locator(".d-lens, .d-pale, .d-why").count() == 0


def test_script_is_small(root):
    script = root / "plugins/mkdocs_dossier/pages/assets/scripts/lens.mjs"
    assert len(gzip.compress(script.read_bytes(), 9)) <= 3000


def test_without_a_script_each_origin_has_a_page_of_what_it_alone_tells(open_canal, canal):
    page = open_canal("origines/", javascript=False)
    page.get_by_role("link", name="Agence du Nord").first.click()
    expect(page.locator("h1")).to_have_text("Ce qui ne repose que sur Agence du Nord")
    listed = page.locator(".d-resting li a").all_inner_texts()
    alone = [each.text for _, _, each in canal.statements() if rests_alone(canal, each)]
    assert alone
    assert set(alone) <= set(listed)
    assert len(listed) == len(facts_by_sole_origin(canal)[AGENCY])
