"""What the search reads of a page: sentences to quote, and words under which it is found."""

from collections.abc import Iterator
from typing import Any

import lxml.html

from mkdocs_dossier.index.paragraphs import list_paragraphs
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.provenance import PartyValue, Source, Sourced, Statement
from mkdocs_dossier.model.records import Actor, Event, Identified, Record
from mkdocs_dossier.pages.page import give_way
from mkdocs_dossier.pages.scope import Site

_LEFT_OUT = frozenset(
    {"button", "dialog", "form", "h1", "nav", "noscript", "script", "select", "style", "svg"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)


@frozen
class Passage:
    """A text, and the anchor that leads to it. What is not `shown` is found, never quoted."""

    text: str
    anchor: str = ""
    shown: bool = True


def read_record(site: Site, record: Identified) -> Iterator[Passage]:
    """What a record or article says itself; what other pages say of it is found there."""
    name_of = site.dossier.name_of
    taken = {each.id for each in record.statements}
    if isinstance(record, Article):
        for paragraph in list_paragraphs(record, name_of):
            taken.add(paragraph.anchor)
            yield Passage(paragraph.plain, paragraph.anchor)
    elif isinstance(record, Record) and record.description:
        for block in record.description.split("\n\n"):
            yield Passage(read_plain(block, name_of))
    for statement in record.statements:
        yield Passage(read_plain(statement.text, name_of), statement.id or "")
        if statement.decision:
            yield Passage(read_plain(statement.decision, name_of), statement.id or "")
    for dispute in record.disputes:
        if dispute.decision:
            yield Passage(read_plain(dispute.decision, name_of), give_way("disputes", taken))
    for note in record.notes:
        yield Passage(read_plain(note.text, name_of), give_way("notes", taken))
    if basis := getattr(record, "date_basis", None):
        yield Passage(basis)
    words = dict.fromkeys(filter(None, _list_words(site, record)))
    yield Passage(" ; ".join(words), shown=False)


def _list_words(site: Site, record: Identified) -> Iterator[str]:
    """Names and terms that the page shows beside its sentences."""
    name = site.dossier.name_of
    if kind := getattr(record, "kind", None):
        yield site.term("kind", kind, record.section)
    if date := getattr(record, "date", None):
        yield site.say(date)
    for field in ("country", "place", "part_of", "government_of", "outlet"):
        if id := getattr(record, field, None):
            yield name(id)
    yield from (name(id) for id in getattr(record, "about", []))
    yield from record.tags
    yield getattr(record, "author", None) or ""
    for statement in record.statements:
        yield from _list_parties(site, statement)
    if isinstance(record, Event):
        for party in record.participants:
            yield from _say_party(site, party)
            yield site.term("role", party.role) if party.role else ""
    if isinstance(record, Actor):
        for office in record.offices:
            yield office.title
        for relation in record.relations:
            yield name(relation.with_)
    for source in _list_sources(record):
        if source.document:
            yield source.document.title


def _list_parties(site: Site, statement: Statement) -> Iterator[str]:
    for party in (*statement.speakers, *statement.to):
        if not party.is_outlet:
            yield from _say_party(site, party)
    yield from (site.dossier.name_of(id) for id in statement.about)


def _say_party(site: Site, party: PartyValue) -> Iterator[str]:
    yield party.name or site.dossier.name_of(party.actor or "")
    yield from (site.dossier.name_of(id) for id in party.including)


def _list_sources(record: Identified) -> Iterator[Source]:
    yield from getattr(record, "sources", [])
    facts: list[Sourced] = [*record.statements, *record.notes]
    for field in ("participants", "offices", "relations"):
        facts += getattr(record, field, [])
    for fact in facts:
        yield from fact.sources


def read_html(content: str) -> Iterator[Passage]:
    """The blocks of a hand-written page, each under the anchor of the heading above it."""
    if not content.strip():
        return
    root = lxml.html.fragment_fromstring(content, create_parent="div")
    anchor, words, code = "", list[str](), False
    for event, element in _walk(root):
        if event == "text":
            words.append(element)
            continue
        if text := " ".join("".join(words).split()):
            yield Passage(text, anchor, shown=not code)
        words.clear()
        code = event == "open" and element.tag == "pre"
        if event == "open" and element.tag[:1] == "h" and element.get("id"):
            anchor = element.get("id")


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    """Texts, and where blocks open and close, in order."""
    block = element.tag not in _INLINE
    if block:
        yield "open", element
    if element.text:
        yield "text", element.text
    for child in element:
        if isinstance(child.tag, str) and not _is_left_out(child):
            yield from _walk(child)
        if child.tail:
            yield "text", child.tail
    if block:
        yield "close", element


def _is_left_out(element: Any) -> bool:
    classes = element.get("class", "").split()
    return element.tag in _LEFT_OUT or "headerlink" in classes
