"""A name in quotation marks, which become part of it."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import PartyValue
from mkdocs_dossier.model.records import AliasValue, Record
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "quoted-name"
LEVEL: Level = "warning"
_PAIRS = ("“”", "„“", "”“", "«»", "‹›", "‘’", '""', "''", "「」", "『』")


def check(context: Context) -> Iterator[Finding]:
    """Each name, alias and short name, against quotation marks around the whole of it."""
    for id, path, value in context.all_of(Record, AliasValue, PartyValue):
        if isinstance(value, Record | AliasValue | PartyValue) and value.name:
            yield from _judge(id, (*path, "name"), value.name)
        if isinstance(value, Record):
            for index, name in enumerate(value.short_names):
                yield from _judge(id, (*path, "short_names", index), name)


def _judge(id: str, path: tuple[str | int, ...], name: str) -> Iterator[Finding]:
    inner = name[1:-1].strip()
    if len(name) > 2 and f"{name[0]}{name[-1]}" in _PAIRS and inner and name[0] not in inner:
        values = {"found": name, "nearest": inner}
        yield Finding(RULE, id, path, values, level=LEVEL)
