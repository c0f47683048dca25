"""`[[id]]`, `[[id|label]]` and `[[id#statement]]`, as Markdown reads them."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from mkdocs_dossier.names.explicit import PATTERN

Resolve = Callable[[str], tuple[str, str] | None]
"""The address (relative to the page) and the name of a record or statement, or None."""


class ExplicitLinks(Extension):
    """Turns `[[id]]` outside code into `<a href data-record>`; what leads nowhere stays text.

    Set `resolve` before each conversion.
    """

    def __init__(self) -> None:
        super().__init__()
        self.resolve: Resolve = lambda target: None

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        """Registers after code and before all other brackets."""
        md.inlinePatterns.register(_Processor(md, self), "dossier-links", 175)


class _Processor(InlineProcessor):
    def __init__(self, md: markdown.Markdown, links: ExplicitLinks) -> None:
        super().__init__(PATTERN, md)
        self._links = links

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        target = f"{m['target']}#{m['anchor']}" if m["anchor"] else m["target"]
        label = (m["label"] or "").strip()
        found = self._links.resolve(target)
        if found is None:
            return label or target, m.start(0), m.end(0)
        link = Element("a", {"href": found[0], "data-record": m["target"]})
        link.text = label or found[1]
        return link, m.start(0), m.end(0)
