"""A language of the dossier that is no language tag, or that has no words of its own."""

import re
from collections.abc import Iterator

from mkdocs_dossier.languages import languages
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "language"
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def check(context: Context) -> Iterator[Finding]:
    """`language` of dossier.yml, against the languages that pages and messages exist in."""
    found, known = context.dossier.language, languages()
    values = {"found": found, "known": ", ".join(known)}
    if not _TAG.fullmatch(found):
        values["nearest"] = nearest(found[:2], known)
        yield Finding(RULE, "", ("language",), values, key=f"{RULE}.invalid")
    elif found.split("-")[0] not in known:
        yield Finding(RULE, "", ("language",), values, level="info", key=f"{RULE}.unknown")
