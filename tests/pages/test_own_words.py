"""A word that a dossier's vocabulary adds shows wherever a shipped one does, with its colour."""

import re
from importlib.resources import files
from pathlib import Path

import lxml.html
import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.vocabulary import DASHES, TONES
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.previews import preview_files
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search import describe_record, list_groups
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import load
from mkdocs_dossier.source.vocabulary import build

DOSSIER = Path(__file__).parents[1] / "dossiers/own-words"


@pytest.fixture(scope="module")
def gathered():
    loaded = load(DOSSIER)
    assert [problem for problem in check(loaded) if problem.level == "error"] == []
    return Site(Indexes(loaded.dossier), Features(links=True, search=True))


@pytest.fixture(scope="module")
def site(gathered):
    return {page.address: page for page in build_pages(gathered, Renderer(gathered.texts))}


def parse(page):
    return lxml.html.fragment_fromstring(page.html, create_parent=True)


def options(root, name):
    return {
        each.get("value"): each.text_content()
        for each in root.xpath(f'//select[@name="{name}"]/option')
    }


def headings(root):
    return [" ".join(each.text_content().split()) for each in root.iter("h2")]


def test_no_page_shows_a_raw_id(site):
    words = "company movement auction jubilee harbour ship bidder seller buyers boast rumoured owns"
    pattern = rf"\b({words.replace(' ', '|')})\b"
    for page in site.values():
        assert not re.search(pattern, parse(page).text_content()), page.address


@pytest.mark.parametrize(
    ("index", "heading"),
    [
        ("acteurs/", "Entreprises 1"),
        ("acteurs/", "Mouvement 1"),
        ("lieux/", "Ports 1"),
        ("themes/", "Navires 1"),
    ],
)
def test_an_own_kind_heads_its_group_in_the_index(site, index, heading):
    assert heading in headings(parse(site[index]))


def test_own_kinds_can_be_filtered(site):
    assert options(parse(site["acteurs/"]), "kind")["company"] == "entreprise"
    assert options(parse(site["evenements/"]), "kind")["auction"] == "enchère"
    assert options(parse(site["chronologie/"]), "kind")["jubilee"] == "jubilé"
    relations = parse(site["relations/"])
    assert options(relations, "kind")["company"] == "Entreprises"
    assert options(relations, "status")["rumoured"] == "selon la rumeur"
    types = relations.xpath('//input[@name="type"]/@value')
    assert {"owns", "funds"} <= set(types)


def test_own_kinds_of_actor_have_a_shape_that_the_legend_names(site):
    root = parse(site["relations/"])
    for id, shape in (("armement-durand", "triangle"), ("les-amis-du-port", "hexagon")):
        (node,) = root.xpath(f'//div[@class="d-graph__wide"]//a[@data-node="{id}"]')
        assert f"d-node--{shape}" in node.get("class").split()
        assert node.xpath("./path")
    legend = root.xpath('//figcaption/p[@class="d-legend"]')[0].text_content().split()
    assert legend == ["personne", "entreprise", "mouvement"]


def test_own_relation_types_have_a_colour_and_lines_that_differ(site):
    root = parse(site["relations/"])
    lines = {}
    for type_ in ("owns", "funds"):
        (edge,) = root.xpath(f'//div[@class="d-graph__wide"]//a[@data-type="{type_}"]')
        (row,) = root.xpath(f'//tr[@data-type="{type_}"]//i')
        lines[type_] = [
            each for each in edge.get("class").split() if "tone" in each or "dash" in each
        ]
        assert lines[type_] == row.get("class").split()[1:]
        assert lines[type_][0] == "d-tone--money"
    assert lines["owns"] != lines["funds"]
    assert "possède" in root.text_content()
    assert "possède" in parse(site["relations/armement-durand--les-amis-du-port/"]).text_content()


def test_a_doubtful_status_of_ones_own_is_drawn_and_coloured_as_doubt(site):
    root = parse(site["relations/"])
    (edge,) = root.xpath('//div[@class="d-graph__wide"]//a[@data-type="owns"]')
    assert "d-edge--doubtful" in edge.get("class")
    statement = parse(site["evenements/vente/"]).xpath('//*[@id="bonne-affaire"]')[0]
    (status,) = statement.find_class("d-trust__status--doubt")
    assert status.text_content() == "selon la rumeur"
    article = parse(site["articles/la-vente/"]).text_content()
    assert "Personne d'autre ne l'a entendu." in article, "held against what the article says"


