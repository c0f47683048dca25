"""What an index says of an actor."""

from mkdocs_dossier.views.entries import make_entry
from mkdocs_dossier.views.spelling import fold
from mkdocs_dossier.views.states import state_of

PERSON = "kind: person\nname: Ada Un\nsummary: P.\ncountry: nord\noffices:\n"
BODY = "kind: organisation\nname: Bureau\nsummary: O.\ncountry: sud\n"
PART = "kind: organisation\nname: Section\nsummary: O.\npart_of: bureau\n"


def offices(make_book, *lines):
    files = {"actors/ada.yml": PERSON + "".join(f"  - {{{line}}}\n" for line in lines)}
    book = make_book(files)
    entry = make_entry(book, book.dossier.actors["ada"])
    return [office.title for office in entry.offices], entry.current


def test_office_of_today_is_one_said_to_last(make_book):
    found = offices(make_book, "title: ministre, start: 2010, end: 2012", "title: reine, end: ..")
    assert found == (["reine"], True)


def test_without_one_the_last_known_office_is_said_to_be_that(make_book):
    found = offices(make_book, "title: ministre, end: 2012", "title: juge, end: 2018")
    assert found == (["juge"], False)


def test_part_of_a_body_belongs_to_its_state(make_book):
    book = make_book({"actors/bureau.yml": BODY, "actors/section.yml": PART})
    assert state_of(book.dossier, "section") == "sud"
    assert book.circle_of("sud") == ["sud", "bo", "bureau", "section"]
    assert book.circle_of("bureau") == ["bureau"]


def test_names_are_compared_without_accents():
    assert fold("Événement ÉTÉ") == "evenement ete"
