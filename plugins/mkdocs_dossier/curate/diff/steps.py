"""By what two facts of a record are the same one."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from mkdocs_dossier.curate.diff.pairs import Pairing, Step
from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.model.records import Office, Relation


def list_steps(type_: type[Sourced], pairing: Pairing) -> Iterator[Step[Any]]:
    """By what facts of a sort are the same, the surest first."""
    now = pairing.now
    if type_ is Statement:
        yield same(lambda each: each.id)
        yield same(lambda each: each.text)
    elif type_ is Relation:
        yield (
            lambda each: (each.type, now(each.with_), str(each.start)),
            lambda each: (each.type, each.with_, str(each.start)),
        )
        yield lambda each: (each.type, now(each.with_)), lambda each: (each.type, each.with_)
        yield lambda each: now(each.with_), lambda each: each.with_
    elif type_ is Office:
        yield same(lambda each: (each.title, str(each.start)))
        yield same(lambda each: each.title)
        yield (
            lambda each: each.organisation and (now(each.organisation), str(each.start)),
            lambda each: each.organisation and (each.organisation, str(each.start)),
        )
    else:
        yield (
            lambda each: (each.actor and now(each.actor), each.name, each.role),
            lambda each: (each.actor, each.name, each.role),
        )
        yield (
            lambda each: (each.actor and now(each.actor), each.name),
            lambda each: (each.actor, each.name),
        )


def same(key: Callable[[Any], Hashable]) -> Step[Any]:
    """A step with one key for both sides."""
    return key, key
