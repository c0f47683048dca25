"""The foot of a page says which edition it belongs to."""

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_dossier.exports.edition import VARIABLE
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.site.editions import read_edition_name, say_edition

SAY = texts("fr")


def test_the_name_comes_from_the_build_that_makes_the_edition(monkeypatch):
    monkeypatch.setenv(VARIABLE, "2026-11")
    assert read_edition_name(SAY) == "2026-11"
    monkeypatch.delenv(VARIABLE)
    assert read_edition_name(SAY) == ""


@pytest.mark.parametrize("name", ["<b>", "../x", "a b", "-x", "é"])
def test_what_cannot_name_an_edition_is_refused(monkeypatch, name):
    monkeypatch.setenv(VARIABLE, name)
    with pytest.raises(PluginError, match="ne peut pas nommer une édition"):
        read_edition_name(SAY)


@pytest.mark.parametrize(
    ("features", "words"),
    [
        (Features(edition="2026-11", now=Day(2026, 11, 3)), "Édition « 2026-11 »"),
        (Features(now=Day(2026, 11, 3)), "Édition courante, état du 3 novembre 2026"),
        (Features(), ""),
    ],
)
def test_an_edition_by_its_name_any_other_site_by_its_day(features, words):
    assert say_edition(features, SAY) == words
