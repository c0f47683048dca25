"""Values inside a record, found by their type without looking everywhere."""

from pathlib import Path

import pytest

from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.provenance import PartyValue, Source, Sourced, Statement
from mkdocs_dossier.model.records import Relation
from mkdocs_dossier.model.references import ActorId, Reference
from mkdocs_dossier.source import load

FROZEN = Path(__file__).parent.parent / "dossiers" / "frozen" / "dossier"
TYPES = [
    Value,
    Source,
    Sourced,
    Statement,
    Relation,
    PartyValue,
    Reference,
    ActorId,
    Date,
    str,
    int,
]


@pytest.fixture(scope="module")
def frozen():
    return load(FROZEN).dossier


@pytest.mark.parametrize("type_", TYPES, ids=lambda each: each.__name__)
def test_nothing_of_a_type_is_passed_over(frozen, type_):
    everything = [frozen.settings, *frozen.everything()]
    found = [holder.find(type_) for holder in everything]
    inside = [
        [each for each in holder.walk() if isinstance(each[1], type_)] for holder in everything
    ]
    assert found == inside
    assert any(found) or type_ is int


def test_several_types_come_in_the_order_of_the_file(frozen):
    for holder in frozen.everything():
        inside = [each for each in holder.walk() if isinstance(each[1], Source | Relation)]
        assert holder.find(Source, Relation) == inside
