"""The template environment, and what every template can say and link to."""

from functools import cached_property
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_dossier.links.bearer import Mention
from mkdocs_dossier.links.frequency import choose_links
from mkdocs_dossier.locales import Texts, texts
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.pages.account import AccountMarks
from mkdocs_dossier.pages.assets import picture_address
from mkdocs_dossier.pages.describing import describing_helpers
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.mentioning import mentioning_helpers
from mkdocs_dossier.pages.outline import Outline
from mkdocs_dossier.pages.plain import link_names
from mkdocs_dossier.pages.prose import Prose
from mkdocs_dossier.pages.provenance import provenance_helpers
from mkdocs_dossier.pages.reading import reading_helpers
from mkdocs_dossier.pages.sentences import sentence_helpers
from mkdocs_dossier.views.addresses import Addresses, relative
from mkdocs_dossier.views.book import Book
from mkdocs_dossier.views.dyads import list_pairs
from mkdocs_dossier.views.facts import Facts, Pair
from mkdocs_dossier.views.mentions import Mentions
from mkdocs_dossier.views.say_date import say_date, say_year
from mkdocs_dossier.views.typography import set_spaces


class Press:
    """What turns a book into pages: texts, addresses, templates. One for a build."""

    def __init__(self, book: Book, features: Features) -> None:
        self.book = book
        self.features = features
        self.texts: Texts = texts(book.dossier.language)
        self.prose = Prose(self.texts.language)
        self.addresses = Addresses(book.dossier, self.texts)
        self.passages = book.passages
        self.pictures: set[str] = set()
        """The pictures that prose shows, by path; known when all pages are made."""
        self.mentions = Mentions(book.dossier, automatic=features.links)

    @property
    def dossier(self) -> Dossier:
        """The dossier that is being published."""
        return self.book.dossier

    @cached_property
    def facts(self) -> Facts:
        """What ties two actors."""
        return Facts(self.book)

    @cached_property
    def pairs(self) -> set[Pair]:
        """The pairs of actors that have a page."""
        return list_pairs(self.book, self.facts.all)

    @cached_property
    def environment(self) -> Environment:
        """Templates escape everything, and fail on a name that does not exist."""
        environment = Environment(
            loader=PackageLoader("mkdocs_dossier.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self.typeset,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals.update(
            t=self.texts,
            plural=self.texts.plural,
            book=self.book,
            dossier=self.dossier,
            term=self.term,
            **describing_helpers(self),
            **mentioning_helpers(self),
            **provenance_helpers(self),
            **reading_helpers(self),
            **sentence_helpers(self),
        )
        environment.filters.update(said=self.date, time=self.time, year=self.year)
        return environment

    def render(self, template: str, address: str, **values: Any) -> str:
        """A template as HTML for the page at an address; links inside are made relative to it."""
        page = Desk(self, address, getattr(values.get("record"), "id", None))
        return self.environment.get_template(template).render(
            link=page.link,
            url=page.url,
            name=self.dossier.name_of,
            prose=page.prose,
            plain=page.plain,
            account=page.account,
            address=address,
            **values,
        )

    def typeset(self, value: Any) -> Any:
        """What a template prints: plain texts get the spaces of their language."""
        return set_spaces(value, self.texts.language) if type(value) is str else value

    def term(self, of: str, id: str, section: str = "") -> str:
        """A term of the vocabulary in the site's language, or the id where there is none."""
        return self.dossier.vocabulary.label(of, id, self.texts.language, section)

    def date(self, date: Date | None) -> str:
        """A date in words."""
        return say_date(date, self.texts)

    def year(self, number: int | None) -> str:
        """A year in words."""
        return self.texts("date.unknown") if number is None else say_year(number, self.texts)

    def time(self, date: Date | None) -> Markup:
        """A date in words as a `<time>`, marked when it is not certain."""
        words = self.date(date)
        if date is None:
            return Markup('<span class="d-date d-date--unknown">{}</span>').format(words)
        doubt = (
            ""
            if date.exact or (date.precision in ("month", "year") and date.form == "point")
            else " d-date--uncertain"
        )
        if date.approximate or date.uncertain:
            doubt = " d-date--uncertain"
        machine = (
            date.earliest.isoformat()
            if date.exact
            and date.earliest == date.latest
            and date.earliest
            and date.earliest.year > 0  # HTML knows no year before 1
            else None
        )
        if machine is None:
            return Markup('<span class="d-date{}">{}</span>').format(doubt, words)
        return Markup('<time class="d-date{}" datetime="{}">{}</time>').format(
            doubt, machine, words
        )


class Desk:
    """Links as seen from one page."""

    def __init__(self, press: Press, address: str, record: str | None = None) -> None:
        self._press = press
        self._address = address
        self._record = record
        self._linked: set[str] = set()

    def url(self, target: str | None) -> str:
        """An address from the site's root, as a link from this page.

        Empty, so that it leads to this page, where there is none: beside a broken record, of which
        a preview has no page while others still name it.
        """
        return relative(target, self._address) if target is not None else ""

    def link(self, id: str, label: str | None = None) -> Markup:
        """A link to a record, article or statement; its name alone where it has no page."""
        target = self._press.addresses.of(id)
        text = escape(self._press.typeset(label or self._press.dossier.name_of(id)))
        if target is None:
            return Markup(text)
        record = id.partition("#")[0]
        return Markup('<a href="{}" data-record="{}">{}</a>').format(self.url(target), record, text)

    def prose(self, text: str | None, prefix: str = "", level: int = 3) -> Markup:
        """A prose field as safe HTML; ids inside start with `prefix`."""
        text = text or ""
        return self._press.prose.render(
            text,
            self._resolve,
            prefix=prefix,
            level=level,
            mentions=self._choose_names(text),
            find_picture=self._find_picture,
        )

    def plain(self, text: str) -> Markup:
        """A text without Markdown, its names linked."""
        return link_names(text, self._choose_names(text), self._resolve, self._press.texts.language)

    def _choose_names(self, text: str) -> list[Mention]:
        if not self._press.features.links:
            return []
        found = self._press.mentions.reader.read_prose(text, self._record)
        frequency = self._press.features.frequency
        return list(choose_links(text, found.mentions, frequency, self._linked))

    def account(self, article: Article, outline: Outline) -> Markup:
        """The body of an article: quotes marked, and under each paragraph what rests on it.

        Its headings go into the table of contents, under the section opened last.
        """
        passages = self._press.passages
        quotes = {each.anchor: each.quote for each in passages.of(article) if each.paragraph}
        after = {
            anchor: self._press.render("_uses.html", self._address, uses=uses)
            for anchor, uses in passages.at(article).items()
            if uses
        }
        marks = AccountMarks(quotes, after, self._press.texts("record.paragraph"))
        named = []
        if self._press.features.links:
            found = self._press.mentions.in_articles[article.id]
            frequency = article.mentions.frequency or self._press.features.frequency
            named = list(choose_links(article.text, found, frequency, self._linked))
        html = self._press.prose.render(
            article.text,
            self._resolve,
            marks=marks,
            mentions=named,
            find_picture=self._find_picture,
            reserved=outline.taken,
        )
        outline.nest(self._press.prose.headings)
        return html

    def _find_picture(self, path: str) -> str | None:
        if path not in self._press.dossier.images:
            return None
        self._press.pictures.add(path)
        return quote(self.url(picture_address(path)))

    def _resolve(self, id: str) -> tuple[str, str] | None:
        target = self._press.addresses.of(id)
        return (self.url(target), self._press.dossier.name_of(id)) if target else None
