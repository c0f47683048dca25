"""From the dossier to the book: each record and article is a chapter.

As in all prose that leaves the site, the status and the origins of a fact stand beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_dossier.exports.book.prose import read_html, tidy
from mkdocs_dossier.exports.book.value import Block, Book, Chapter, Entry, Line, Run, Section
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.wording import Wording
from mkdocs_dossier.index.items import Part, Said, Tie
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.languages.typography import set_spaces
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.prose import is_plain
from mkdocs_dossier.model.provenance import PartyValue, Source, Sourced
from mkdocs_dossier.model.reads import Memo, made_once
from mkdocs_dossier.model.records import Actor, Event, Identified, Office, Record
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.model.web import is_web_address


def gather_book(publication: Publication) -> Book:
    """The book of a dossier, the same for all who ask for it."""
    book: Book = publication.shared.get("book", partial(_gather_book, publication))
    return book


def _gather_book(publication: Publication) -> Book:
    """A section that holds nothing is left out."""
    settings, writer = publication.dossier.settings, _Writer(publication)
    sections = (
        Section(
            f"_{section.folder}",
            publication.texts(f"data.prose.{section.folder}"),
            tuple(
                Chapter(record.id, one_line(record.title_text), partial(writer.chapter, record))
                for record in publication.dossier.held_in(section).values()
            ),
        )
        for section in SECTIONS
    )
    texts = (settings.introduction, settings.inclusion)
    front = [block for text in texts for block in writer.prose(text)]
    return Book(
        one_line(settings.title),
        settings.language,
        one_line(settings.publisher or settings.title),
        one_line(settings.licence or ""),
        str(publication.now or ""),
        publication.site,
        (
            *([Block("text", (writer.line(settings.summary),))] if settings.summary else []),
            *front,
            Block("small", (writer.line(publication.texts("data.prose.how")),)),
        ),
        tuple(section for section in sections if section.chapters),
        publication.places,
    )


@dataclass(frozen=True)
class _Writer(Wording):
    """Writes chapters in the language of the dossier."""

    def chapter(self, record: Identified) -> tuple[Block, ...]:
        """A record or article: what its file says, and what others say of it."""
        blocks = [*self._head(record)]
        if isinstance(record, Article):
            blocks += self.prose(record.text)
        for title, entries in self._sections(record):
            listed = tuple(entries)
            if listed:
                heading = self.line(self.publication.texts(f"data.prose.{title}"))
                blocks += [Block("heading", (heading,)), Block("list", entries=listed)]
        return tuple(blocks)

    def line(self, *parts: str | Run) -> Line:
        """Words and links in a row, with the spaces of the language."""
        language = self.publication.texts.language
        runs = (
            part if isinstance(part, Run) else Run(set_spaces(part, language)) for part in parts
        )
        return tidy(runs)

    def prose(self, markdown: str | None) -> tuple[Block, ...]:
        """A longer text."""
        if not markdown:
            return ()
        if is_plain(markdown):
            lines = (self.line(one_line(each)) for each in markdown.split("\n\n"))
            return tuple(Block("text", (line,)) for line in lines if line)
        return read_html(self.publication.write_prose(markdown, self._resolve))

    def _resolve(self, target: str) -> tuple[str, str] | None:
        dossier = self.publication.dossier
        if dossier.get(target.partition("#")[0]) is None:
            return None
        return f"#{target}", dossier.name_of(target)

    def _head(self, record: Identified) -> Iterator[Block]:
        publication, say = self.publication, self.publication.texts
        words, language = publication.dossier.vocabulary, publication.dossier.language
        known: list[Line] = []
        if isinstance(record, Record):
            kind = words.label("kind", str(record.kind), language, record.section)
            known.append(self.line(kind))
            names = [one_line(alias.name) for alias in record.aliases]
            known += [self.line(say("data.prose.also", names=", ".join(names)))] if names else []
        date = getattr(record, "date", None)
        known += [self.line(f"{say('data.prose.date')} ", say_date(date, say))] if date else []
        place = getattr(record, "place", None)
        known += [self.line(self._link(place))] if place else []
        if isinstance(record, Article):
            outlet = self._link(record.outlet) if record.outlet else say("data.prose.no-outlet")
            known.append(self.line(f"{say('data.prose.outlet')} ", outlet))
            if record.url and is_web_address(record.url):
                known.append(self.line(Run(one_line(record.url), to=record.url)))
            if kept := self._kept(record.archive_url):
                known.append(self.line(*kept))
        if publication.site:
            address = publication.address_of(record.id)
            known.append(self.line(f"{say('data.prose.page')} ", Run(address, to=address)))
        yield Block("small", tuple(known))
        told = f" {publication.tell_origins(record)}" if isinstance(record, Record) else ""
        yield Block("text", (self.line(self.plain(record.summary), told),))
        yield from self.prose(getattr(record, "description", None))

    def _sections(self, record: Identified) -> Iterator[tuple[str, Iterable[Entry]]]:
        indexes, id = self.publication.indexes, record.id
        if isinstance(record, Actor):
            yield "offices", map(self._office, record.offices)
            yield "relations", map(self._tie, indexes.ties.get(id, []))
            yield "events", map(self._part, indexes.parts.get(id, []))
        if isinstance(record, Event):
            yield (
                "participants",
                (
                    self._fact((*self._party(each), self._role(each.role)), each)
                    for each in record.participants
                ),
            )
        own = indexes.said_at.get(id, [])
        yield "statements", (self._said(each, own=True) for each in own)
        for title, found in (("said-by", indexes.said_by), ("said-about", indexes.said_about)):
            yield title, (self._said(each) for each in found.get(id, []) if each not in own)
        if isinstance(record, Article):
            yield "resting", (self._said(each) for each in indexes.said_in.get(id, []))
        yield "disputes", self._disputes(record)
        yield "notes", (self._fact((self.plain(note.text),), note) for note in record.notes)

    def _office(self, office: Office) -> Entry:
        body = (" – ", self._link(office.organisation)) if office.organisation else ()
        return self._fact((one_line(office.title), *body, self.period(office)), office)

    def _tie(self, tie: Tie) -> Entry:
        before = self.publication.texts("data.prose.pair", label=tie.label, name="")
        relation, other = tie.relation, self._link(tie.other)
        line = (f"{before.strip()} ", other, self.extras(relation), self.period(relation))
        return self._fact(line, relation)

    def _part(self, part: Part) -> Entry:
        say = self.publication.texts
        before = say("data.prose.pair", label=say_date(part.event.date, say), name="")
        told = f". {self.publication.tell_origins(part.event)}"
        return Entry(self.line(f"{before.strip()} ", self._link(part.event.id), told))

    def _said(self, said: Said, *, own: bool = False) -> Entry:
        """A statement; at home with its sources, elsewhere as a link there."""
        if own:
            return self._write_said(said, own=True)
        return self._elsewhere.get(id(said.statement), partial(self._write_said, said))

    def _write_said(self, said: Said, *, own: bool = False) -> Entry:
        statement, say = said.statement, self.publication.texts
        before: list[str | Run] = []
        for party in statement.speakers:
            if not party.is_outlet:
                before += [*([", "] if before else []), *self._party(party)]
        before += [say("data.feed.said-by", name="")] if before else []
        date = self.publication.indexes.date_of(said)
        when = f" [{say_date(date, say)}]" if date else ""
        text = self.plain(statement.text)
        anchor = said.reference
        line = (*before, text if own else Run(text, to=anchor), when)
        if own:
            entry = self._fact(line, statement)
            return Entry(entry.line, entry.under, anchor)
        return Entry(self.line(*line, f" {self.told(statement)}"))

    @made_once
    def _elsewhere(self) -> Memo[Entry]:
        """Statements as they stand on other pages than their own."""
        return Memo()

    def _fact(self, line: Iterable[str | Run], value: Sourced) -> Entry:
        """A fact with what it stands on."""
        under = tuple(self._source(each) for each in value.sources)
        return Entry(self.line(*line, f" {self.told(value)}"), under)

    def _source(self, source: Source) -> Line:
        parts: list[str | Run] = []
        say = self.publication.texts
        parts += [say("book.against"), " "] if source.against else []
        parts += [say("book.quote", quote=one_line(source.quote)), " "] if source.quote else []
        if source.article:
            parts.append(self._link(source.article))
        elif source.statement:
            parts.append(self._link(source.statement))
        elif source.document:
            title, url = one_line(source.document.title), source.document.url or ""
            title = f"[{title}]" if source.document.untitled else title
            parts.append(Run(title, to=url if is_web_address(url) else ""))
            publisher = source.document.publisher
            parts += [", ", *self._party(publisher)] if publisher else []
            kept = self._kept(source.document.archive_url)
            parts += [" · ", *kept] if kept else []
        return self.line(*parts)

    def _kept(self, address: str | None) -> tuple[Run, ...]:
        """A link to an archived copy, where there is one on the web."""
        if not address or not is_web_address(address):
            return ()
        return (Run(self.publication.texts("record.fact.archive"), to=address),)

    def _disputes(self, record: Identified) -> Iterator[Entry]:
        say = self.publication.texts
        for dispute in record.disputes:
            decision = dispute.decision or say("data.prose.undecided")
            head = f"{say('data.prose.disputed', field=dispute.about)} {self.plain(decision)}"
            versions = (
                self.line(one_line(each.value or each.text or ""), f" {self.told(each)}")
                for each in dispute.versions
            )
            yield Entry(self.line(head), tuple(versions))

    def _role(self, role: str | None) -> str:
        words, language = self.publication.dossier.vocabulary, self.publication.dossier.language
        return f" – {words.label('role', role, language)}" if role else ""

    def _party(self, party: PartyValue) -> tuple[str | Run, ...]:
        if party.name or not party.actor:
            return (one_line(party.name or ""),)
        return (self._link(party.actor),)

    def _link(self, id: str) -> Run:
        known = self.publication.dossier.get(id.partition("#")[0]) is not None
        return Run(self.name(id), to=id if known else "")
