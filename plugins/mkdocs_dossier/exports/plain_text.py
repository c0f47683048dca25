"""The dossier as Markdown, for machines that read prose; `llms.txt` says where it is.

Status and origins stand inside each sentence, so that no passage that is torn out loses them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.wording import Wording
from mkdocs_dossier.index.items import Part, Said, Tie
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.provenance import PartyValue
from mkdocs_dossier.model.reads import Memo, made_once
from mkdocs_dossier.model.records import (
    Actor,
    Event,
    Identified,
    Office,
    Participant,
    Record,
)
from mkdocs_dossier.model.sections import SECTIONS

LIST, BESIDE = "llms.txt", "index.md"


@dataclass(frozen=True)
class Writer(Wording):
    """Writes records as Markdown in the language of the dossier."""

    def write_list(self) -> str:
        """`llms.txt`: what the dossier is, how to read it, and the address of each text."""
        publication, say = self.publication, self.publication.texts
        settings = publication.dossier.settings
        parts = [f"# {one_line(settings.title)}"]
        parts += [f"> {one_line(settings.summary)}"] if settings.summary else []
        parts += [say("data.prose.how"), *self._own(settings.inclusion)]
        for section in SECTIONS:
            lines = [
                f"- [{self._bracketed(record.title_text)}]({self._text_of(record.id)}): "
                f"{self.plain(record.summary)}"
                for record in publication.dossier.held_in(section).values()
            ]
            if lines:
                parts += [f"## {say(f'data.prose.{section.folder}')}", "\n".join(lines)]
        return "\n\n".join(parts) + "\n"

    def write(self, record: Identified) -> str:
        """A record or article."""
        parts = [f"# {one_line(record.title_text)}", *self._head(record)]
        if isinstance(record, Article):
            parts += [record.text.strip()]
        for title, lines in self._sections(record):
            written = "\n".join(f"- {line}" for line in lines)
            if written:
                heading = self.publication.texts(f"data.prose.{title}")
                parts += [f"## {heading}", written]
        return "\n\n".join(parts) + "\n"

    def _head(self, record: Identified) -> Iterator[str]:
        say = self.publication.texts
        lines = [self.plain(record.summary)]
        if isinstance(record, Record):
            lines[0] += f" {self.publication.tell_origins(record)}"
            names = [one_line(alias.name) for alias in record.aliases]
            lines += [say("data.prose.also", names=", ".join(names))] if names else []
        date = getattr(record, "date", None)
        lines += [f"{say('data.prose.date')} {say_date(date, say)}"] if date else []
        if isinstance(record, Article):
            outlet = self.name(record.outlet) if record.outlet else say("data.prose.no-outlet")
            lines.append(f"{say('data.prose.outlet')} {outlet}")
        lines.append(f"{say('data.prose.page')} {self.publication.address_of(record.id)}")
        yield "\n\n".join(lines)
        description = getattr(record, "description", None)
        yield from self._own(description)

    def _own(self, text: str | None) -> list[str]:
        """A longer text of the curators, without its marks."""
        return [read_plain(text, self.name).strip()] if text else []

    def _sections(self, record: Identified) -> Iterator[tuple[str, Iterable[str]]]:
        indexes, id = self.publication.indexes, record.id
        if isinstance(record, Actor):
            yield "offices", map(self._office, record.offices)
            yield "relations", map(self._tie, indexes.ties.get(id, []))
            yield "events", map(self._part, indexes.parts.get(id, []))
        if isinstance(record, Event):
            yield "participants", map(self._participant, record.participants)
        own = indexes.said_at.get(id, [])
        yield "statements", map(self._said, own)
        yield (
            "said-by",
            (self._said(each) for each in indexes.said_by.get(id, []) if each not in own),
        )
        yield (
            "said-about",
            (self._said(each) for each in indexes.said_about.get(id, []) if each not in own),
        )
        if isinstance(record, Article):
            yield "resting", map(self._said, indexes.said_in.get(id, []))
        yield "disputes", self._disputes(record)
        yield "notes", (self.plain(note.text) for note in record.notes)

    def _office(self, office: Office) -> str:
        body = f" – {self.name(office.organisation)}" if office.organisation else ""
        return f"{one_line(office.title)}{body}{self.period(office)}. {self.told(office)}"

    def _tie(self, tie: Tie) -> str:
        relation = tie.relation
        name = f"{self.name(tie.other)}{self.extras(relation)}{self.period(relation)}"
        line = self.publication.texts("data.prose.pair", label=tie.label, name=name)
        return f"{line}. {self.told(relation)}"

    def _part(self, part: Part) -> str:
        say = self.publication.texts
        when, name = say_date(part.event.date, say), self.name(part.event.id)
        line = say("data.prose.pair", label=when, name=name)
        return f"{line}. {self.publication.tell_origins(part.event)}"

    def _participant(self, participant: Participant) -> str:
        role = participant.role
        words, language = self.publication.dossier.vocabulary, self.publication.dossier.language
        named = f" ({words.label('role', role, language)})" if role else ""
        return f"{self._party(participant)}{named}. {self.told(participant)}"

    @made_once
    def _sentences(self) -> Memo[str]:
        return Memo()

    def _said(self, said: Said) -> str:
        """A statement in a sentence, which stands on several pages."""
        return self._sentences.get(id(said.statement), partial(self._write_said, said))

    def _write_said(self, said: Said) -> str:
        statement, say = said.statement, self.publication.texts
        speakers = [self._party(each) for each in statement.speakers if not each.is_outlet]
        before = say("data.feed.said-by", name=", ".join(speakers)) if speakers else ""
        date = self.publication.indexes.date_of(said)
        when = f" [{say_date(date, say)}]" if date else ""
        return f"{before}{self.plain(statement.text)}{when} {self.told(statement)}"

    def _disputes(self, record: Identified) -> Iterator[str]:
        say = self.publication.texts
        for dispute in record.disputes:
            versions = (
                f"{one_line(version.value or version.text or '')} "
                f"({self.publication.tell_origins(version)})"
                for version in dispute.versions
            )
            decision = self.plain(dispute.decision) if dispute.decision else ""
            line = f"{say('data.prose.disputed', field=dispute.about)} {'; '.join(versions)}."
            yield f"{line} {decision or say('data.prose.undecided')}"

    def _party(self, party: PartyValue) -> str:
        return one_line(party.name or "") or self.name(party.actor or "")

    def _text_of(self, id: str) -> str:
        return f"{self.publication.address_of(id)}{BESIDE}"

    def _bracketed(self, text: str) -> str:
        """A text that may hold brackets, as that of a link."""
        return one_line(text).replace("[", "\\[").replace("]", "\\]")


def make_texts(publication: Publication) -> Iterator[File]:
    """The list at the root of the site, and a text beside each page."""
    writer = Writer(publication)
    records = list(publication.dossier.everything())
    content = writer.write_list().encode()
    yield File(LIST, content, beside=True, main=True, rows=len(records))
    for record in records:
        path = f"{publication.addresses.of(record.id)}{BESIDE}"
        content = publication.piece("prose", record.id, partial(_write_text, writer, record))
        yield File(path, content, beside=True)


def _write_text(writer: Writer, record: Identified) -> bytes:
    return writer.write(record).encode()


FORMAT = Format("prose", make_texts, "curl -O {file}\ngrep -c '' llms.txt", order=90)
