"""An id that names nothing, or a thing of the wrong kind."""

from collections.abc import Iterable, Iterator
from functools import cache

from mkdocs_dossier.model.dossier import VOCABULARY_FILE, Dossier, Origin
from mkdocs_dossier.model.nearest import Choices
from mkdocs_dossier.model.provenance import OUTLET
from mkdocs_dossier.model.references import KindId, Reference, StatementRef, Term
from mkdocs_dossier.model.sections import section_of
from mkdocs_dossier.model.vocabulary import GROUPS, TERMS
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.rules.unknown_link import check_links

RULE = "unknown-id"

_NOWHERE = Origin("")


def check(context: Context) -> Iterator[Finding]:
    """Every reference in every file, against what its type may refer to."""
    dossier = context.dossier

    @cache
    def look_up(to: str, section: str) -> tuple[frozenset[str], Choices]:
        known = frozenset(_known(dossier, to, section))
        return known, Choices(known)

    @cache
    def suggest(found: str, to: str, section: str) -> str:
        by_name = names.get(found.casefold(), "")
        known, choices = look_up(to, section)
        return by_name if by_name in known else choices.nearest(found)

    names = {
        name.casefold(): record.id
        for record in dossier.records()
        for name in (record.name, *(alias.name for alias in record.aliases))
    }
    for id, path, value in context.all_of(Reference):
        holder = dossier.get(id)
        section = holder.section if holder and isinstance(value, KindId) else ""
        known, _ = look_up(value.to, section)
        own_voice = value == OUTLET and "speakers" in path
        if value in known or own_voice or _is_doubtful(value, section, context):
            continue
        values = {"found": str(value), "nearest": suggest(value, value.to, section)}
        other = dossier.get(value)
        key = f"unknown-id.{value.to}"
        if other and not isinstance(value, Term):
            key = f"wrong-id.{value.to}"
            values["is"] = context.texts(f"problems.section.{other.section}")
        elif isinstance(value, KindId):
            homes = (each for each, kinds in dossier.vocabulary.kinds.items() if value in kinds)
            if home := next(homes, None):
                key, values = (
                    "wrong-id.kind",
                    {"found": str(value), "folder": f"{section_of(home).folder}/"},
                )
                values["known"] = ", ".join(dossier.vocabulary.kinds[section])
        yield Finding(RULE, id, path, values, key=key)
    yield from check_links(context, RULE)


def _is_doubtful(value: Reference, section: str, context: Context) -> bool:
    """Whether what the value refers to was itself reported: one cause, one problem."""
    dossier = context.dossier
    if isinstance(value, Term):
        group = ("kinds", section) if isinstance(value, KindId) else (GROUPS[value.to],)
        words = dossier.origins[VOCABULARY_FILE]
        return VOCABULARY_FILE in dossier.unreadable or words.is_doubtful((*group, str(value)))
    if isinstance(value, StatementRef):
        unsure = value.record in dossier.unreadable
        return unsure or dossier.origins.get(value.record, _NOWHERE).is_faulty(("statements",))
    return value in context.doubtful


def _known(dossier: Dossier, to: str, section: str) -> Iterable[str]:
    if to in TERMS:
        return dossier.vocabulary.terms(to, section)
    if to == "statement":
        return (f"{holder.id}#{each.id}" for holder, _, each in dossier.statements())
    if to in ("state", "media"):
        return (id for id, actor in dossier.actors.items() if actor.kind == to)
    if to == "location":
        states = (id for id, actor in dossier.actors.items() if actor.kind == "state")
        return (*dossier.places, *states)
    if to == "record":
        return (record.id for record in dossier.records())
    return dossier.held_in(section_of(to))
