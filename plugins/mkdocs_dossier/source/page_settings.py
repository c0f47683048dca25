"""What a page written by hand says in its front matter about the names on it."""

from dataclasses import replace

import yaml

from mkdocs_dossier.model.article import MentionSettings
from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.dossier import Position
from mkdocs_dossier.source import front_matter
from mkdocs_dossier.source.tree import Fault, read_tree
from mkdocs_dossier.source.validate import validate


class _Fields(Value):
    """The one field that is ours; all others belong to the site generator."""

    mentions: MentionSettings = MentionSettings()


def read_mention_settings(
    text: str,
) -> tuple[MentionSettings, list[Fault], dict[Path, Position]]:
    """The field `mentions` of a page (its whole file), its faults, and where its parts stand."""
    split = front_matter.split(text)
    if isinstance(split, Fault):
        return MentionSettings(), [], {}
    try:
        tree = read_tree(split.header, first_line=2)
    except yaml.YAMLError:  # the site generator says so
        return MentionSettings(), [], {}
    if not isinstance(tree.data, dict) or "mentions" not in tree.data:
        return MentionSettings(), [], {}
    valid = validate(_Fields, replace(tree, data={"mentions": tree.data["mentions"]}))
    settings = valid.value.mentions if valid.value else MentionSettings()
    return settings, valid.faults, valid.positions
