"""In a preview, a record that breaks keeps its last good state; one broken at first is left out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from mkdocs_dossier.model.dossier import SETTINGS_FILE, VOCABULARY_FILE, Dossier
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.model.sections import SECTIONS


def keep_last_good(
    dossier: Dossier, problems: Iterable[Problem], last_good: Dossier | None
) -> Dossier:
    """The dossier with each faulty record or article as it last was without errors, or absent.

    Faulty settings and a faulty vocabulary stay as they last were, too.
    """
    broken = {problem.path for problem in problems if problem.level == "error"}
    if last_good and SETTINGS_FILE in broken:
        dossier = replace(dossier, settings=last_good.settings)
    if last_good and VOCABULARY_FILE in broken:
        dossier = replace(dossier, vocabulary=last_good.vocabulary)
    faulty = {id for id, origin in dossier.origins.items() if id and origin.path in broken}
    if not faulty:
        return dossier
    sections: dict[str, Any] = {}
    origins = dict(dossier.origins)
    for section in SECTIONS:
        found = {id: each for id, each in dossier.held_in(section).items() if id not in faulty}
        before = last_good.held_in(section) if last_good else {}
        for id in faulty & before.keys():
            assert last_good is not None
            found[id] = before[id]
            origins[id] = last_good.origins[id]
        sections[section.folder] = dict(sorted(found.items()))
    return replace(dossier, origins=origins, **sections)


def without_records(dossier: Dossier) -> Dossier:
    """The dossier with its settings and vocabulary alone."""
    nothing: dict[str, Any] = {section.folder: {} for section in SECTIONS}
    return replace(dossier, **nothing)
