"""A name of one word that the texts use as a common word: it would be linked again and again."""

import re
from collections import Counter
from collections.abc import Iterator

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "common-word"
LEVEL: Level = "warning"
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each name, alias and short name of one word, against how often articles write it small."""
    counts: Counter[str] | None = None
    for record in context.dossier.records():
        for path, name in _list_names(record):
            if not _WORD.fullmatch(name) or name.isupper() or name in record.never_link:
                continue
            if counts is None:
                counts = _count_words(context)
            small = name.lower()
            if counts[small] >= _FEWEST and counts[small] > counts[small.capitalize()]:
                values = {"found": name, "count": str(counts[small])}
                yield Finding(RULE, record.id, path, values, level=LEVEL)


def _list_names(record: Record) -> Iterator[tuple[Path, str]]:
    yield ("name",), record.name
    for index, alias in enumerate(record.aliases):
        yield ("aliases", index, "name"), alias.name
    for index, name in enumerate(record.short_names):
        yield ("short_names", index), name


def _count_words(context: Context) -> Counter[str]:
    """The words of all articles as they are written."""
    return Counter(word for body in context.bodies.values() for word in _WORD.findall(body.text))
