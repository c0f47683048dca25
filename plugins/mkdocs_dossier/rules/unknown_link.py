"""`[[id]]` in a text that leads nowhere; a part of the rule `unknown-id`."""

import re
from collections.abc import Iterator
from functools import cached_property

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.nearest import Choices
from mkdocs_dossier.model.places import offset_of, position_of
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.names.explicit import Explicit, find_explicit
from mkdocs_dossier.names.masking import find_masks
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding


def check_links(context: Context, rule: str) -> Iterator[Finding]:
    """The links in all texts: to records and articles, and to their statements."""
    links = _Links(context)
    yield from links.check_settings(rule)
    for holder in context.dossier.everything():
        if _may_link(context.dossier.origins[holder.id].text):
            for path, value in holder.find(str):
                if "[[" in value:
                    yield from links.check_text(rule, holder.id, path, value)
        yield from links.check_body(rule, holder)


def _may_link(file: str) -> bool:
    """Whether a value of the file may hold a link, also one that is written in escapes."""
    return "[[" in file or "\\" in file


class _Links:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._dossier = context.dossier

    @cached_property
    def _ids(self) -> Choices:
        return Choices(each.id for each in self._dossier.everything())

    @cached_property
    def _statements(self) -> Choices:
        return Choices(f"{holder.id}#{each.id}" for holder, _, each in self._dossier.statements())

    def check_settings(self, rule: str) -> Iterator[Finding]:
        for path, value in self._dossier.settings.find(str):
            if "[[" in value:
                yield from self.check_text(rule, "", path, value)

    def check_text(self, rule: str, id: str, path: Path, text: str) -> Iterator[Finding]:
        """Links in a value; each is looked for in the file from the value's position on."""
        origin = self._dossier.origins[id]
        at = offset_of(origin.text, origin.locate(path))
        for link in find_explicit(text, find_masks(text, debris=False)):
            written = re.compile(rf"\[\[\s*({re.escape(link.target)})(?![\w-])")
            found = written.search(origin.text, at)
            at = found.end() if found else at
            position = position_of(origin.text, found.start(1)) if found else None
            yield from self._judge(rule, id, path, link, position)

    def check_body(self, rule: str, holder: Identified) -> Iterator[Finding]:
        """Links in the text of an article."""
        article = self._dossier.articles.get(holder.id)
        if article is None or "[[" not in article.text:
            return
        for link in find_explicit(article.text, find_masks(article.text, debris=False)):
            line, column = position_of(article.text, article.text.index(link.target, link.start))
            position = (line - 1 + article.body_line, column)
            yield from self._judge(rule, holder.id, (), link, position)

    def _judge(
        self, rule: str, id: str, path: Path, link: Explicit, position: Position | None
    ) -> Iterator[Finding]:
        dossier = self._dossier
        if link.target in self._context.doubtful:
            return
        if dossier.get(link.target) is None:
            values = {"found": link.target, "nearest": self._ids.nearest(link.target)}
            key = "unknown-id.record"
        elif link.anchor and dossier.statement(link.target, link.anchor) is None:
            found = f"{link.target}#{link.anchor}"
            if dossier.origins[link.target].is_faulty(("statements",)):
                return
            values = {"found": found, "nearest": self._statements.nearest(found)}
            key = "unknown-id.statement"
        else:
            return
        yield Finding(rule, id, path, values, key=key, position=position)
