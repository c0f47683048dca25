"""What logic finds again in a whole dossier whose disputes are taken out."""

from dataclasses import replace

import pytest
import yaml

from mkdocs_dossier.model.provenance import Dispute
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.contradictions.find import find_contradictions

FOUND_AGAIN = {
    ("anniversary", "anniversaire-capitulation-80"),
    ("quote-date", "sommet-kim-poutine-2024"),
    ("quote-date", "veto-conseil-de-securite"),
}


@pytest.fixture(scope="module")
def undisputed(root):
    """The frozen dossier as if nobody had noticed that its articles differ."""
    dossier = load(root / "tests/dossiers/frozen/dossier").dossier
    bare = {
        section: {
            id: record.model_copy(update={"disputes": []})
            for id, record in getattr(dossier, section).items()
        }
        for section in ("actors", "events", "places", "topics", "articles")
    }
    return replace(dossier, **bare)


def test_disputes_that_logic_can_find_are_found_again(undisputed):
    found = {(each.kind, each.id) for each in find_contradictions(undisputed)}
    assert found >= FOUND_AGAIN


def test_stanza_is_a_dispute_with_both_versions(undisputed):
    for found in find_contradictions(undisputed):
        made = yaml.load(found.stanza, yaml.BaseLoader)
        (dispute,) = made["disputes"]
        read = Dispute.model_validate(dispute)
        assert len(read.versions) == 2
        assert all(version.sources or version.basis for version in read.versions)
