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
EVERY = int(os.environ.get("HOSTILE_EVERY", "0"))
"""Of the cases that share a site, each of so many is looked at by itself; all are in the site."""
looked_at = pytest.mark.skipif(not EVERY, reason="takes minutes of Chromium: HOSTILE_EVERY=4")

GATHERING = ["", "acteurs/", "evenements/", "lieux/", "themes/", "articles/", "etiquettes/"]
GATHERING += ["relations/", "chronologie/", "couverture/", "corrections/"]


def having(place):
    return [pytest.param(case, id=case.id) for case in CASES if case.place == place]


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


@looked_at
@pytest.mark.parametrize("case", having("shared")[:: EVERY or 1])
def test_input_is_harmless(case, shared_site, shared_url, reader, known_scripts, guard, tmp_path):
    _, fault = shared_site
    if fault:  # one of them: is it this one?
        trial = guard.try_input(write_project(tmp_path / "p", [case]), "check", "build")
        assert_light(trial)
        assert trial.errors == []
        pytest.fail(f"another case keeps the shared site from being built: {fault}")
    look_at(case, shared_url, reader, known_scripts)


@looked_at
@pytest.mark.parametrize("case", having("alone"))
def test_input_is_light_and_harmless(case, serve_folder, reader, known_scripts, guard, tmp_path):
    folder = write_project(tmp_path / "p", [case])
    trial = guard.try_input(folder, "check", "build")
    assert_light(trial)
    assert trial.errors == []
    look_at(case, serve_folder(folder / "site"), reader, known_scripts)


def look_at(case, site, reader, known_scripts):
    addresses = case.addresses()
    assert addresses, "the case names no page to look at"
    sights = [reader.look(site, address, known_scripts) for address in addresses]
    assert [fault for sight in sights for fault in sight.faults] == []
    read = squeeze("\n".join(sight.text for sight in sights))
    for wanted in case.wanted():
        assert squeeze(wanted) in read, f"readers do not see {wanted!r}"


@looked_at
@pytest.mark.parametrize("address", GATHERING)
def test_pages_that_show_all_inputs_are_harmless(
    address, shared_site, shared_url, reader, known_scripts
):
    assert shared_site[1] == ""
    sight = reader.look(shared_url, address, known_scripts)
    assert sight.faults == []
