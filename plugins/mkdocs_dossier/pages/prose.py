"""Prose fields: Markdown without HTML, made safe twice.

Raw HTML is text to the one fixed Markdown instance; what it produces is then reduced by nh3 to
the tags, attributes and URL schemes listed here. Dossier data is written by strangers.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from mkdocs_dossier.links.bearer import Mention
from mkdocs_dossier.links.weaving import MentionLinks, weave
from mkdocs_dossier.pages.account import AccountMarks, AccountProcessor, fill_places
from mkdocs_dossier.pages.explicit_links import ExplicitLinks, Resolve
from mkdocs_dossier.pages.foreign import ForeignWords
from mkdocs_dossier.views.typography import set_spaces

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "del", "em", "figcaption", "figure",
    "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "mark", "ol", "p", "pre", "q", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"id", "class", "lang"},
    "a": {"href", "title", "data-record"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align", "scope"},
}
_SCHEMES = {"http", "https", "mailto"}
_ANCHOR = re.compile(r"[ \t]*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}[ \t]*\Z")


class _Shape(Treeprocessor):
    """Demotes headings, prefixes their ids, and turns `{#anchor}` into the paragraph's id."""

    level = 3
    prefix = ""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
        highest = min((int(heading.tag[1]) for heading in headings), default=1)
        for heading in headings:
            heading.tag = f"h{min(6, int(heading.tag[1]) - highest + self.level)}"
        for element in root.iter():
            _take_anchor(element, self.prefix)


def _take_anchor(element: Element, prefix: str) -> None:
    last = element[-1] if len(element) else None
    text = (last.tail if last is not None else element.text) or ""
    anchor = _ANCHOR.search(text)
    if element.tag == "p" and anchor:
        rest = text[: anchor.start()]
        if last is not None:
            last.tail = rest
        else:
            element.text = rest
        element.set("id", prefix + anchor[1])


class _Spaces(Treeprocessor):
    """Sets the spaces of the language's punctuation, except in code."""

    def __init__(self, md: markdown.Markdown, language: str) -> None:
        super().__init__(md)
        self.language = language

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and element.tag not in ("code", "pre"):
                element.text = type(element.text)(set_spaces(element.text, self.language))
            if element.tail:
                # something stands before it, so that ` »` after a link is set too
                element.tail = set_spaces(f"·{element.tail}", self.language)[1:]


class _Safe(Extension):
    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Shape(md), "dossier-shape", 5)
        md.treeprocessors.register(_Spaces(md, self.language), "dossier-spaces", -10)
        md.treeprocessors.register(AccountProcessor(md), "dossier-account", -20)  # on final text


class Prose:
    """Renders prose fields. Reuses one Markdown instance, which saves a fifth of the time."""

    def __init__(self, language: str) -> None:
        self._names, self._links = MentionLinks(), ExplicitLinks()
        self._markdown = markdown.Markdown(
            extensions=[
                *("tables", "sane_lists", _Safe(language)),
                *(self._links, ForeignWords(), self._names),
            ],
            output_format="html",
        )
        self._shape = self._markdown.treeprocessors["dossier-shape"]
        self._account = self._markdown.treeprocessors["dossier-account"]

    def render(
        self,
        text: str,
        resolve: Resolve,
        *,
        level: int = 3,
        prefix: str = "",
        marks: AccountMarks | None = None,
        mentions: Sequence[Mention] = (),
    ) -> Markup:
        """Markdown as safe HTML. `level` is that of the text's own highest headings.

        `marks` makes it an account, with anchored paragraphs and quotes. `mentions` become links.
        """
        self._links.resolve, self._links.broken = resolve, []
        self._account.marks = marks  # type: ignore[attr-defined]
        self._shape.level, self._shape.prefix = level, prefix  # type: ignore[attr-defined]
        self._names.mentions = mentions
        self._names.resolve = lambda record: (resolve(record) or (None,))[0]
        html = self._markdown.reset().convert(weave(text, mentions))
        clean = nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes=_SCHEMES,
            link_rel="noopener noreferrer",
        )
        return Markup(fill_places(clean, marks.after) if marks else clean)
