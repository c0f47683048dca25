"""Reads the texts of a dossier for the names in them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mkdocs_dossier.languages.name_grammar import NameGrammar, name_grammar
from mkdocs_dossier.model.article import Article, MentionSettings
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.reads import Service, made_once
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.bearers import list_bearers
from mkdocs_dossier.names.explicit import find_explicit
from mkdocs_dossier.names.masking import find_masks, find_plain_masks
from mkdocs_dossier.names.recogniser import Recogniser, Recognition
from mkdocs_dossier.names.spans import Span

Fixed = dict[tuple[int, int], str | None]
_NO_SETTINGS = MentionSettings()


class Reader(Service):
    """Finds the names in all texts of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._recognisers: dict[NameGrammar, Recogniser] = {}

    @made_once
    def bearers(self) -> list[Bearer]:
        """Who bears which names: all that the reading of a text asks of the dossier."""
        return list(list_bearers(self.dossier))

    @property
    def recogniser(self) -> Recogniser:
        """What finds names in a text in the dossier's language."""
        return self._recogniser_of(None)

    def language_of(self, article: Article) -> str:
        """The language of an article's body: an account is in the dossier's own."""
        own = self.dossier.language
        return own if article.body == "account" else article.language or own

    def read_article(self, article: Article) -> Recognition:
        """The body of an article; offsets count code points of `article.text`.

        The headline, which readers see above, says who is meant by a short name below.
        """
        masks = find_masks(article.text, debris=article.body != "account")
        language = self.language_of(article)
        named = self._named_in(article.title, language)
        return self._read(article.text, masks, article.mentions, named, language)

    def read_full_text(self, text: str, article: Article) -> Recognition:
        """The private full text of an article; it is no Markdown."""
        masks = find_plain_masks(text)
        return self._read(text, masks, article.mentions, (), article.language)

    def read_prose(self, text: str, about: str | None = None) -> Recognition:
        """A text in Markdown, on the page of the record `about`, which it does not link to."""
        read = self.recogniser.read_before
        found = read.get((text, about))
        if found is None:
            found = read[text, about] = self._read_prose(text, about)
        return found

    def _read_prose(self, text: str, about: str | None) -> Recognition:
        known = (about,) if about in self.recogniser.bearers and about else ()
        found = self._read(text, find_masks(text, debris=False), _NO_SETTINGS, known)
        kept = [each for each in found.mentions if each.record != about or each.how == "explicit"]
        return Recognition(kept, found.doubts)

    def read_page(
        self, text: str, settings: MentionSettings = _NO_SETTINGS, masks: Iterable[Span] = ()
    ) -> Recognition:
        """A page in Markdown that stands on its own; nothing is linked in `masks` either."""
        found = sorted([*find_masks(text, debris=False), *masks])
        return self._read(text, found, settings, ())

    def _read(
        self,
        text: str,
        masks: list[Span],
        settings: MentionSettings,
        known: Iterable[str],
        language: str | None = None,
    ) -> Recognition:
        recogniser = self._recogniser_of(language)
        fixed: Fixed = {}
        hidden: set[str] = set()
        plain = _plain(text) if settings.ignore or settings.as_ else ""
        for phrase in dict.fromkeys(settings.ignore):
            if phrase in recogniser.bearers:
                hidden.add(phrase)
            if _plain(phrase) in plain:
                fixed.update((place.span(), None) for place in _compile(phrase).finditer(text))
        for forced in settings.as_:
            if _plain(forced.text) not in plain:
                continue
            links = [(_compile(surface), record) for surface, record in forced.link.items()]
            for place in _compile(forced.text).finditer(text):
                for surface, record in links:
                    for inner in surface.finditer(text, *place.span()):
                        fixed[inner.span()] = record
        for link in find_explicit(text, masks):
            fixed[link.start, link.end] = None
            fixed[link.shown] = link.target
        found = recogniser.recognise(text, masks, fixed, known)
        if hidden:
            kept = [each for each in found.mentions if each.record not in hidden]
            return Recognition(kept, found.doubts)
        return found

    def _recogniser_of(self, language: str | None) -> Recogniser:
        """What finds names in a text in a language; one for all languages without grammar."""
        grammar, bearers = name_grammar(language or self.dossier.language), self.bearers
        if grammar not in self._recognisers:
            self._recognisers[grammar] = _make_recogniser(tuple(bearers), grammar)
        return self._recognisers[grammar]

    def _named_in(self, title: str, language: str) -> Iterator[str]:
        for mention in self._recogniser_of(language).recognise(title).mentions:
            if mention.how in ("name", "alias"):
                yield mention.record


@lru_cache(maxsize=2)
def _make_recogniser(bearers: tuple[Bearer, ...], grammar: NameGrammar) -> Recogniser:
    """The same as before where a preview has loaded the same names again."""
    return Recogniser(bearers, grammar)


@lru_cache(maxsize=1024)
def _compile(phrase: str) -> re.Pattern[str]:
    """Finds a phrase as whole words, whatever the white space between them."""
    words = r"\s+".join(re.escape(part).replace("'", "['’]") for part in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _plain(text: str) -> str:
    """What a phrase is first looked for in: that is quick, however long it is."""
    return " ".join(text.replace("’", "'").split())
