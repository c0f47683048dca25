"""The texts of articles compared, paragraph by paragraph."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from mkdocs_dossier.curate.diff.change import Change
from mkdocs_dossier.model.article import Article

_MOST_PARAGRAPHS = 100


def compare_bodies(was: Article, now: Article, base: Change) -> Iterator[Change]:
    """The paragraphs that changed, paired where they stand in the same place."""
    old, new = _paragraphs(was.text), _paragraphs(now.text)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    found = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            found += [*zip_longest(old[first:last], new[start:end], fillvalue="")]
    for one, other in found[:_MOST_PARAGRAPHS]:
        action = "changed" if one and other else "added" if other else "removed"
        yield replace(base, action=action, old=one, new=other)


def _paragraphs(text: str) -> list[str]:
    return [each.strip() for each in re.split(r"(?:\r?\n[ \t]*){2,}", text) if each.strip()]
