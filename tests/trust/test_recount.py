"""The origins of every fact, counted again from the files alone, hand by hand."""

from pathlib import Path

import pytest
from naive_origins import Naive

from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.origins import find_field_origins, find_origins, find_record_origins
from mkdocs_dossier.trust.resting import facts_by_sole_origin

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "dossiers"
DOSSIERS = [ROOT / "dossier", SMALL / "frozen/dossier", SMALL / "canal", SMALL / "own-words"]
NAMES = ["shipped", "frozen", "canal", "own-words"]


def _facts(dossier, naive):
    """Each fact with its mapping in the file."""
    for holder in dossier.everything():
        for path, value in holder.walk():
            if isinstance(value, Sourced) and value.sources:
                written = naive.records[holder.id]
                for step in path:
                    written = written[step]
                yield f"{holder.id} {path}", value, written


@pytest.mark.parametrize("folder", DOSSIERS, ids=NAMES)
def test_origins_are_those_that_the_files_show(folder):
    dossier, naive = load(folder).dossier, Naive(folder)
    facts = list(_facts(dossier, naive))
    assert facts
    for where, fact, written in facts:
        assert set(find_origins(fact, dossier).all) == naive.of_fact(written), where


@pytest.mark.parametrize("folder", DOSSIERS, ids=NAMES)
def test_origins_of_records_and_their_values_are_those_that_the_files_show(folder):
    dossier, naive = load(folder).dossier, Naive(folder)
    for record in dossier.everything():
        if isinstance(record, Record):
            assert set(find_record_origins(record, dossier).all) == naive.of_record(record.id)
            for field in ("date", "place", "start", "end", "part_of"):
                found = find_field_origins(record, field, dossier)
                assert set(found.all) == naive.of_field(record.id, field), (record.id, field)


@pytest.mark.parametrize("folder", DOSSIERS, ids=NAMES)
def test_what_rests_on_one_origin_is_listed_once(folder):
    dossier, naive = load(folder).dossier, Naive(folder)
    listed = [id(each.fact) for facts in facts_by_sole_origin(dossier).values() for each in facts]
    assert len(listed) == len(set(listed))
    told = {
        id(fact)
        for _, fact, written in _facts(dossier, naive)
        if type(fact).__name__ in ("Statement", "Relation", "Office")
        and len(naive.of_fact(written)) == 1
    }
    assert told <= set(listed)
