"""French spaces: what stands together stays together."""

import pytest

from mkdocs_dossier.languages.typography import set_spaces, set_spaces_in_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("« un mot »", "«\u00a0un mot\u00a0»"),
        ("«un mot»", "«un mot»"),
        ("Vraiment ? Oui ! Bien ; fort", "Vraiment\u202f? Oui\u202f! Bien\u202f; fort"),
        ("Décision : refusée", "Décision\u00a0: refusée"),
        ("à 12:30", "à 12:30"),
        (" : suite d'un lien ; fin", "\u00a0: suite d'un lien\u202f; fin"),
        ("https://exemple.org/?q=a;b", "https://exemple.org/?q=a;b"),
    ],
)
def test_french_spaces(typed, shown):
    assert set_spaces(typed, "fr") == shown


def test_other_languages_stay_as_typed():
    assert set_spaces("Really ? « no »", "en") == "Really ? « no »"


def test_a_region_has_the_spaces_of_its_language():
    assert set_spaces("Vraiment ?", "fr-CA") == "Vraiment\u202f?"


def test_setting_twice_changes_nothing():
    once = set_spaces("« Quoi ? » : non ; si !", "fr")
    assert set_spaces(once, "fr") == once


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<p>« <em>un</em> » :</p>", "<p>«\u00a0<em>un</em>\u00a0»\u00a0:</p>"),
        ('<a title="« a » : b">Quoi ?</a>', '<a title="« a » : b">Quoi\u202f?</a>'),
        ("<code>a ? b : c</code> ; fin", "<code>a ? b : c</code>\u202f; fin"),
        ("<pre><code>« x »</code></pre>", "<pre><code>« x »</code></pre>"),
    ],
)
def test_french_spaces_in_html(typed, shown):
    assert set_spaces_in_html(typed, "fr") == shown
