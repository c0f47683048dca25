"""The page of an article."""

from typing import Any

from babel import Locale, UnknownLocaleError

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.errata import find_errata
from mkdocs_dossier.views.items import Said


def describe_article(press: Press, article: Article) -> dict[str, Any]:
    """Whom it names, what rests on it, and what is held against it."""
    named = press.mentions.named_in[article.id]
    return {
        "language_name": lambda tag: say_language(tag, press.texts.language),
        "method_name": lambda method: _say_method(press, method),
        "said_here": [Said(article, statement) for statement in article.statements],
        "whole": list(
            dict.fromkeys(
                use.reference
                for use in press.passages.elsewhere(article)
                if use.holder is not article
            )
        ),
        "errors": find_errata(press.passages, article),
        "named": _group_named(press, named),
        "named_count": len(named),
    }


def say_language(tag: str, language: str) -> str:
    """The name of a language, such as « anglais »; the tag itself when it is unknown."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(language) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _say_method(press: Press, method: str) -> str:
    key = f"record.method.{method}"
    return press.texts(key) if key in press.texts else method


def _group_named(press: Press, ids: list[str]) -> list[tuple[str, list[str]]]:
    """The records by a heading: actors by kind, in the order of the vocabulary, then the rest."""
    words, language = press.dossier.vocabulary, press.texts.language
    found: dict[tuple[int, str], list[str]] = {}
    for id in ids:
        record = press.dossier.record(id)
        if isinstance(record, Actor):
            place, kind = words.actor_order.get(record.kind, 0), str(record.kind)
            found.setdefault((place, words.plural(kind, language, "actor")), []).append(id)
        elif record:
            place = len(words.actor_order) + [each.singular for each in SECTIONS].index(
                record.section
            )
            heading = press.texts(f"record.named.{record.section}")
            found.setdefault((place, heading), []).append(id)
    return [(heading, group) for (_, heading), group in sorted(found.items())]
