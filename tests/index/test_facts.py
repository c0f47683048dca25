"""What ties two actors."""

from collections import Counter
from itertools import pairwise

from mkdocs_dossier.figures.overview import make_overview
from mkdocs_dossier.index.dyads import group_pairs, make_dyad
from mkdocs_dossier.index.facts import cut_by_connection, gather_facts

MEETING = "kind: meeting\nname: Entretien\nsummary: E.\ndate: 2024-03-21\nparticipants: [ada, bo]\n"
SAID = """
statements:
  - id: promesse
    text: Nous resterons amis.
    speakers: [ada]
    to: [bo]
    about: [sud]
"""
ALLIES = """kind: state
name: Nord
summary: É.
relations:
  - {type: ally-of, with: sud, start: 2001}
  - {type: accuses, with: sud, date: "2010", status: disputed, decision: Rien ne le montre.}
"""
OFFICE = """kind: person
name: Ada Un
summary: P.
country: nord
offices:
  - {title: présidente, organisation: nord, start: 2020, end: ..}
"""


def tell(facts):
    return [(fact.source, fact.sort, fact.target) for fact in facts]


def test_event_and_statement_tie_those_who_take_part(make_indexes):
    facts = gather_facts(make_indexes({"events/entretien.yml": MEETING + SAID}))
    assert tell(facts) == [
        ("ada", "event", "bo"),
        ("ada", "statement", "bo"),
        ("ada", "statement", "sud"),
    ]


def test_office_is_a_tie_and_may_still_last(make_indexes):
    (fact,) = gather_facts(make_indexes({"actors/ada.yml": OFFICE}))
    assert (fact.source, fact.sort, fact.target) == ("ada", "office", "nord")
    assert fact.years == (2020, None)
    assert fact.open


def test_symmetric_relation_has_no_direction(make_indexes):
    facts = gather_facts(make_indexes({"actors/nord.yml": ALLIES}))
    assert {fact.type: fact.directed for fact in facts} == {"ally-of": False, "accuses": True}


def test_states_gather_what_their_people_do(make_indexes):
    indexes = make_indexes({"events/entretien.yml": MEETING + SAID})
    pair = ("nord", "sud")
    states = make_dyad(indexes, pair, group_pairs(indexes, gather_facts(indexes))[pair], {})
    assert states.gathers
    assert [step.id for step in states.steps] == ["entretien", "entretien-promesse"]
    assert states.steps[0].sides == (("ada",), ("bo",))


def test_pair_with_one_fact_has_no_page(make_indexes):
    indexes = make_indexes({"events/entretien.yml": MEETING})
    assert group_pairs(indexes, gather_facts(indexes)) == {}


def test_all_views_count_the_same(make_indexes):
    indexes = make_indexes({"events/entretien.yml": MEETING + SAID, "actors/nord.yml": ALLIES})
    overview = make_overview(indexes, gather_facts(indexes))
    cells = [cell for row in overview.matrix.rows for cell in row if cell]
    assert sum(cell.count for cell in cells) == 2 * len(overview.rows) == 10
    lines = sum(edge.count for edge in overview.wide.edges)
    assert lines == len([row for row in overview.rows if row.fact.sort != "statement"])


def test_many_facts_are_cut_and_none_is_lost(make_indexes):
    facts = gather_facts(
        make_indexes({"events/entretien.yml": MEETING + SAID, "actors/nord.yml": ALLIES})
    )
    parts = cut_by_connection(facts, 2)
    assert [len(part) for part in parts] == [2, 2, 1]
    assert sorted(fact.key for part in parts for fact in part) == sorted(fact.key for fact in facts)
    count = Counter(id for fact in facts for id in fact.pair)
    least = [[min(count[id] for id in fact.pair) for fact in part] for part in parts]
    assert all(min(one) >= max(other) for one, other in pairwise(least))
    assert cut_by_connection(facts, 5) == [facts]
    assert cut_by_connection([], 5) == [[]]


def test_doubtful_fact_is_marked_in_the_graph(make_indexes):
    indexes = make_indexes({"actors/nord.yml": ALLIES})
    overview = make_overview(indexes, gather_facts(indexes))
    doubt = {edge.type: edge.doubtful for edge in overview.wide.edges}
    assert doubt == {"ally-of": False, "accuses": True}
