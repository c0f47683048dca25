"""What the templates of indexes, relations, time and place can ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from babel.dates import get_month_names

from mkdocs_dossier.model.records import Event, Record
from mkdocs_dossier.model.slug import slugify_tag
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.pages.assets import picture_address
from mkdocs_dossier.pages.basemap import world_paths
from mkdocs_dossier.pages.sentences import tie_noun
from mkdocs_dossier.views.entries import words_of
from mkdocs_dossier.views.facts import Fact, Pair
from mkdocs_dossier.views.graph import number_states
from mkdocs_dossier.views.lines import line_of, line_of_fact
from mkdocs_dossier.views.neighbourhood import draw_neighbourhood, list_encounters
from mkdocs_dossier.views.spelling import fold, initials
from mkdocs_dossier.views.strip import Dated, Strip, draw_strip
from mkdocs_dossier.views.timeline import tone_of

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press


def reading_helpers(press: Press) -> dict[str, Callable[..., Any]]:
    """The functions for the template environment, by name."""

    def picture(record: Record) -> str | None:
        file = record.image.file if record.image else None
        return picture_address(file) if file in press.dossier.images else None

    def month_name(number: int) -> str:
        names = get_month_names("wide", context="stand-alone", locale=press.texts.language)
        return str(names[number])

    @cache
    def hues() -> dict[str, int]:
        return number_states(press.dossier, press.facts.all)

    def strip_of(events: Iterable[Event]) -> Strip | None:
        words = press.dossier.vocabulary
        found = [
            Dated(each.id, each.name, each.date, tone_of(words, each))
            for each in events
            if each.date
        ]
        years = {each.date.year for each in found}
        return draw_strip(found, 640) if len(years) > 1 else None  # one year needs no picture

    def pair_page(pair: Pair) -> str:
        """The page of two actors; where they have none, their place in the table of all ties."""
        if pair in press.pairs:
            return press.addresses.dyad(*pair)
        return f"{press.addresses.index('relations')}#{'--'.join(pair)}"

    return {
        "view": press.addresses.index,
        "dyad": press.addresses.dyad,
        "has_dyad": lambda pair: pair in press.pairs,
        "pair_page": pair_page,
        "words_of": words_of,
        "initials": initials,
        "picture": picture,
        "world": world_paths,
        "near_to": lambda id: draw_neighbourhood(press.dossier, press.facts, id, hues()),
        "strip_of": strip_of,
        "met_by": lambda id: list_encounters(press.book, id),
        "month_name": month_name,
        "has_tags": lambda: bool(press.book.tagged),
        "tag_page": lambda tag: f"{press.addresses.index('tags')}{slugify_tag(tag)}/",
        "type_label": lambda type_: type_label(press, type_),
        "line_of": lambda type_, sort: line_of(press.dossier.vocabulary, type_, sort),
        "line_of_fact": lambda fact: line_of_fact(press.dossier.vocabulary, fact),
        "tone_of": lambda record: tone_of(press.dossier.vocabulary, record),
        "shape_of": lambda kind: press.dossier.vocabulary.actor_kind(kind).shape,
        "list_shapes": lambda kinds: list_shapes(press, kinds),
        "statuses": lambda: press.dossier.vocabulary.by_rank,
        "certainty": lambda status: certainty(press, status),
        "fact_label": lambda fact: fact_label(press, fact),
    }


def sort_named(press: Press, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Each id once with its name, in order of name without accents: the options of a filter."""
    pairs = [(id, press.dossier.name_of(id)) for id in set(ids)]
    return sorted(pairs, key=lambda pair: (fold(pair[1]), pair[0]))


def list_shapes(press: Press, kinds: Iterable[str]) -> list[tuple[str, str]]:
    """What the shapes of a graph mean: each with the labels of its kinds, in their order."""
    words, found = press.dossier.vocabulary, dict[str, list[str]]()
    for kind in sorted(set(kinds), key=lambda kind: words.actor_order.get(kind, 0)):
        label = press.term("kind", kind, "actor")
        found.setdefault(words.actor_kind(kind).shape, []).append(label)
    return [(shape, ", ".join(labels)) for shape, labels in found.items()]


def certainty(press: Press, status: str) -> str:
    """How a status is coloured: 'sure', 'open', 'doubt' or 'wrong'."""
    known = press.dossier.vocabulary.statuses.get(status)
    return known.certainty if known else "open"


def type_label(press: Press, type_: str) -> str:
    """What a type of fact is called in a legend: « alliances », « fonctions »."""
    known = press.dossier.vocabulary.relation_types.get(type_)
    return say(known.plural, press.texts.language) if known else press.texts(f"views.facts.{type_}")


def fact_label(press: Press, fact: Fact) -> str:
    """What ties its two actors: « alliance », an office's title, « rattachement »."""
    if fact.sort == "relation":
        return tie_noun(press, fact.type)
    if fact.sort == "office":
        return str(getattr(fact.value, "title", ""))
    if fact.sort == "statement":
        act = getattr(getattr(fact.value, "statement", None), "act", None)
        return press.term("act", act or "say")
    return press.texts(f"views.facts.label.{fact.sort}")
