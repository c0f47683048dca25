"""Views in hand-written pages."""

import pytest

from mkdocs_dossier.pages.embeds import find_embeds, find_faults, place_embeds
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.book import Book

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
    html, embeds = find_embeds(text)
    return place_embeds(html, embeds, "lectures/essai/", press)


def faults(line, press):
    _, embeds = find_embeds(f"Texte.\n\n{line}\n")
    return [(fault.line, fault.message) for embed in embeds for fault in find_faults(embed, press)]


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
    assert html.count('id="vue-1-visite"') == html.count('id="vue-2-visite"') == 1


def test_selection_without_anything_says_so(press):
    assert "Rien dans le dossier" in show("::: chronology from=1900 to=1901", press)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("::: cronology", "vue inconnue « cronology » ; vouliez-vous dire « chronology » ?"),
        ("::: map actor=nord", "option inconnue « actor » ; vouliez-vous dire « actors » ?"),
        (
            "::: chronology actors=nrod",
            "« nrod » n'est pas une valeur de « actors » ; vouliez-vous dire « nord » ?",
        ),
        (
            "::: chronology doubt=maybe",
            "« maybe » n'est pas une valeur de « doubt » ; valeurs possibles : no, yes",
        ),
        (
            "::: chronology doubt=",
            "« doubt » attend une valeur : doubt=… ; valeurs possibles : no, yes",
        ),
        ("::: chronology from=2020,2021", "« from » n'a qu'une valeur, trouvé « 2020, 2021 »"),
        ("::: chronology from=2025 to=2024", "« from » vient après « to »"),
        ("::: zzz", "vue inconnue « zzz » ; valeurs possibles : chronology, map, relations"),
        ("::: chronology from=hier", "« from » attend une année de quatre chiffres, pas « hier »"),
    ],
)
def test_fault_names_line_and_nearest_value(line, message, press):
    assert faults(line, press) == [(3, message)]


def test_doubt_is_off_unless_it_says_yes(press):
    sure, doubtful = "Visite", "Défilé"
    assert sure in show("::: chronology", press)
    assert sure in show("::: chronology doubt=no", press)
    assert sure not in show("::: chronology doubt=yes", press)
    assert doubtful in show("::: chronology doubt=yes", press)


def test_an_option_written_twice_has_the_values_of_both(press):
    assert "Défilé" not in show("::: chronology actors=nord actors=sud", press)


def test_right_embed_is_no_fault(press):
    line = "::: chronology actors=nord kinds=visit from=2023 to=2024 highlight=defile"
    assert faults(line, press) == []


@pytest.mark.parametrize("text", ["```\n::: chronology\n```", "    ::: chronology", "a ::: map"])
def test_code_and_prose_are_left_alone(text):
    assert find_embeds(text) == (text, [])
