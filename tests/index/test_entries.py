"""What an index says of an actor."""

import pytest

from mkdocs_dossier.index.entries import make_entry, order_by_name
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.languages.spelling import fold

PERSON = "kind: person\nname: Ada Un\nsummary: P.\ncountry: nord\noffices:\n"
BODY = "kind: organisation\nname: Bureau\nsummary: O.\ncountry: sud\n"
PART = "kind: organisation\nname: Section\nsummary: O.\npart_of: bureau\n"


def offices(make_indexes, *lines):
    files = {"actors/ada.yml": PERSON + "".join(f"  - {{{line}}}\n" for line in lines)}
    indexes = make_indexes(files)
    entry = make_entry(indexes, indexes.dossier.actors["ada"])
    return [office.title for office in entry.offices], entry.current


def test_office_of_today_is_one_said_to_last(make_indexes):
    found = offices(
        make_indexes, "title: ministre, start: 2010, end: 2012", "title: reine, end: .."
    )
    assert found == (["reine"], True)


def test_without_one_the_last_known_office_is_said_to_be_that(make_indexes):
    found = offices(make_indexes, "title: ministre, end: 2012", "title: juge, end: 2018")
    assert found == (["juge"], False)


def test_part_of_a_body_belongs_to_its_state(make_indexes):
    indexes = make_indexes({"actors/bureau.yml": BODY, "actors/section.yml": PART})
    assert state_of(indexes.dossier, "section") == "sud"
    assert indexes.circle_of("sud") == ["sud", "bo", "bureau", "section"]
    assert indexes.circle_of("bureau") == ["bureau"]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("fr", "Åsa Édouard Ella Örjan Paul Zoé"), ("sv", "Édouard Ella Paul Zoé Åsa Örjan")],
)
def test_an_index_is_in_the_order_of_its_language(make_indexes, language, wanted):
    names = ["Zoé", "Örjan", "Paul", "Ella", "Édouard", "Åsa"]
    person = "kind: person\nname: {}\nsummary: P.\n"
    indexes = make_indexes({f"actors/{n}.yml": person.format(each) for n, each in enumerate(names)})
    entries = [make_entry(indexes, indexes.dossier.actors[str(n)]) for n in range(len(names))]
    found = sorted(entries, key=order_by_name(language))
    assert [entry.record.name for entry in found] == wanted.split()


def test_names_are_compared_without_accents():
    assert fold("Événement ÉTÉ") == "evenement ete"
