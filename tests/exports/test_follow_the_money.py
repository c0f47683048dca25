"""The entities of FollowTheMoney; its library, which needs ICU, reads them where it is."""

import json
import re
from collections import Counter

import pytest

from mkdocs_dossier.exports.follow_the_money import make_entities

ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\\-]*[0-9a-zA-Z])?")
ENDS = ("member", "organization", "subject", "object", "entity", "involved", "proof")


def read_entities(publication):
    [file] = make_entities(publication)
    return [json.loads(line) for line in file.content.splitlines()]


@pytest.mark.parametrize("dossier", ["frozen/dossier", "canal", "own-words"])
def test_ids_are_unique_and_every_end_is_an_entity(root, publish, dossier):
    entities = read_entities(publish(root / "tests/dossiers" / dossier))
    ids = [each["id"] for each in entities]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(id) for id in ids)
    ends = {end for each in entities for name in ENDS for end in each["properties"].get(name, [])}
    assert ends <= set(ids)


def test_counts_are_those_of_the_dossier(frozen):
    counts = Counter(each["schema"] for each in read_entities(frozen))
    dossier = frozen.dossier
    kinds = [actor.kind for actor in dossier.actors.values()]
    assert counts["Person"] == kinds.count("person")
    assert counts["PublicBody"] == kinds.count("state")
    assert counts["Event"] == len(dossier.events)
    assert counts["Article"] == len(dossier.articles)
    assert counts["Note"] == len(frozen.indexes.said)
    offices = [each for actor in dossier.actors.values() for each in actor.offices]
    assert counts["Membership"] == sum(bool(each.organisation) for each in offices)


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("2024-03", {"date": ["2024-03"]}),
        ("2024-06~", {"startDate": ["2024-06-01"], "endDate": ["2024-06-30"]}),
        ("2022/..", {"startDate": ["2022-01-01"]}),
        ("-0043-03-15", {}),
    ],
)
def test_dates_are_no_surer_than_they_are(load_dossier, publish, date, fields):
    event = f"kind: meeting\nname: E\nsummary: S.\ndate: {date}\n"
    [entity] = read_entities(publish(load_dossier({"events/e.yml": event})))
    found = {name: each for name, each in entity["properties"].items() if "ate" in name}
    assert {name: found[name] for name in found if name.lower().endswith("date")} == fields


@pytest.mark.parametrize("dossier", ["frozen/dossier", "canal", "own-words"])
def test_the_library_takes_every_value(root, publish, dossier):
    library = pytest.importorskip("followthemoney")
    for entity in read_entities(publish(root / "tests/dossiers" / dossier)):
        read = library.model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert len(read.get(name)) == len(values), (entity["id"], name, values)
