"""An id that names nothing, or a thing of the wrong kind."""

from collections.abc import Iterable, Iterator
from functools import cache

from mkdocs_dossier.model.dossier import VOCABULARY_FILE, Dossier, Origin
from mkdocs_dossier.model.nearest import Choices
from mkdocs_dossier.model.references import (
    OUTLET,
    KindId,
    Reference,
    RelationTypeId,
    StatementRef,
    Term,
)
from mkdocs_dossier.model.sections import section_of
from mkdocs_dossier.model.vocabulary import GROUPS, TERMS, Vocabulary
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.rules.unknown_link import check_links

RULE = "unknown-id"

_NOWHERE = Origin("")
_MOST_TERMS = 30
_MOST_IDS = 12


def check(context: Context) -> Iterator[Finding]:
    """Every reference in every file, against what its type may refer to."""
    dossier = context.dossier

    @cache
    def list_known(to: str, section: str) -> frozenset[str]:
        return frozenset(_known(dossier, to, section))

    @cache
    def list_choices(to: str, section: str) -> Choices:
        if to not in TERMS:
            return Choices(list_known(to, section), _by_name(dossier))
        labels = dossier.vocabulary.labels(to, section)
        words = {label: id for id, group in labels.items() for label in group}
        return Choices(list_known(to, section), words)

    for id, path, value in context.all_of(Reference):
        holder = dossier.get(id)
        section = holder.section if holder and isinstance(value, KindId) else ""
        known = list_known(value.to, section)
        own_voice = value == OUTLET and "speakers" in path
        if value in known or own_voice or _is_doubtful(value, section, context):
            continue
        choices = list_choices(value.to, section)
        named = choices.named(value)
        key, values = _explain(context, value, section, bool(named))
        values["found"] = str(value)
        values.setdefault("nearest", named or choices.nearest(value))
        if not values["nearest"]:
            values["choices"] = _list_choices(dossier, value.to, section, known)
        yield Finding(RULE, id, path, values, key=key)
    yield from check_links(context, RULE)


def _by_name(dossier: Dossier) -> dict[str, str]:
    """The ids of all records by their names and aliases."""
    return {
        name: record.id
        for record in dossier.records()
        for name in (record.name, *(alias.name for alias in record.aliases))
    }


def _explain(
    context: Context, value: Reference, section: str, named: bool
) -> tuple[str, dict[str, str]]:
    """What to say of a value: a message key, and the values that only this message has."""
    dossier = context.dossier
    if not isinstance(value, Term):
        other = dossier.get(value)
        if not other:
            return f"unknown-id.{value.to}", {}
        return f"wrong-id.{value.to}", {"is": context.texts(f"problems.section.{other.section}")}
    if named:
        return "unknown-id.label", {}
    if isinstance(value, KindId) and (home := _find_home(dossier, value)):
        admitted = ", ".join(dossier.vocabulary.kinds[section])
        return "wrong-id.kind", {"folder": f"{section_of(home).folder}/", "known": admitted}
    if isinstance(value, RelationTypeId) and (type_ := _find_reverse(dossier, value)):
        return "unknown-id.backward", {"nearest": type_}
    return f"unknown-id.{value.to}", {}


def _find_home(dossier: Dossier, kind: str) -> str:
    """The section that has this kind, by its id or by a label."""
    words = dossier.vocabulary
    for section in words.kinds:
        if Choices(words.terms("kind", section), _by_label(words, section)).named(kind):
            return section
    return ""


def _by_label(words: Vocabulary, section: str) -> dict[str, str]:
    labels = words.labels("kind", section)
    return {label: id for id, group in labels.items() for label in group}


def _find_reverse(dossier: Dossier, found: str) -> str:
    """The relation type that reads like this from its other end."""
    types = dossier.vocabulary.relation_types
    readings = {
        label: id
        for id, type_ in types.items()
        if not type_.symmetric
        for label in type_.backward.values()
    }
    return Choices(readings.values(), readings).named(found) if readings else ""


def _list_choices(dossier: Dossier, to: str, section: str, known: frozenset[str]) -> str:
    """The valid values, where they are few enough to be read; terms with what they mean."""
    if to not in TERMS:
        return ", ".join(sorted(known)) if len(known) <= _MOST_IDS else ""
    words = dossier.vocabulary
    listed = []
    for id in words.terms(to, section):
        label = words.label(to, id, dossier.language, section)
        listed.append(id if label == id else f"{id} ({label})")
    more = [] if len(listed) <= _MOST_TERMS else ["…"]
    return ", ".join([*listed[:_MOST_TERMS], *more])


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
