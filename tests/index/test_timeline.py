"""Events and articles in order of time, and what a reader chooses of them."""

import pytest

from mkdocs_dossier.index.encounters import list_encounters
from mkdocs_dossier.index.facts import gather_facts
from mkdocs_dossier.index.selection import Choice, choose_entries, choose_facts
from mkdocs_dossier.index.timeline import group_by_year, tell_all

EVENT = "kind: {kind}\nname: {name}\nsummary: E.\ndate: {date}\nparticipants: [{who}]\n"
FILES = {
    "events/visite.yml": EVENT.format(kind="visit", name="V", date="2024-03-21", who="ada, bo"),
    "events/defile.yml": EVENT.format(kind="parade", name="D", date="2023-07", who="ada"),
    "events/lettre.yml": EVENT.format(kind="message", name="L", date="2025", who="ada, bo"),
    "events/rien.yml": "kind: visit\nname: R\nsummary: E.\n",
    "articles/recit.md": "---\ntitle: A\noutlet: null\ndate: 2024-03-24\nsummary: A.\n---\nT.\n",
}


def test_years_and_months_hold_everything_once(make_indexes):
    years = group_by_year(tell_all(make_indexes(FILES)))
    assert [
        (year.number, [(month.number, [e.id for e in month.entries]) for month in year.months])
        for year in years
    ] == [
        (2023, [(7, ["defile"])]),
        (2024, [(3, ["visite", "recit"])]),
        (2025, [(0, ["lettre"])]),
        (None, [(0, ["rien"])]),
    ]


def test_a_season_is_not_the_month_in_which_it_begins(make_indexes):
    dates = {"printemps": "1984-21", "debut": "1984-03-02", "annee": "1984"}
    files = {
        f"events/{id}.yml": EVENT.format(kind="visit", name=id, date=f'"{date}"', who="ada")
        for id, date in dates.items()
    }
    (year,) = group_by_year(tell_all(make_indexes(files)))
    assert [(month.number, month.season) for month in year.months] == [
        (0, False),
        (3, True),
        (3, False),
    ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["defile", "visite", "recit", "lettre", "rien"]),
        (Choice(actors=("nord", "sud")), ["visite", "lettre"]),
        (Choice(actors=("nord",), kinds=("visit", "parade")), ["defile", "visite"]),
        (Choice(since=2024, until=2024, actors=("bo",)), ["visite"]),
        (Choice(doubt=True), ["defile", "lettre", "rien"]),
        (Choice(states=("sud",)), ["visite", "lettre"]),
    ],
)
def test_choice_of_entries(choice, expected, make_indexes):
    indexes = make_indexes(FILES)
    assert [entry.id for entry in choose_entries(indexes, tell_all(indexes), choice)] == expected


def test_choice_of_facts(make_indexes):
    indexes = make_indexes(FILES)
    assert len(choose_facts(indexes, gather_facts(indexes), Choice())) == 2
    assert [
        fact.value.id for fact in choose_facts(indexes, gather_facts(indexes), Choice(until=2024))
    ] == ["visite"]
    assert choose_facts(indexes, gather_facts(indexes), Choice(actors=("ada", "nord"))) == []


def test_only_a_meeting_is_an_encounter_and_not_with_ones_own_delegation(make_indexes):
    meeting = EVENT.format(kind="meeting", name="M", date="2024-03-22", who="ada, cy, bo")
    cy = "kind: person\nname: Cy Trois\nsummary: P.\ncountry: nord\n"
    indexes = make_indexes({**FILES, "events/entretien.yml": meeting, "actors/cy.yml": cy})
    (bo,) = list_encounters(indexes, "ada")
    assert bo.other == "bo"
    assert [each.event.id for each in bo.meetings] == ["entretien"], "no visit, no letter"
    assert [each.other for each in list_encounters(indexes, "bo")] == ["ada", "cy"]
