"""What gathering a page's value can ask: the site's indexes and words, and links from the page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeVar
from urllib.parse import quote, unquote

from mkdocs_dossier.index.addresses import Addresses
from mkdocs_dossier.index.backlinks import Backlinks
from mkdocs_dossier.index.corrections import date_feed
from mkdocs_dossier.index.dyads import Articles, group_pairs, list_naming
from mkdocs_dossier.index.facts import Fact, Facts, Pair
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.index.timeline import Entry, cut_evenly, newest_first, tell_all
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.languages.collation import Key, order
from mkdocs_dossier.languages.dates import say_date, say_year
from mkdocs_dossier.languages.typography import set_spaces
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.reads import Memo, Service, made_once
from mkdocs_dossier.model.vocabulary import Labels, say
from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.names.explicit import find_explicit
from mkdocs_dossier.names.frequency import choose_links
from mkdocs_dossier.pages.assets import picture_address
from mkdocs_dossier.pages.data.value import Download
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.values.text import Link, Mentioned, Prose, Text, When
from mkdocs_dossier.trust.impact import Support
from mkdocs_dossier.trust.linked import Linked
from mkdocs_dossier.trust.resting import Resting, facts_by_sole_origin

Made = TypeVar("Made")


@dataclass(frozen=True)
class Site(Service):
    """The indexes, words and addresses of one build; each index is made when first asked for."""

    indexes: Indexes
    features: Features
    downloads: list[Download] = field(default_factory=list)
    """The files of all formats, made before the pages; none without exports."""
    _made: Memo[Any] = field(default_factory=Memo)

    def once(self, make: Callable[..., Made], of: object, *given: str) -> Made:
        """What `make(site, of, *given)` gives, the same on every page: made once.

        `of` is known by its identity: a part of the dossier, which lives as long as the site.
        """
        made: Made = self._made.get((make, id(of), given), lambda: make(self, of, *given))
        return made

    @property
    def dossier(self) -> Dossier:
        """The dossier that is being published."""
        return self.indexes.dossier

    @cached_property
    def texts(self) -> Texts:
        """The words of the site's language."""
        return texts(self.dossier.language)

    def order(self, name: str) -> Key:
        """The sorting key of a name in the site's language."""
        return order(name, self.texts.language)

    @made_once
    def addresses(self) -> Addresses:
        """Where each thing stands on the site."""
        return Addresses(self.dossier, self.texts)

    @property
    def passages(self) -> Passages:
        """The quoted passages of articles, and what rests on them."""
        return self.indexes.passages

    @made_once
    def mentions(self) -> Mentions:
        """Every place in texts where a record is named."""
        return Mentions(self.dossier, automatic=self.features.links)

    @made_once
    def backlinks(self) -> Backlinks:
        """Those places, by the record that is named."""
        return Backlinks(self.indexes, self.mentions)

    @made_once
    def has_feed(self) -> bool:
        """Whether there is a feed of corrections: exports are on, and something dates it."""
        return self.features.exports and bool(date_feed(self.dossier, self.features.now))

    @made_once
    def published(self) -> frozenset[str]:
        """The addresses of the files of all formats; asked for when they are made."""
        return frozenset(each.address for each in self.downloads)

    @made_once
    def linked(self) -> Linked:
        """Records as nodes of linked data."""
        return Linked(self.indexes, self.addresses, self.features.site)

    @made_once
    def support(self) -> Support:
        """What each fact stands on, and what would fall without it."""
        return Support(self.dossier)

    @made_once
    def facts(self) -> Facts:
        """What ties two actors."""
        return Facts(self.indexes)

    @made_once
    def entries(self) -> list[Entry]:
        """All events and articles, in order of time."""
        return tell_all(self.indexes)

    @made_once
    def entries_on(self) -> dict[int, list[Entry]]:
        """The entries of each page of the chronology, from 1, the newest first."""
        return dict(enumerate(cut_evenly(newest_first(self.entries)), 1))

    @made_once
    def resting(self) -> dict[str, list[Resting]]:
        """For each origin, the facts that it alone tells."""
        return facts_by_sole_origin(self.dossier)

    @made_once
    def pairs(self) -> dict[Pair, list[Fact]]:
        """The pairs of actors that have a page, and what ties them."""
        return group_pairs(self.indexes, self.facts.all)

    @made_once
    def naming(self) -> Articles:
        """For each record, the articles that name it."""
        return list_naming(self.mentions.named_in)

    def term(self, of: str, id: str, section: str = "") -> str:
        """A term of the vocabulary in the site's language; the id where there is none."""
        return self.dossier.vocabulary.label(of, id, self.texts.language, section)

    def words_for_script(self, section: str) -> dict[str, str]:
        """A section's words, with the spaces of the language."""
        words = self.texts.under(section).items()
        return {key: set_spaces(text, self.texts.language) for key, text in words}

    def say_labels(self, labels: Labels) -> str:
        """The label in the site's language."""
        return say(labels, self.texts.language)

    def year(self, number: int | None) -> str:
        """A year in words."""
        return self.texts("date.unknown") if number is None else say_year(number, self.texts)

    def say(self, date: Date | None) -> str:
        """A date in words."""
        return say_date(date, self.texts)

    def when(self, date: Date | None) -> When:
        """A date as a page shows it."""
        return _show_date(date, self.texts)