def test_own_roles_stand_by_their_side(site, read):
    text = read(site["evenements/vente/"])
    assert re.search(r"Acheteurs.*Armement Durand enchérisseur.*Vendeurs.*Paul Petit vendeur", text)


def test_own_acts_are_said_and_coloured(site):
    assert "se vante de" in parse(site["evenements/vente/"]).text_content()
    (row,) = parse(site["relations/"]).xpath('//tr[@data-type="statement"]')
    assert "d-tone--foe" in row.xpath(".//i")[0].get("class")


def test_own_kinds_of_event_have_their_colour_in_time(site):
    root = parse(site["chronologie/"])
    bars = {each.get("data-bar"): each.get("class") for each in root.xpath("//a[@data-bar]")}
    assert "d-tone--money" in bars["vente"]
    assert "d-tone--friend" in bars["jubile"]


def test_what_an_own_kind_of_event_implies(site, read):
    assert "Rencontres 1" in read(site["acteurs/anne-martin/"])
    assert re.search(r"Commémore\s+Vente de la Sirène", read(site["evenements/jubile/"]))
    assert "Rencontres" not in read(site["acteurs/armement-durand/"]), "persons meet"


def test_own_kinds_are_found_and_previewed(gathered, site):
    assert ("company", "Entreprises") in list_groups(gathered)
    actor = gathered.dossier.actors["armement-durand"]
    assert describe_record(gathered, actor, "").group == "company"
    cards = b"".join(asset.content for asset in preview_files(gathered)).decode()
    assert "entreprise" in cards


def test_each_tone_and_dash_has_a_rule_in_light_and_dark():
    assets = files("mkdocs_dossier.pages") / "assets"
    css = "".join(assets.joinpath(f"{each}.css").read_text("utf-8") for each in ("views", "theme"))
    for tone in TONES:
        assert css.count(f"--d-tone-{tone}: #") == 2, "light and dark"
        assert tone == "other" or f".d-tone--{tone} {{" in css
    for dash in range(1, DASHES + 1):
        assert f".d-dash--{dash} " in css


def test_the_style_sheets_and_scripts_name_no_word_of_the_vocabulary():
    words = build()
    ids = {*words.relation_types, *words.kinds["event"], *words.statuses, *words.roles, *words.acts}
    pattern = r"\.d-(?:edge|bar|kind|node|avatar|trust__status)--([a-z]+(?:-[a-z]+)*)"
    assets = Path(str(files("mkdocs_dossier.pages") / "assets"))
    for file in sorted(assets.rglob("*.*")):
        if file.name.endswith((".css", ".js", ".mjs")):
            named = set(re.findall(pattern, file.read_text(encoding="utf-8")))
            assert not named & ids, file.name


def test_shares_and_sums_stand_with_their_ties(site):
    ledger = parse(site["relations/"]).text_content()
    assert "finance, 1\xa0500\xa0000\xa0$US" in ledger
    assert "33,3\xa0%" in ledger
    assert "filiation" in ledger
    profile = parse(site["acteurs/armement-durand/"]).text_content()
    assert "33,3\xa0%" in profile
    assert "1\xa0500\xa0000\xa0$US" in profile
    assert "1\xa0500\xa0000\xa0$US" in parse(site["acteurs/anne-martin/"]).text_content()


@pytest.mark.parametrize(
    ("said", "views"),
    [
        (
            "enchérisseur",
            [
                "acteurs/anne-martin/",
                "acteurs/armement-durand/",
                "evenements/vente/",
                "relations/anne-martin--armement-durand/",
                "relations/anne-martin--paul-petit/",
                "relations/armement-durand--les-amis-du-port/",
            ],
        ),
        (
            "se vante de",
            [
                "acteurs/armement-durand/",
                "acteurs/les-amis-du-port/",
                "evenements/vente/",
                "relations/",
                "relations/armement-durand--les-amis-du-port/",
            ],
        ),
        (
            "selon la rumeur",
            [
                "acteurs/armement-durand/",
                "acteurs/les-amis-du-port/",
                "evenements/vente/",
                "relations/",
                "relations/armement-durand--les-amis-du-port/",
            ],
        ),
        (
            "propriétés|possède|appartient à",
            [
                "acteurs/armement-durand/",
                "acteurs/les-amis-du-port/",
                "relations/",
                "relations/armement-durand--les-amis-du-port/",
            ],
        ),
    ],
    ids=["role", "act", "status", "relation type"],
)
def test_an_own_word_shows_in_every_view_of_its_facts(site, read, said, views):
    found = sorted(address for address in site if re.search(said, read(site[address])))
    assert found == views
