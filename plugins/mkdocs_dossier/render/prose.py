"""Prose fields: Markdown without HTML, made safe twice.

Raw HTML is text to the one fixed Markdown instance; what it produces is then cleaned. Dossier data
is written by strangers.
"""

import re
from collections.abc import Callable, Sequence
from typing import cast
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from mkdocs_dossier.index.paragraphs import Anchors
from mkdocs_dossier.languages.typography import set_spaces
from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.names.weaving import MentionLinks, weave
from mkdocs_dossier.pages.page import Heading
from mkdocs_dossier.render.article_body import AccountMarks, AccountProcessor, fill_places
from mkdocs_dossier.render.explicit_links import ExplicitLinks, Resolve
from mkdocs_dossier.render.foreign import ForeignWords
from mkdocs_dossier.render.sanitise import clean_html
from mkdocs_dossier.render.tables import AlignedCells

_ANCHOR = re.compile(r"[ \t]*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}[ \t]*\Z")

FindPicture = Callable[[str], str | None]
"""The address (relative to the page) of a picture of the dossier, by its path; None for no such."""


class _Shape(Treeprocessor):
    """Demotes headings, prefixes ids, and turns `{#anchor}` into the id of what it ends."""

    level = 3
    prefix = ""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
        highest = min((int(heading.tag[1]) for heading in headings), default=1)
        for heading in headings:
            heading.tag = f"h{min(6, int(heading.tag[1]) - highest + self.level)}"
        taken: set[str] = set()
        for element in (*root.iter("p"), *headings):
            _take_anchor(element, self.prefix, taken)


def _take_anchor(element: Element, prefix: str, taken: set[str]) -> None:
    last = element[-1] if len(element) else None
    text = (last.tail if last is not None else element.text) or ""
    anchor = _ANCHOR.search(text)
    if anchor and anchor[1] not in taken:  # a second one stays in view: an id stands once
        taken.add(anchor[1])
        rest = text[: anchor.start()]
        if last is not None:
            last.tail = rest
        else:
            element.text = rest
        element.set("id", prefix + anchor[1])


class _Headings(Treeprocessor):
    """Gives headings their ids, the written ones first, none that something else has already."""

    prefix = ""
    reserved: frozenset[str] = frozenset()
    found: tuple[Heading, ...] = ()

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
        titles = set(headings)
        written = [element for element in headings if element.get("id")]
        others = {element.get("id", "") for element in root.iter() if element not in titles}
        anchors = Anchors(self.reserved | others)
        for heading in (*written, *(each for each in headings if not each.get("id"))):
            title = " ".join("".join(heading.itertext()).split())
            heading.set("id", anchors.take(title, heading.get("id"), self.prefix))
        self.found = tuple(
            Heading(
                each.get("id", ""), " ".join("".join(each.itertext()).split()), int(each.tag[1])
            )
            for each in headings
        )


class _Pictures(Treeprocessor):
    """Leads pictures to where the site has them; words stand for those that it has not."""

    find: FindPicture = staticmethod(lambda path: None)

    def run(self, root: Element) -> None:
        for image in root.iter("img"):
            address = self.find(unquote(image.get("src", "")))
            if address is None:
                image.tag, image.text = "span", image.get("alt", "")
                image.attrib.clear()
            else:
                image.set("src", address)
                image.set("loading", "lazy")


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
        md.treeprocessors.register(_Pictures(md), "dossier-pictures", 4)
        md.treeprocessors.register(_Spaces(md, self.language), "dossier-spaces", -10)
        md.treeprocessors.register(AccountProcessor(md), "dossier-account", -20)  # on final text
        md.treeprocessors.register(_Headings(md), "dossier-headings", -30)  # after paragraphs


class Prose:
    """Renders prose fields. Reuses one Markdown instance, which saves a fifth of the time."""

    headings: tuple[Heading, ...] = ()

    def __init__(self, language: str) -> None:
        self._names, self._links = MentionLinks(), ExplicitLinks()
        self._markdown = markdown.Markdown(
            extensions=[
                *("tables", "sane_lists", AlignedCells(), _Safe(language)),
                *(self._links, ForeignWords(), self._names),
            ],
            output_format="html",
        )
        self._shape = self._markdown.treeprocessors["dossier-shape"]
        self._headings = cast(_Headings, self._markdown.treeprocessors["dossier-headings"])
        self._pictures = self._markdown.treeprocessors["dossier-pictures"]
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
        find_picture: FindPicture = lambda path: None,
        reserved: frozenset[str] = frozenset(),
    ) -> Markup:
        """Markdown as safe HTML. `level` is that of the text's own highest headings.

        `marks` makes it an account, with anchored paragraphs and quotes. `mentions` become links.
        `find_picture` gives the address of a picture by its path in the dossier; `reserved` are
        ids that headings must not take. `headings` then holds those of this text.
        """
        self._links.resolve = resolve
        self._account.marks = marks  # type: ignore[attr-defined]
        self._shape.level, self._shape.prefix = level, prefix  # type: ignore[attr-defined]
        self._headings.prefix, self._headings.reserved = prefix, reserved
        self._headings.found = ()
        self._pictures.find = find_picture  # type: ignore[attr-defined]
        self._names.mentions = mentions
        self._names.resolve = lambda record: (resolve(record) or (None,))[0]
        html = self._markdown.reset().convert(weave(text, mentions))
        self.headings = self._headings.found
        clean = clean_html(html)
        return Markup(fill_places(clean, marks.after) if marks else clean)


def write_prose_in(language: str) -> Callable[[str, Resolve], str]:
    """A function that makes safe HTML of Markdown in a language, given what its links lead to."""
    prose = Prose(language)
    return lambda text, resolve: str(prose.render(text, resolve))
