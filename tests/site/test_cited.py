"""What a reader is told who cited a statement before it changed."""

import json
from itertools import chain

import pytest

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.pages.cited import cited_files
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site.past import read_past
from mkdocs_dossier.source import load

EVENT = "dossier/events/pacte.yml"
HEAD = "kind: meeting\nname: Pacte\nsummary: S.\ndate: 2024-03-21\n"
SAID = """\
statements:
  - id: promesse
    text: {text}
    speakers: [{{name: Ada}}]
    status: {status}
"""


def event(text="Oui.", status="unverified", more=""):
    return HEAD + SAID.format(text=text, status=status) + more


def tell(folder, kept=None):
    site = Site(Indexes(load(folder).dossier), Features())
    files = {
        each.address.rpartition("/")[2]: each
        for each in cited_files(site, read_past(folder, kept or Kept()))
    }
    pieces = (json.loads(each.content) for name, each in files.items() if name[0].isdigit())
    return dict(chain.from_iterable(pieces))


@pytest.fixture
def changed(make_repository):
    """A repository in which a statement was written, and changed twice."""
    repository = make_repository({EVENT: event()})
    repository.commit({EVENT: event(more="    decision: Vu.\n", status="confirmed")})
    repository.commit({EVENT: event("Non.", "confirmed", "    decision: Vu.\n")})
    return repository


def test_each_version_has_its_fingerprint_its_day_its_reason_and_what_differs_now(changed):
    versions = tell(changed.folder)["pacte"]["promesse"]
    assert len({each["p"] for each in versions}) == len(versions) == 3
    assert all(each["d"] and each["w"] for each in versions)
    last, middle, first = versions
    assert "c" not in last
    assert middle["c"] == [["Texte :", "Oui.", "Non."]]
    assert ["Statut :", "non vérifié", "confirmé"] in first["c"]
    assert ["Pourquoi :", "", "Vu."] in first["c"]
    kept, folder = Kept(), changed.folder
    assert tell(folder, kept) == tell(folder, kept) == tell(folder), "kept or not"


def test_what_is_not_committed_is_the_last_version_and_has_no_day(changed):
    changed.write({EVENT: event("Peut-être.")})
    versions = tell(changed.folder)["pacte"]["promesse"]
    assert len(versions) == 4
    assert "d" not in versions[0]


def test_a_statement_that_was_taken_out_is_still_known(changed):
    changed.commit({EVENT: HEAD})
    versions = tell(changed.folder)["pacte"]["promesse"]
    assert versions[0]["p"] == ""
    assert ["Texte :", "Non.", ""] in versions[1]["c"]


def test_an_earlier_content_that_cannot_be_read_harms_nothing(make_repository):
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nstatements: *b\n"
    repository = make_repository({EVENT: bomb})
    repository.commit({EVENT: "\x00\xff: ["})
    repository.commit({EVENT: event()})
    [version] = tell(repository.folder)["pacte"]["promesse"]
    assert version["p"]


def test_without_a_repository_a_fingerprint_is_still_given(write_dossier):
    folder = write_dossier({"events/pacte.yml": event()})
    assert list(tell(folder)["pacte"]["promesse"][0]) == ["p"]


def test_other_words_have_another_fingerprint_and_the_same_the_same(write_dossier):
    prints = [
        tell(write_dossier({"events/pacte.yml": text}))["pacte"]["promesse"][0]["p"]
        for text in (event(), event(more="# remark\n"), event("Oui !"))
    ]
    assert prints[0] == prints[1] != prints[2]
