"""Views inside hand-written pages, each put in the place that Markdown has carried through."""

import re
from collections.abc import Callable

from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.embeds import PLACE, Embed, find_faults
from mkdocs_dossier.views.excerpt import Choice, choose_entries, choose_facts
from mkdocs_dossier.views.graph import number_states
from mkdocs_dossier.views.map import make_maps
from mkdocs_dossier.views.relations import make_overview
from mkdocs_dossier.views.strip import draw_strip
from mkdocs_dossier.views.timeline import group_by_year, tell_all, to_strip

CANVAS = (700, 520)


def place_embeds(html: str, embeds: list[Embed], address: str, press: Press) -> str:
    """The page's HTML with each view in its place; links are relative to the page's address.

    One with a fault leaves nothing.
    """

    def put(found: re.Match[str]) -> str:
        number = int(found[1])
        if number >= len(embeds) or list(find_faults(embeds[number], press.dossier)):
            return ""
        embed = embeds[number]
        # an id of a heading or a record never starts with an underscore
        return _VIEWS[embed.view](press, address, embed, f"_view-{number + 1}-")

    return PLACE.sub(put, html)


def _choice(embed: Embed) -> Choice:
    years = {
        name: int(embed.options[name][0]) for name in ("from", "to") if embed.options.get(name)
    }
    return Choice(
        actors=embed.options.get("actors", ()),
        states=embed.options.get("states", ()),
        places=embed.options.get("places", ()),
        kinds=embed.options.get("kinds", ()),
        types=embed.options.get("types", ()),
        since=years.get("from"),
        until=years.get("to"),
        doubt=embed.doubt,
    )


def _chronology(press: Press, address: str, embed: Embed, prefix: str) -> str:
    entries = choose_entries(press.book, tell_all(press.book), _choice(embed))
    return press.render(
        "embed_chronology.html",
        address,
        list=group_by_year(entries),
        strip=draw_strip(to_strip(press.dossier.vocabulary, entries)),
        prefix=prefix,
        marked=embed.options.get("highlight", ()),
    )


def _relations(press: Press, address: str, embed: Embed, prefix: str) -> str:
    facts = choose_facts(press.book, press.facts.all, _choice(embed))
    hues = number_states(press.dossier, press.facts.all)
    overview = make_overview(press.book, facts, hues, CANVAS)
    marked = embed.options.get("highlight", ())
    return press.render("embed_relations.html", address, overview=overview, marked=marked)


def _map(press: Press, address: str, embed: Embed, prefix: str) -> str:
    entries = choose_entries(press.book, tell_all(press.book), _choice(embed))
    events = {entry.id for entry in entries}
    maps = [
        (form, make_maps(press.book, narrow=form == "tall", events=events))
        for form in ("wide", "tall")
    ]
    return press.render("embed_map.html", address, maps=maps)


_VIEWS: dict[str, Callable[[Press, str, Embed, str], str]] = {
    "chronology": _chronology,
    "relations": _relations,
    "map": _map,
}
