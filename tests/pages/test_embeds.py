"""Views in hand-written pages."""

import markdown
import pytest

from mkdocs_dossier.pages.embeds import place_embeds
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.book import Book
from mkdocs_dossier.views.embeds import find_embeds

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
def press(load_dossier) -> Press:
    return Press(Book(load_dossier(FILES)), Features())


def show(text, press):
    marked, embeds = find_embeds(text)
    return place_embeds(markdown.markdown(marked), embeds, "lectures/essai/", press)


def test_chronology_holds_what_is_chosen(press):
    html = show("::: chronology actors=nord,sud from=2024 highlight=visite", press)
    assert 'href="../../evenements/visite/"' in html
    assert "d-when--marked" in html
    assert "Défilé" not in html


def test_relations_are_drawn(press):
    html = show("::: relations actors=nord,sud", press)
    assert "<svg" in html
    assert "Visite" in html


def test_two_views_of_a_page_share_no_anchor(press):
    html = show("::: chronology\n\n::: chronology", press)
    assert html.count('id="_view-1-visite"') == html.count('id="_view-2-visite"') == 1


def test_selection_without_anything_says_so(press):
    assert "Rien dans le dossier" in show("::: chronology from=1900 to=1901", press)


def test_doubt_is_off_unless_it_says_yes(press):
    sure, doubtful = "Visite", "Défilé"
    assert sure in show("::: chronology", press)
    assert sure in show("::: chronology doubt=no", press)
    assert sure not in show("::: chronology doubt=yes", press)
    assert doubtful in show("::: chronology doubt=yes", press)


def test_an_option_written_twice_has_the_values_of_both(press):
    assert "Défilé" not in show("::: chronology actors=nord actors=sud", press)


def test_an_embed_with_a_fault_leaves_nothing(press):
    assert show("::: chronology actors=nrod", press).strip() == ""


def test_a_text_cannot_ask_for_the_view_of_another_line(press):
    assert "Visite" not in show("\ufdd30\ufdd4\n\n<div data-embed='0'></div>\n\n::: map", press)


@pytest.mark.parametrize("text", ["```\n::: chronology\n```", "    ::: chronology", "a ::: map"])
def test_code_and_prose_are_left_alone(text):
    assert find_embeds(text) == (text, [])
