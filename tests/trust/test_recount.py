"""The origins of every fact, counted again from the hands that its chains show."""

from pathlib import Path

import pytest

from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.chain import trace
from mkdocs_dossier.trust.origins import find_origins
from mkdocs_dossier.trust.resting import facts_by_sole_origin

ROOT = Path(__file__).parents[2]
DOSSIERS = [ROOT / "dossier", *sorted((ROOT / "tests" / "dossiers").glob("*/dossier"))]


def _hands(source, fact, dossier):
    """Everybody in the chain after the speakers, by name, in order; None for one unknown."""
    for step in trace(source, dossier, fact if isinstance(fact, Statement) else None).steps:
        if step.role in ("relay", "original") and step.parties:
            [party] = step.parties
            actor = dossier.actors.get(party.actor or "")
            if actor and actor.kind == "person":
                continue
            known = actor or dossier.actors_by_name.get((party.name or "").lower())
            yield actor.name if actor else party.name if known else None
        elif step.article:
            outlet = dossier.actors.get(step.article.outlet or "")
            yield outlet.name if outlet else None
        elif step.document:
            publisher = step.document.publisher
            actor = dossier.actors.get((publisher and publisher.actor) or "")
            yield actor.name if actor else publisher.name if publisher else None


def _recount(fact, dossier, depth=9):
    found = set()
    speakers = getattr(fact, "speakers", [])
    for source in fact.sources:
        if source.against:
            continue
        if source.statement:
            cited = dossier.statement(source.statement.record, source.statement.statement)
            found |= _recount(cited, dossier, depth - 1) if cited and depth else set()
            continue
        agencies = [dossier.actors[each.actor] for each in speakers if each.actor in dossier.actors]
        alone = speakers and len(agencies) == len(speakers)
        if alone and all(each.kind == "media" for each in agencies):
            found |= {each.name for each in agencies}
            continue
        first = next(_hands(source, fact, dossier), None)
        made = getattr(dossier.articles.get(source.article or ""), "derived_from", None)
        if made and "outlet" in made.model_fields_set and not made.outlet and not source.via:
            first = None  # made from a text of somebody unknown
        found |= {first} if first else set()
    return found


def _facts(dossier):
    for holder in dossier.everything():
        for path, value in holder.walk():
            if isinstance(value, Sourced) and value.sources:
                yield f"{holder.id} {path}", value


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda folder: folder.parent.name)
def test_origins_are_those_that_the_chains_show(folder):
    dossier = load(folder).dossier
    for where, fact in _facts(dossier):
        origins = find_origins(fact, dossier)
        names = {dossier.actors[id].name for id in origins.actors} | origins.names
        assert names == _recount(fact, dossier), where


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda folder: folder.parent.name)
def test_what_rests_on_one_origin_is_listed_once(folder):
    dossier = load(folder).dossier
    listed = [id(each.fact) for facts in facts_by_sole_origin(dossier).values() for each in facts]
    assert len(listed) == len(set(listed))
    told = {
        id(fact)
        for _, fact in _facts(dossier)
        if type(fact).__name__ in ("Statement", "Relation", "Office")
        and len(_recount(fact, dossier)) == 1
    }
    assert told <= set(listed)
