"""The events as a calendar program reads them."""

import datetime as dt

import icalendar
import pytest

from mkdocs_dossier.exports.calendar_file import make_calendars

EVENT = "kind: meeting\nname: {name}\nsummary: S.\nparticipants: [anne]\ndate: {date}\n"
DATES = {
    "jour": "2024-03-21",
    "duree": "2023-07-27/2023-07-28",
    "mois": "2024-06",
    "vers": "2024-04-13~",
    "entre": '"[2024-06-21..2024-06-30]"',
    "ouvert": "2022/..",
    "avant": "-0043-03-15",
    "fin-des-temps": "9999-12-31",
}


@pytest.fixture(scope="module")
def calendars(load_dossier, publish):
    files = {"actors/anne.yml": "kind: person\nname: Anne\nsummary: S.\n"}
    files |= {f"events/{id}.yml": EVENT.format(name=id, date=date) for id, date in DATES.items()}
    files["events/sans-date.yml"] = "kind: meeting\nname: Sans\nsummary: S.\n"
    made = {file.path: file.content for file in make_calendars(publish(load_dossier(files)))}
    return {path: icalendar.Calendar.from_ical(content) for path, content in made.items()}


def read(calendar):
    return {str(each["UID"]).partition("@")[0]: each for each in calendar.events}


def test_events_take_the_days_that_they_can_touch(calendars):
    events = read(calendars["events.ics"])
    days = {id: (each.start, each.end - dt.timedelta(1)) for id, each in events.items()}
    day = dt.date
    assert days == {
        "jour": (day(2024, 3, 21), day(2024, 3, 21)),
        "duree": (day(2023, 7, 27), day(2023, 7, 28)),
        "mois": (day(2024, 6, 1), day(2024, 6, 30)),
        "vers": (day(2024, 4, 13), day(2024, 4, 13)),
        "entre": (day(2024, 6, 21), day(2024, 6, 30)),
    }


def test_an_uncertain_date_says_so(calendars):
    events = read(calendars["events.ics"])
    assert events["jour"]["SUMMARY"] == "jour"
    assert events["duree"]["STATUS"] == "CONFIRMED"
    for id, words in (("mois", "juin 2024"), ("vers", "vers le 13"), ("entre", "entre le 21")):
        assert words in events[id]["SUMMARY"]
        assert events[id]["STATUS"] == "TENTATIVE"


def test_an_actor_has_a_calendar_of_its_own(calendars):
    assert read(calendars["acteurs/anne/events.ics"]).keys() == read(calendars["events.ics"]).keys()


@pytest.mark.parametrize("name", ["a;b,c\\\\d", "é" * 90, "BEGIN:VEVENT", "x: END:VCALENDAR"])
def test_any_name_is_a_name(load_dossier, publish, name):
    written = '"' + name + '"'
    files = {"events/e.yml": EVENT.format(name=written, date="2024").replace("[anne]", "[]")}
    [file] = make_calendars(publish(load_dossier(files)))
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    [event] = icalendar.Calendar.from_ical(file.content).events
    assert str(event["SUMMARY"]).startswith(name.replace("\\\\", "\\"))


def test_counts_are_those_of_the_dossier(frozen):
    whole = next(make_calendars(frozen))
    bounded = [each for each in frozen.indexes.dated if each.date.earliest and each.date.latest]
    assert len(icalendar.Calendar.from_ical(whole.content).events) == whole.rows == len(bounded)
