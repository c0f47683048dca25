"""A page written by hand: what its front matter may say, and its text.

Strangers write it: a page chooses no template, no icon and no author of the site's frame, and its
YAML is read with the bounds of the dossier's own.
"""

from dataclasses import dataclass, field
from typing import Literal

import yaml

from mkdocs_dossier.model.article import MentionSettings
from mkdocs_dossier.model.base import Path, Text, Value
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.source import front_matter, hints
from mkdocs_dossier.source.tree import Fault, read_tree
from mkdocs_dossier.source.validate import validate

_OPENING = "---"


class PageFields(Value):
    """What a page may say in its front matter. `hide` takes parts of the layout off the page."""

    title: Text | None = None
    description: Text | None = None
    hide: list[Literal["navigation", "toc", "footer", "path", "tags"]] = []
    mentions: MentionSettings = MentionSettings()


@dataclass(frozen=True)
class HandWritten:
    """A page as read. `body` starts on line `body_line` of the file."""

    fields: PageFields
    body: str
    body_line: int = 1
    faults: list[Fault] = field(default_factory=list)
    positions: dict[Path, Position] = field(default_factory=dict)


def read_page(text: str) -> HandWritten:
    """Read a page's whole file. Raises nothing: what is wrong is among the faults."""
    split = front_matter.split(text) if text.startswith(_OPENING) else None
    if split is None or isinstance(split, Fault):  # `---` alone is a line across the page
        return HandWritten(PageFields(), text)
    try:
        tree = read_tree(split.header, first_line=2)
    except yaml.YAMLError as error:
        fault = hints.explain(error, split.header, 2)
        return HandWritten(PageFields(), split.body, split.body_line, [fault])
    faults = list(tree.faults)
    if not isinstance(tree.data, dict):
        if tree.complete and tree.data is not None:
            faults.append(Fault(tree.positions.get((), (2, 1)), "yaml", "yaml.not-mapping"))
        return HandWritten(PageFields(), split.body, split.body_line, faults)
    valid = validate(PageFields, tree)
    return HandWritten(
        valid.value or PageFields(),
        split.body,
        split.body_line,
        [*faults, *valid.faults],
        valid.positions,
    )
