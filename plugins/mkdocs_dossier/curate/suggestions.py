"""What a curator might add after reading the articles: records, aliases, decisions."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz, process

from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages.name_grammar import name_grammar
from mkdocs_dossier.languages.sentences import find_sentence
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.names.candidates import Candidate, find_candidates
from mkdocs_dossier.names.masking import find_masks
from mkdocs_dossier.names.persons import derive_surnames
from mkdocs_dossier.names.spelling import strip_accents

Kind = Literal["new", "spelling", "ambiguous"]
_ALIKE = 85
_CONTEXT = 60
_WORDS_BEFORE = re.compile(r"(?:(?<![\w'’-])[\w'’-]+ ){1,2}$")
_WORDS_AFTER = re.compile(r"(?: [\w'’-]+){1,2}")
_LOWER = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])|(?<=['’])[^\W\d_]+")


@dataclass(frozen=True)
class Suggestion:
    """A form in the articles, how often and where, and the YAML that would settle it.

    `records` are those it may mean; `file` is where the line belongs, inside the dossier.
    """

    kind: Kind
    form: str
    count: int
    articles: tuple[str, ...]
    contexts: tuple[str, ...]
    records: tuple[str, ...]
    file: str
    yaml: str


@dataclass
class _Found:
    count: int = 0
    sure: bool = False
    articles: list[str] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)

    def add(self, article: Article, start: int, end: int, sure: bool) -> None:
        self.count += 1
        self.sure |= sure
        if article.id not in self.articles:
            self.articles.append(article.id)
        if len(self.contexts) < 3:
            self.contexts.append(_context(article.text, start, end))
            self.phrases.append(_phrase(article.text, start, end))


def suggest(mentions: Mentions, articles: Iterable[Article]) -> list[Suggestion]:
    """Names without a record, spellings close to a known name, short names left unlinked.

    By kind, then the most frequent first. Nothing is applied.
    """
    unknown: dict[str, _Found] = defaultdict(_Found)
    doubts: dict[tuple[str, str, tuple[str, ...]], _Found] = defaultdict(_Found)
    common: set[str] = set()
    for article in articles:
        common.update(word for word in _LOWER.findall(article.text) if word.islower())
        found = mentions.reader.read_article(article)
        grammar = name_grammar(mentions.reader.language_of(article))
        masks = find_masks(article.text, debris=article.body != "account")
        for candidate in find_candidates(article.text, found, grammar, masks):
            _note(unknown, article, candidate)
        for doubt in found.doubts:
            form = article.text[doubt.start : doubt.end]
            doubts[article.id, form, doubt.records].add(article, doubt.start, doubt.end, True)
    known = _list_known(mentions)
    suggestions = [
        _suggest_name(form, found, known, mentions) for form, found in unknown.items() if found.sure
    ]
    suggestions += [
        _suggest_link(article, form, records, found)
        for (article, form, records), found in doubts.items()
    ]
    order = ("spelling", "ambiguous", "new")
    return sorted(suggestions, key=lambda each: (order.index(each.kind), -each.count, each.form))


def _note(unknown: dict[str, _Found], article: Article, candidate: Candidate) -> None:
    unknown[candidate.name].add(article, candidate.start, candidate.end, candidate.sure)


def _list_known(mentions: Mentions) -> dict[str, str]:
    """Each name as it is compared, with its record."""
    known: dict[str, str] = {}
    recogniser = mentions.reader.recogniser
    for bearer in recogniser.bearers.values():
        for name in (bearer.name, *bearer.aliases):
            known.setdefault(_compare(name), bearer.record)
            if bearer.is_person:
                for surname in derive_surnames(name, bearer.family_first, recogniser.grammar):
                    if len(surname) > 4:
                        known.setdefault(_compare(surname), bearer.record)
    return known


def _suggest_name(
    form: str, found: _Found, known: dict[str, str], mentions: Mentions
) -> Suggestion:
    near = process.extractOne(_compare(form), list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    articles, contexts = tuple(found.articles), tuple(found.contexts)
    if near is not None and len(form) > 3:
        record = known[near[0]]
        file = mentions.dossier.origins[record].path
        line = f"aliases: [{_quote(form)}]"
        return Suggestion("spelling", form, found.count, articles, contexts, (record,), file, line)
    line = f"name: {_quote(form)}"
    file = f"{slugify(form)}.yml"
    return Suggestion("new", form, found.count, articles, contexts, (), file, line)


def _suggest_link(article: str, form: str, records: tuple[str, ...], found: _Found) -> Suggestion:
    phrase = _quote(found.phrases[0])
    line = f"mentions: {{as: [{{text: {phrase}, link: {{{_quote(form)}: {records[0]}}}}}]}}"
    file = f"articles/{article}.md"
    return Suggestion(
        "ambiguous", form, found.count, (article,), tuple(found.contexts), records, file, line
    )


def _context(text: str, start: int, end: int) -> str:
    """What readers see around a place, at most a sentence."""
    low = max(text.rfind("\n\n", 0, start), 0)
    high = text.find("\n\n", end)
    paragraph = low
    low, high = find_sentence(text, start, end, low, high if high > 0 else len(text))
    plain = " ".join(read_plain(text[low:high], before=text[paragraph:low]).split())
    at = plain.find(" ".join(text[start:end].split()), max(0, start - low - _CONTEXT))
    if at < 0:
        return plain[: 2 * _CONTEXT]
    first = plain.rfind(" ", 0, max(0, at - _CONTEXT)) + 1 if at > _CONTEXT else 0
    last = plain.find(" ", at + end - start + _CONTEXT)
    return plain[first : last if last > 0 else len(plain)]


def _phrase(text: str, start: int, end: int) -> str:
    """A few words around a place as the text writes them, so that they can stand for it alone."""
    before = _WORDS_BEFORE.search(text, max(0, start - 40), start)
    after = _WORDS_AFTER.match(text, end)
    return f"{before[0] if before else ''}{text[start:end]}{after[0].rstrip() if after else ''}"


def _compare(name: str) -> str:
    return strip_accents(name).casefold().replace("-", " ").replace("’", "'")


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
