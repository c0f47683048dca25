"""Names and links on pages that people write by hand, beside the dossier."""

import re
from collections.abc import Iterator

from mkdocs_dossier.links.bearer import Mention
from mkdocs_dossier.links.explicit import find_explicit
from mkdocs_dossier.links.frequency import choose_links
from mkdocs_dossier.links.masking import find_masks
from mkdocs_dossier.links.spans import Span
from mkdocs_dossier.model.article import MentionSettings
from mkdocs_dossier.model.dossier import Position
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.source.page_settings import read_mention_settings
from mkdocs_dossier.source.tree import Fault

# What site generators add to Markdown: embedded views, titles of boxes, code inside lists.
_LINE = re.compile(r"^[ \t]*(?::::|!!!|\?\?\?|===)[^\n]*", re.MULTILINE)
_FENCE = re.compile(
    r"^[ \t]+(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)|\Z)", re.MULTILINE | re.DOTALL
)


def find_names(press: Press, text: str, settings: MentionSettings) -> list[Mention]:
    """The names that become links on a page; `text` is its Markdown without front matter."""
    found = press.mentions.reader.read_page(text, settings, list(_find_blocks(text)))
    frequency = settings.frequency or press.features.frequency
    return list(choose_links(text, found.mentions, frequency, set()))


def read_settings(press: Press, file: str) -> tuple[MentionSettings, list[Fault]]:
    """What a page's front matter says of the names on it, and what is wrong there."""
    settings, faults, positions = read_mention_settings(file)
    for index, forced in enumerate(settings.as_):
        for surface, id in forced.link.items():
            if press.dossier.record(id) is None:
                place = positions.get(("mentions", "as", index, "link", surface), (1, 1))
                faults = [*faults, _unknown(press, id, place)]
    return settings, faults


def find_broken(press: Press, text: str, broken: list[str], above: int = 0) -> Iterator[Fault]:
    """The links of a page that led nowhere, each where it stands.

    `above` is how many lines of front matter stand above the text in the page's file.
    """
    masks = [*find_masks(text, debris=False), *_find_blocks(text)]
    plain = {each.start for each in find_explicit(text, masks)}
    left = list(broken)
    # what looks like code comes last: it is not, where nothing else was written so
    for link in sorted(find_explicit(text), key=lambda each: (each.start not in plain, each.start)):
        target = f"{link.target}#{link.anchor}" if link.anchor else link.target
        if target in left:
            left.remove(target)
            at = text.index(link.target, link.start)
            line, column = _position(text, at)
            yield _unknown(press, target, (line + above, column))


def _find_blocks(text: str) -> Iterator[Span]:
    for pattern in (_LINE, _FENCE):
        for found in pattern.finditer(text):
            yield Span(*found.span())


def _unknown(press: Press, found: str, position: Position) -> Fault:
    record = found.partition("#")[0]
    if press.dossier.get(record) and "#" in found:
        key, known = (
            "statement",
            [f"{each.id}#{it.id}" for each, _, it in press.dossier.statements()],
        )
    else:
        key, found, known = "record", record, [each.id for each in press.dossier.everything()]
    values = {"found": found, "nearest": nearest(found, known)}
    return Fault(position, "unknown-id", f"unknown-id.{key}", values, "warning")


def _position(text: str, at: int) -> Position:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
