"""Views inside hand-written pages: a line `::: chronology actors=chine,coree-du-nord from=2023`.

A line holds the view's name and its options, `key=value` or `key=value,value`, without spaces in a
value. In a first step the line gives way to an empty element, in a second to the view, so that
Markdown never sees its HTML.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.excerpt import Choice, choose_entries, choose_facts
from mkdocs_dossier.views.graph import number_states
from mkdocs_dossier.views.map import make_maps
from mkdocs_dossier.views.relations import make_overview
from mkdocs_dossier.views.strip import draw_strip
from mkdocs_dossier.views.timeline import group_by_year, tell_all, to_strip

OPTIONS = ("actors", "states", "places", "kinds", "types", "from", "to", "doubt", "highlight")
SINGLE = ("from", "to", "doubt")
"""Options of one value."""
LISTED = 40
"""As many possible values as a message lists."""
CANVAS = (700, 520)
_LINE = re.compile(r"^:::[ \t]+(\S+)(.*)$")
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_YEAR = re.compile(r"[0-9]{4}")
_MARK = re.compile(r'<div data-embed="(\d+)"></div>')


@dataclass(frozen=True)
class Embed:
    """A view asked for on a page; `line` counts from 1 in the text given."""

    line: int
    view: str
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """Why an embed cannot be shown: its line, and a message in the site's language."""

    line: int
    message: str


def find_embeds(markdown: str) -> tuple[str, list[Embed]]:
    """The text with an empty element in place of each embed, and the embeds. Code is left alone."""
    embeds: list[Embed] = []
    lines, fence = [], ""
    for number, line in enumerate(markdown.split("\n"), start=1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1][:3]
        found = None if fence else _LINE.match(line)
        if found:
            line = f'\n<div data-embed="{len(embeds)}"></div>\n'
            embeds.append(Embed(number, found[1], _read_options(found[2])))
        lines.append(line)
    return "\n".join(lines), embeds


def place_embeds(html: str, embeds: list[Embed], address: str, press: Press) -> str:
    """The page's HTML with each view in its place; links are relative to the page's address."""

    def put(found: re.Match[str]) -> str:
        number = int(found[1])
        if number >= len(embeds) or list(find_faults(embeds[number], press)):
            return ""
        embed = embeds[number]
        return _VIEWS[embed.view](press, address, embed, f"vue-{number + 1}-")

    return _MARK.sub(put, html)


def find_faults(embed: Embed, press: Press) -> Iterator[Fault]:
    """What is wrong with an embed: an unknown view, option or value, or none where one belongs."""
    say = press.texts
    if embed.view not in _VIEWS:
        more = _suggest(embed.view, _VIEWS, press)
        yield Fault(embed.line, say("views.embed.view", found=embed.view) + more)
    for name, values in embed.options.items():
        if name not in OPTIONS:
            more = _suggest(name, OPTIONS, press)
            yield Fault(embed.line, say("views.embed.option", found=name) + more)
        elif not values:
            more = _suggest("", _known(name, press) or (), press)
            yield Fault(embed.line, say("views.embed.no-value", option=name) + more)
        elif name in SINGLE and len(values) > 1:
            found = ", ".join(values)
            yield Fault(embed.line, say("views.embed.single", found=found, option=name))
        else:
            yield from _find_wrong_values(embed.line, name, values, press)
    if not _bounds_in_order(embed):
        yield Fault(embed.line, say("views.embed.order"))


def _find_wrong_values(
    line: int, name: str, values: tuple[str, ...], press: Press
) -> Iterator[Fault]:
    say, known = press.texts, _known(name, press)
    for value in values:
        if known is not None and value not in known:
            more = _suggest(value, known, press)
            yield Fault(line, say("views.embed.value", found=value, option=name) + more)
        if name in ("from", "to") and not _YEAR.fullmatch(value):
            yield Fault(line, say("views.embed.year", found=value, option=name))


def _read_options(text: str) -> dict[str, tuple[str, ...]]:
    """The options by name; one written twice has the values of both."""
    options: dict[str, tuple[str, ...]] = {}
    for part in text.split():
        name, _, values = part.partition("=")
        options[name] = (*options.get(name, ()), *filter(None, values.split(",")))
    return options


def _known(option: str, press: Press) -> set[str] | None:
    """The values that an option can have; None: any."""
    dossier = press.dossier
    words = dossier.vocabulary
    match option:
        case "actors" | "states":
            return set(dossier.actors)
        case "places":
            return {*dossier.places, *dossier.actors}
        case "kinds":
            return {*words.kinds.get("event", {}), "article"}
        case "types":
            return {*words.relation_types, "office", "part", "event", "statement"}
        case "highlight":
            return {record.id for record in dossier.everything()}
        case "doubt":
            return {"yes", "no"}
    return None


def _suggest(found: str, known: Collection[str], press: Press) -> str:
    """The nearest value, else all, where they are few enough to be read."""
    close = nearest(found, sorted(known))
    if close:
        return press.texts("views.embed.suggestion", nearest=close)
    if known and len(known) <= LISTED:
        return press.texts("views.embed.possible", values=", ".join(sorted(known)))
    return ""


def _bounds_in_order(embed: Embed) -> bool:
    bounds = [embed.options.get(name, ()) for name in ("from", "to")]
    years = [int(each[0]) for each in bounds if len(each) == 1 and _YEAR.fullmatch(each[0])]
    return years == sorted(years)


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
        doubt=embed.options.get("doubt") == ("yes",),
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
