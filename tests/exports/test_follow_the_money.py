"""The entities of FollowTheMoney; its library, which needs ICU, reads them where it is."""

import io
import itertools
import json
import re
from collections import Counter, defaultdict

import pytest

from mkdocs_dossier.exports.follow_the_money import make_entities

ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\\-]*[0-9a-zA-Z])?")
ENDS = ("member", "organization", "subject", "object", "entity", "involved", "proof")


def read_entities(publication):
    entities, _ = make_entities(publication)
    return [json.loads(line) for line in entities.content.splitlines()]


def read_statements(publication):
    _, statements = make_entities(publication)
    return [json.loads(line) for line in statements.content.splitlines()]


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


def test_each_value_stands_by_itself_with_the_origins_of_its_fact(frozen):
    found = defaultdict(lambda: defaultdict(list))
    origins = defaultdict(set)
    for each in read_statements(frozen):
        origins[each["canonical_id"]].add(each.get("origin", ""))
        found[each["canonical_id"]][each["prop"]].append(each["value"])
    for entity in read_entities(frozen):
        values = {name: sorted(each) for name, each in entity["properties"].items()}
        assert {name: sorted(each) for name, each in found[entity["id"]].items()} == values
    for fact in frozen.facts:
        if fact.kind == "statement":
            names = frozen.name_origins(frozen.weigh(fact.value))
            assert origins[re.sub("[#/]", ".", fact.id)] == {"; ".join(names)}


@pytest.mark.parametrize("dossier", ["frozen/dossier", "canal", "own-words"])
def test_the_library_makes_the_entities_of_the_statements(root, publish, dossier):
    pytest.importorskip("followthemoney")
    from followthemoney.dataset import Dataset
    from followthemoney.statement import StatementEntity
    from followthemoney.statement.serialize import read_json_statements

    publication = publish(root / "tests/dossiers" / dossier)
    entities, statements = make_entities(publication)
    read = list(read_json_statements(io.BytesIO(statements.content)))
    dataset = Dataset.make({"name": read[0].dataset})
    made = {
        id: StatementEntity.from_statements(dataset, list(group))
        for id, group in itertools.groupby(read, key=lambda each: each.canonical_id)
    }
    for line in entities.content.splitlines():
        entity = json.loads(line)
        found = made.pop(entity["id"])
        assert found.schema.name == entity["schema"]
        for name, values in entity["properties"].items():
            assert sorted(found.get(name)) == sorted(values), (entity["id"], name)
    assert not made


@pytest.mark.parametrize("dossier", ["frozen/dossier", "canal", "own-words"])
def test_the_library_takes_every_value(root, publish, dossier):
    library = pytest.importorskip("followthemoney")
    for entity in read_entities(publish(root / "tests/dossiers" / dossier)):
        read = library.model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert len(read.get(name)) == len(values), (entity["id"], name, values)
