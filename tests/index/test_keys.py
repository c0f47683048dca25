"""What facts are called: what they say, wherever they stand in their file."""

from mkdocs_dossier.index.keys import name_all
from mkdocs_dossier.model.records import Actor, Event


def offices(*given):
    return offices_of([dict(zip(("title", "start"), each, strict=False)) for each in given])


def offices_of(held):
    return Actor(kind="person", name="N", summary="S", offices=held).offices


def test_an_office_keeps_its_name_where_another_comes_before():
    minister = ("ministre des Affaires étrangères", "2019-04")
    [alone] = name_all(offices(minister))
    assert alone == "ministre-des-affaires-etrangeres-2019"
    assert name_all(offices(("député", "2014"), minister))[1] == alone


def test_two_terms_of_one_office_are_told_apart_by_their_years():
    assert name_all(offices(("maire", "2001"), ("maire", "2014"))) == ["maire-2001", "maire-2014"]
    assert name_all(offices(("maire",), ("maire",))) == ["maire", "maire-2"]
    assert name_all(offices(("consul", "-0044"))) == ["consul"]


def test_no_name_is_a_mere_number_or_another_s():
    """By their numbers facts were known before; a title can look like the second of another."""
    names = name_all(offices(("3",), ("maire 2",), ("maire",), ("maire",), ("主席",), ("总理",)))
    assert len(set(names)) == len(names)
    assert not any(map(str.isdigit, names))


def test_participants_disputes_and_notes_are_named_by_their_words():
    event = Event.model_validate(
        {
            "kind": "vote", "name": "N", "summary": "S",
            "participants": [{"name": "les 13 autres membres"}, {"actor": "chine"}],
            "notes": [{"text": "Le vote a eu lieu un jeudi, dit-on."}],
        }
    )  # fmt: skip
    assert name_all(event.participants) == ["les-13-autres-membres", "chine"]
    assert name_all(event.notes) == ["le-vote-a-eu-lieu-un"]


def test_sources_are_named_by_where_the_fact_is_written():
    office = {"title": "maire", "sources": [{"article": "a-1", "quote": "q"}]}
    [alone] = name_all(offices_of([office])[0].sources)
    office["sources"] = [
        {"document": {"title": "Journal officiel, n° 3"}}, {"statement": "b#dit"},
        {"article": "2024"}, {"article": "a-1", "quote": "q"}, {"article": "a-1", "quote": "r"},
    ]  # fmt: skip
    assert alone == "a-1"
    assert name_all(offices_of([office])[0].sources) == [
        "journal-officiel-n-3", "b-dit", "n-2024", "a-1", "a-1-2",
    ]  # fmt: skip


def test_very_many_facts_that_say_the_same_are_named_at_once():
    names = name_all(offices(*[("maire",)] * 20_000))
    assert len(set(names)) == len(names)
