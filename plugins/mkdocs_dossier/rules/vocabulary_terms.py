"""A word of the dossier's own vocabulary that cannot be used."""

from collections.abc import Iterator

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.dossier import VOCABULARY_FILE
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.references import is_id
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.model.vocabulary import GROUPS, Vocabulary
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "vocabulary"


def check(context: Context) -> Iterator[Finding]:
    """The ids in vocabulary.yml, and the kinds that its relation types admit."""
    written = context.dossier.origins[VOCABULARY_FILE].key_positions
    for path in written:
        is_term = len(path) == (3 if path[0] == "kinds" else 2)
        term = str(path[-1])
        if is_term and not is_id(term):
            values = {"found": term, "nearest": slugify(term)}
            yield Finding(RULE, VOCABULARY_FILE, path, values, at_key=True, key=f"{RULE}.id")
        elif is_term and not _has_label(context.dossier.vocabulary, path):
            values = {"found": term}
            yield Finding(RULE, VOCABULARY_FILE, path, values, at_key=True, key=f"{RULE}.label")
    words = context.dossier.vocabulary
    for id, role in words.roles.items():
        path = ("roles", id, "side")
        if path in written and role.side and role.side not in words.sides:
            values = {"found": role.side, "nearest": nearest(role.side, words.sides)}
            yield Finding(RULE, VOCABULARY_FILE, path, values, key=f"{RULE}.side")
    kinds = words.kinds["actor"]
    for id, actor_kind in kinds.items():
        path = ("kinds", "actor", id, "like")
        if path in written and actor_kind.like not in kinds.keys() - {id}:
            found = actor_kind.like or ""
            values = {"found": found, "nearest": nearest(found, kinds.keys() - {id})}
            yield Finding(RULE, VOCABULARY_FILE, path, values, key=f"{RULE}.kind")
    for id, type_ in words.relation_types.items():
        for end, admitted in (("from", type_.from_kinds), ("to", type_.to_kinds)):
            for index, kind in enumerate(admitted):
                path = ("relation_types", id, end, index)
                if path[:3] in written and kind not in kinds:
                    values = {"found": kind, "nearest": nearest(kind, kinds)}
                    yield Finding(RULE, VOCABULARY_FILE, path, values, key=f"{RULE}.kind")


def _has_label(words: Vocabulary, path: Path) -> bool:
    """Whether the word written at a path is called something, here or in the shipped vocabulary."""
    section = str(path[1]) if path[0] == "kinds" else ""
    of = "kind" if section else next((of for of, group in GROUPS.items() if group == path[0]), "")
    entry = words.entries(of, section).get(str(path[-1])) if of else None
    return entry is None or bool(entry.labels)
