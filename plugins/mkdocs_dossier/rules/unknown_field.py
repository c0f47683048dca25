"""A source that supports, or a dispute about, a field that does not exist."""

from collections.abc import Iterator

from mkdocs_dossier.model.base import Path, keys
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.provenance import Dispute, Source
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "unknown-field"


def check(context: Context) -> Iterator[Finding]:
    """The names of fields in `supports` and in `disputes[].about`, against those of the record."""
    for id, path, value in context.all_of(Source, Dispute):
        known = keys(type(context.dossier.get(id)))  # type: ignore[arg-type]
        names: list[tuple[Path, str]] = []
        if isinstance(value, Dispute):
            names = [((*path, "about"), value.about)]
        elif path[0] == "sources":
            names = [((*path, "supports", i), name) for i, name in enumerate(value.supports)]
        for where, name in names:
            if name not in known:
                values = {"found": name, "nearest": nearest(name, known)}
                yield Finding(RULE, id, where, values)
