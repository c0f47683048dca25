"""Each language's folder holds all that readers of a site read, with the same values in it."""

import string

import pytest

from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.languages.name_grammar import name_grammar
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import keys
from mkdocs_dossier.model.fallback import FALLBACK
from mkdocs_dossier.model.records import Actor, Event, Place, Topic
from mkdocs_dossier.source.vocabulary import build

READ = (
    "record",
    "views",
    "provenance",
    "search",
    "address",
    "frame",
    "coverage",
    "corrections",
    "lens",
    "date",
    "period",
    "grammar",
    "redirect",
    "preview",
    "site.permalink",
    "site.palette",
    "data.formats",
    "data.prose",
    "data.told",
    "data.feed",
    "data.calendar",
    "data.counts",
    "data.size",
    "data.files",
    "data.ftm-statements",
    "data.rows",
    "data.beside",
    "impact",
    "query",
    "book",
    "cited",
)
"""What readers of a site see. What only curators see may be borrowed from English."""
CURATORS = ("provenance.verify", "impact.unknown")
STRUCTURE = {"body", "corrections", "dismissals", "disputes", "former_ids", "full_text_sha256"} | {
    "mentions",
    "never_link",
    "notes",
    "reviewed",
    "revises",
    "searches",
    "sources",
    "untitled",
}
"""Fields of which no source says anything."""
FREE = ("fit.", "grammar.contracted.", "grammar.elided.", "date.century.", "record.ordinal.")
"""Where languages differ in what they need."""


def is_read(key):
    return any(f"{key}.".startswith(f"{each}.") for each in READ) and not key.startswith(CURATORS)


def placeholders(text):
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


@pytest.mark.parametrize("language", languages())
def test_all_that_readers_see_is_said(language):
    say, english = texts(language), texts(FALLBACK)
    wanted = {key for key in english.own if is_read(key) and not key.startswith(FREE)}
    assert len(wanted) > 300
    assert wanted - say.own == set()


@pytest.mark.parametrize("language", languages())
def test_every_field_that_a_source_may_support_has_a_name(language):
    say = texts(language)
    fields = {name for each in (Actor, Event, Place, Topic, Article) for name in keys(each)}
    assert {name for name in fields if f"provenance.field.{name}" not in say} == STRUCTURE


@pytest.mark.parametrize("language", languages())
def test_texts_hold_the_same_values(language):
    say, english = texts(language), texts(FALLBACK)
    assert {key for key in say.own if key not in english and not key.startswith(FREE)} == set()
    both = [key for key in say.own if key in english.own and not key.startswith(FREE)]
    different = {key for key in both if placeholders(say(key)) - placeholders(english(key))}
    assert different == set()


@pytest.mark.parametrize("language", languages())
def test_every_word_of_the_vocabulary_is_called_something(language):
    words = build()
    terms = {
        f"{of}.{id}": entry.labels
        for of in ("roles", "sides", "acts", "statuses", "controls")
        for id, entry in getattr(words, of).items()
    }
    terms |= {
        f"{section}.{id}": kind.labels
        for section, kinds in words.kinds.items()
        for id, kind in kinds.items()
    }
    terms |= {id: entry.forward for id, entry in words.relation_types.items()}
    assert {id for id, labels in terms.items() if language not in labels} == set()
    assert {id for id, act in words.acts.items() if language not in act.sentence} == set()


@pytest.mark.parametrize("language", languages())
def test_its_names_have_a_grammar(language):
    grammar = name_grammar(language)
    assert grammar.known
    assert grammar.function_words
