"""A statement that its quote does not carry."""

from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.trust.fit.find import find_misfits

RULE = "claim-fit"
LEVEL: Level = "warning"
_LENGTH = 160


def check(context: Context) -> Iterator[Finding]:
    """Each statement against its quotes and their paragraphs; `fit` beside a quote settles it."""
    for found in find_misfits(context.dossier, context.store):
        path = ("statements", found.index, "sources", found.source)
        at = (*path, "quote") if found.statement.sources[found.source].quote else path
        values = {
            "word": found.word,
            "statement": _shorten(found.statement.text),
            "passage": _shorten(found.sentence, found.quote) or found.quote,
        }
        needs = (("statements", found.index),)
        key = f"{RULE}.{found.kind}"
        yield Finding(RULE, found.holder.id, at, values, LEVEL, key, needs=needs)


def _shorten(text: str, around: str = "") -> str:
    """A text on one line; of a long one, what is around some of its words."""
    text, around = " ".join(text.split()), " ".join(around.split())
    if len(text) <= _LENGTH:
        return text
    start = max(0, text.find(around) - (_LENGTH - len(around)) // 2) if around else 0
    end = start + _LENGTH
    if start:
        start = text.find(" ", start) + 1
    if end < len(text):
        end = text.rfind(" ", start, end)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
