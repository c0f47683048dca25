"""Relations read from one end, and whom a person met."""

from collections.abc import Iterable
from itertools import groupby

from mkdocs_dossier.index.encounters import Encounter, list_encounters
from mkdocs_dossier.index.items import Tie
from mkdocs_dossier.languages.amounts import say_extras
from mkdocs_dossier.pages.parts.offices import say_held, say_when
from mkdocs_dossier.pages.parts.sources import gather_evidence
from mkdocs_dossier.pages.parts.trust import gather_trust
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.records import EncounterLine, MeetingLine, TieGroup, TieLine
from mkdocs_dossier.pages.values.text import Place


def gather_ties(scope: Scope, ties: Iterable[Tie]) -> tuple[TieGroup, ...]:
    """The relations of one type and direction together."""
    groups = groupby(ties, key=lambda tie: tie.label)
    return tuple(
        TieGroup(label, tuple(_gather_tie(scope, tie) for tie in group)) for label, group in groups
    )


def _gather_tie(scope: Scope, tie: Tie) -> TieLine:
    relation = tie.relation
    return TieLine(
        scope.link(tie.other),
        say_extras(relation, scope.site.texts),
        say_when(scope.site, relation),
        gather_trust(scope.site, relation),
        gather_evidence(scope, relation),
        relation.decision or "",
        relation.note or "",
        Place(f"_relation-{tie.key}", f"_relation-{tie.index + 1}") if tie.forward else None,
    )


def gather_encounters(scope: Scope, id: str) -> tuple[EncounterLine, ...]:
    """The persons whom a person met, when, and what they were then."""
    found = list_encounters(scope.site.indexes, id)
    return tuple(_gather_encounter(scope, each) for each in found)


def _gather_encounter(scope: Scope, encounter: Encounter) -> EncounterLine:
    lines: list[MeetingLine] = []
    before = None
    for meeting in encounter.meetings:
        new = meeting.offices != before
        then = say_held(scope.site, meeting.offices, meeting.event.date) if new else None
        event = meeting.event
        trust = gather_trust(scope.site, event)
        lines.append(MeetingLine(scope.link(event.id), scope.site.when(event.date), trust, then))
        before = meeting.offices
    return EncounterLine(scope.link(encounter.other), tuple(lines))
