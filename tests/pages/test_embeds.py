"""Views in hand-written pages."""

import markdown
import pytest

from mkdocs_dossier.index.embeds import PLACE, find_embeds
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.embed.gather import gather_embeds
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.page import render_views

FILES = {
    "actors/nord.yml": "kind: state\nname: Nord\nsummary: É.\n",
    "actors/sud.yml": "kind: state\nname: Sud\nsummary: É.\n",
    "events/visite.yml": (
        "kind: visit\nname: Visite\nsummary: V.\ndate: 2024-03-21\nparticipants: [nord, sud]\n"
    ),
    "events/defile.yml": (
        "kind: parade\nname: Défilé\nsummary: D.\ndate: 2023-07~\nparticipants: [nord]\n"
    ),
}


@pytest.fixture
def site(load_dossier) -> Site:
    return Site(Indexes(load_dossier(FILES)), Features())


def show(text, site):
    marked, embeds = find_embeds(text)
    views = gather_embeds(Scope(site, "lectures/essai/"), embeds)
    return render_views(Renderer(site.texts), markdown.markdown(marked), views, PLACE)


def test_chronology_holds_what_is_chosen(site):
    html = show("::: chronology actors=nord,sud from=2024 highlight=visite", site)
    assert 'href="../../evenements/visite/"' in html
    assert "d-when--marked" in html
    assert "Défilé" not in html


def test_relations_are_drawn(site):
    html = show("::: relations actors=nord,sud", site)
    assert "<svg" in html
    assert "Visite" in html


def test_two_views_of_a_page_share_no_anchor(site):
    html = show("::: chronology\n\n::: chronology", site)
    assert html.count('id="_view-1-visite"') == html.count('id="_view-2-visite"') == 1


def test_selection_without_anything_says_so(site):
    assert "Rien dans le dossier" in show("::: chronology from=1900 to=1901", site)


def test_doubt_is_off_unless_it_says_yes(site):
    sure, doubtful = "Visite", "Défilé"
    assert sure in show("::: chronology", site)
    assert sure in show("::: chronology doubt=no", site)
    assert sure not in show("::: chronology doubt=yes", site)
    assert doubtful in show("::: chronology doubt=yes", site)


def test_an_option_written_twice_has_the_values_of_both(site):
    assert "Défilé" not in show("::: chronology actors=nord actors=sud", site)


def test_an_embed_with_a_fault_leaves_nothing(site):
    assert show("::: chronology actors=nrod", site).strip() == ""


def test_a_text_cannot_ask_for_the_view_of_another_line(site):
    assert "Visite" not in show("\ufdd30\ufdd4\n\n<div data-embed='0'></div>\n\n::: map", site)


@pytest.mark.parametrize("text", ["```\n::: chronology\n```", "    ::: chronology", "a ::: map"])
def test_code_and_prose_are_left_alone(text):
    assert find_embeds(text) == (text, [])
