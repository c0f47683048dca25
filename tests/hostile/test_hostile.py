"""What strangers may write, and what comes of it: an error with its line, or nothing at all.

No input takes long or much: that is measured in processor time, in a process of its own.
"""

import os
import re
import unicodedata

import pytest
from hostile.guard import MEGABYTES, SECONDS
from hostile.reading import read_cases
from hostile.sites import write_project

CASES = read_cases()
SHARED = [case for case in CASES if case.place == "shared"]
EVERY = int(os.environ.get("HOSTILE_EVERY", "6"))
"""Of the pages that one case makes with many payloads, each of so many is opened; all are read."""

GATHERING = ["", "acteurs/", "evenements/", "lieux/", "themes/", "articles/", "etiquettes/"]
GATHERING += ["relations/", "chronologie/", "couverture/", "corrections/"]


def having(place):
    return [pytest.param(case, id=case.id) for case in CASES if case.place == place]


def choose():
    """Cases without payloads; of the others each EVERYth, from group to group another one."""
    groups = {}
    for case in SHARED:
        groups.setdefault((case.kind, case.group), []).append(case)
    for start, group in enumerate(groups.values()):
        yield from group[start % EVERY % len(group) :: EVERY]


def squeeze(text):
    """As a reader compares: composed, without the spaces, which typography sets."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def assert_light(trial):
    assert trial.fault == ""
    assert trial.seconds <= SECONDS
    assert trial.megabytes <= MEGABYTES


@pytest.mark.parametrize("case", having("none"))
def test_input_is_rejected_with_its_line(case, guard, tmp_path):
    trial = guard.try_input(write_project(tmp_path / "p", [case]), "check", "pages")
    assert_light(trial)
    assert trial.exit == 1, trial.lines
    assert trial.errors
    for place in case.places():
        told = any(re.match(rf"{re.escape(place)}(?!\d)", error) for error in trial.errors)
        assert told, f"no error at {place} in {trial.errors[:5]}"


def test_harmless_inputs_build_together(shared_site, guard, tmp_path):
    if not shared_site[1]:
        return
    for number, case in enumerate(SHARED):  # one of them: which?
        trial = guard.try_input(write_project(tmp_path / str(number), [case]), "check", "build")
        assert (case.id, trial.errors, trial.fault) == (case.id, [], "")
    pytest.fail(f"no case by itself, but all together: {shared_site[1]}")


@pytest.mark.parametrize("kind", sorted({case.kind for case in SHARED}))
def test_pages_of_inputs_hold_no_harm(kind, shared_site, shared_url, reader, known_scripts):
    assert shared_site[1] == ""
    cases = [case for case in SHARED if case.kind == kind]
    addresses = dict.fromkeys(address for case in cases for address in case.addresses())
    sights = dict(reader.read(shared_url, addresses, known_scripts))
    assert [fault for sight in sights.values() for fault in sight.faults] == []
    for case in cases:
        assert_seen(case, [sights[address] for address in case.addresses()])


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in choose()])
def test_input_is_harmless(case, shared_site, shared_url, reader, known_scripts):
    assert shared_site[1] == ""
    look_at(case, shared_url, reader, known_scripts)


def test_search_shows_inputs_harmlessly(shared_site, shared_url, reader):
    assert shared_site[1] == ""
    chosen = list(choose())[::2]
    addresses = dict.fromkeys(address for case in chosen for address in case.addresses())
    titles = [sight.title for _, sight in reader.read(shared_url, addresses, ())]
    assert reader.search(shared_url, dict.fromkeys(titles)) == []


@pytest.mark.parametrize("case", having("alone"))
def test_input_is_light_and_harmless(case, serve_folder, reader, known_scripts, guard, tmp_path):
    folder = write_project(tmp_path / "p", [case])
    trial = guard.try_input(folder, "check", "build")
    assert_light(trial)
    assert trial.errors == []
    site = serve_folder(folder / "site")
    sights = look_at(case, site, reader, known_scripts)
    assert reader.search(site, {sight.title for sight in sights}) == []


def look_at(case, site, reader, known_scripts):
    addresses = case.addresses()
    assert addresses, "the case names no page to look at"
    sights = [reader.look(site, address, known_scripts) for address in addresses]
    assert [fault for sight in sights for fault in sight.faults] == []
    assert_seen(case, sights)
    return sights


def assert_seen(case, sights):
    read = squeeze("\n".join(sight.text for sight in sights))
    for wanted in case.wanted():
        assert squeeze(wanted) in read, f"readers of {case.id} do not see {wanted!r}"


@pytest.mark.parametrize("address", GATHERING)
def test_pages_that_show_all_inputs_are_harmless(
    address, shared_site, shared_url, reader, known_scripts
):
    assert shared_site[1] == ""
    sight = reader.look(shared_url, address, known_scripts)
    assert sight.faults == []
