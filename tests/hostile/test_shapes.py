"""Any small valid dossier builds, whatever it lacks."""

import os
import shutil

import pytest
from hostile.making import find_faults, make_pages
from hostile.small_dossiers import dossiers
from hostile.writing import write_dossier
from hypothesis import HealthCheck, Phase, assume, given, settings

from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load

MANY = int(os.environ.get("HOSTILE_EXAMPLES", "40"))
FUZZ = {
    "max_examples": MANY,
    "suppress_health_check": list(HealthCheck),
    # a small example is found by hand; looking for a smaller one takes minutes
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],
}


@settings(**FUZZ)
@given(dossiers())
def test_small_dossier_builds(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("small")
    write_dossier(folder, files)
    assume(not any(each.level == "error" for each in check(load(folder))))
    pages = make_pages(folder)
    assert {page.address: list(find_faults(page.html)) for page in pages} == {
        page.address: [] for page in pages
    }
    shutil.rmtree(folder)


RELATION = {"type": "supports", "with": "b", "basis": "notoire"}
PERSON = {"kind": "person", "name": "Un nom", "summary": "Un."}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"actors/a.yml": PERSON},
        {"actors/a.yml": {**PERSON, "kind": "media"}},
        {"events/a.yml": {**PERSON, "kind": "war"}},
        {"places/a.yml": {**PERSON, "kind": "city"}},
        {"topics/a.yml": {**PERSON, "kind": "treaty"}},
        {"articles/a.md": {"title": "Un", "summary": "Un.", "outlet": None, "date": None, "": ""}},
        {
            "actors/a.yml": {**PERSON, "relations": [RELATION]},
            "actors/b.yml": {**PERSON, "name": "Un autre"},
        },
    ],
    ids=["nothing", "person", "media", "event", "place", "topic", "article", "relation"],
)
def test_dossier_of_one_thing_builds(files, guard, tmp_path):
    write_dossier(tmp_path / "dossier", files)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: material\nplugins: [dossier, dossier-links]\n"
    )
    trial = guard.try_input(tmp_path, "check", "build")
    assert trial.fault == ""
    assert trial.errors == []