class Scope:
    """The site as seen from one page. Its texts link each name as often as the site wishes.

    `address` is the page's own, from the site's root; `record` what it shows, if it shows one.
    """

    def __init__(self, site: Site, address: str, record: str | None = None) -> None:
        self.site = site
        self.address = address
        self.record = record
        self.root = "../" * address.count("/")
        self._linked: set[str] = set()
        self._links: dict[str, Link] = {}
        self._shown: set[str] = set()

    def url(self, target: str) -> str:
        """An address from the site's root, as a link from this page."""
        path, hash_, anchor = target.partition("#")
        if path == self.address and hash_:
            return f"#{anchor}"
        return (self.root + target) or "./"

    def link(self, id: str, words: str | None = None) -> Link:
        """A link to a record, article or statement; its name alone where it has no page."""
        if words is not None:
            return self._make_link(id, words)
        known = self._links.get(id)
        if known is None:
            known = self._links[id] = self._make_link(id, self.site.dossier.name_of(id))
        return known

    def _make_link(self, id: str, words: str) -> Link:
        target = self.site.addresses.of(id)
        if target is None:
            return Link(words)
        return Link(words, self.url(target), id.partition("#")[0])

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """A link for each id."""
        return tuple(self.link(id) for id in ids)

    def text(self, text: str | None) -> Text:
        """A text without Markdown: links at its names and in place of `[[id]]`."""
        text = text or ""
        written = list(find_explicit(text))
        places = [
            (each.start, each.end, _target(each.target, each.anchor), each.label)
            for each in written
        ]
        places += [
            (each.start, each.end, each.record, text[each.start : each.end])
            for each in self._choose(text)
            if not any(link.start < each.end and each.start < link.end for link in written)
        ]
        parts: list[str | Link] = []
        last = 0
        for start, end, target, label in sorted(places):
            found = self.link(target, label)
            parts += [text[last:start], found if found.address else found.words]
            last = end
        return tuple(part for part in (*parts, text[last:]) if part)

    def prose(self, text: str | None, prefix: str, level: int = 3) -> Prose | None:
        """A prose field, its names placed; None where there is none.

        `prefix` keeps the ids that it writes apart from those of the page's other fields.
        """
        return self.woven(text, self._choose(text), prefix, level) if text else None

    def woven(
        self, text: str, mentions: Iterable[Mention], prefix: str = "", level: int = 3
    ) -> Prose:
        """Markdown with these mentions, and each `[[target]]` that it writes."""
        placed = (
            Mentioned(each.start, each.end, each.record, self.url(address))
            for each in mentions
            if (address := self.site.addresses.of(each.record))
        )
        targets = {_target(each.target, each.anchor) for each in find_explicit(text)}
        links = ((target, self.link(target)) for target in sorted(targets))
        known = tuple((target, link) for target, link in links if link.address)
        return Prose(text, tuple(placed), known, self._pictures(text), level, prefix)

    def _pictures(self, text: str) -> tuple[tuple[str, str], ...]:
        """The pictures of the dossier that a text may show."""
        if "![" not in text:
            return ()
        found = (path for path in sorted(self.site.dossier.images) if _may_show(text, path))
        shown = tuple(found)
        self._shown.update(shown)
        return tuple((path, quote(self.url(picture_address(path)))) for path in shown)

    def list_pictures(self) -> tuple[str, ...]:
        """The pictures that the page's prose shows, by path."""
        return tuple(sorted(self._shown))

    def choose(self, text: str, mentions: Iterable[Mention], often: str | None) -> list[Mention]:
        """Those mentions of a text that become links on this page."""
        frequency = often or self.site.features.frequency
        return list(choose_links(text, list(mentions), frequency, self._linked))  # type: ignore[arg-type]

    def _choose(self, text: str) -> list[Mention]:
        if not self.site.features.links:
            return []
        found = self.site.mentions.reader.read_prose(text, self.record)
        return self.choose(text, found.mentions, None)


@lru_cache(2**12)  # one date stands on many pages
def _show_date(date: Date | None, say: Texts) -> When:
    words = say_date(date, say)
    if date is None:
        return When(words, unknown=True)
    vague = not date.exact and not (date.precision in ("month", "year") and date.form == "point")
    day = date.earliest if date.exact and date.earliest == date.latest else None
    machine = day.isoformat() if day and day.year > 0 else None  # HTML knows no year before 1
    return When(words, machine, vague or date.approximate or date.uncertain)


def _may_show(text: str, path: str) -> bool:
    return path in text or quote(path) in text or path in unquote(text)


def _target(record: str, anchor: str | None) -> str:
    return f"{record}#{anchor}" if anchor else record
