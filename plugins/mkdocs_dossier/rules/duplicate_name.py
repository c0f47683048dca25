"""A full name or alias that two records claim: a text that writes it could mean either."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.quotes import fold
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "duplicate-name"


def check(context: Context) -> Iterator[Finding]:
    """Names and aliases of all records, at each place where one of them is shared.

    Case, hyphens and typography make no difference; where only accents do, it is a warning, for
    it may be the same name written twice or two names (« Marche » and « Marché »).
    """
    claims: dict[str, list[tuple[str, Path, str]]] = defaultdict(list)
    for record, path, name in _list_names(context.dossier):
        if not context.dossier.origins[record.id].is_faulty(path):
            claims[_strip_accents(_fold_name(name))].append((record.id, path, name))
    for claimed in claims.values():
        if len({id for id, _, _ in claimed}) < 2:
            continue
        for id, path, name in claimed:
            others = {other: each for other, _, each in claimed if other != id}
            if not others:
                continue
            same = {other for other, _, each in claimed if _fold_name(each) == _fold_name(name)}
            level: Level = "error" if same - {id} else "warning"
            values = {"found": name, "others": ", ".join(sorted((same - {id}) or others))}
            yield Finding(RULE, id, path, values, level=level)


def _list_names(dossier: Dossier) -> Iterator[tuple[Record, Path, str]]:
    for record in dossier.records():
        yield record, ("name",), record.name
        for index, alias in enumerate(record.aliases):
            yield record, ("aliases", index, "name"), alias.name


def _fold_name(name: str) -> str:
    return " ".join(fold(name).casefold().replace("-", " ").split())


def _strip_accents(text: str) -> str:
    """Without the accents of Latin letters; those of other scripts make other letters."""
    parts = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in parts if not "\u0300" <= c <= "\u036f")
    return bare if bare.isascii() else text
