"""The indexes: actors, events, places, topics, articles."""

from collections.abc import Callable, Iterator
from itertools import groupby

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.days import LAST
from mkdocs_dossier.model.records import Event, Place
from mkdocs_dossier.model.sections import SECTIONS, Section
from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.entries import Entry, make_entry, order_by_name
from mkdocs_dossier.views.map import Map, make_maps

Group = tuple[str, str, list[Entry]]
"""An anchor, a heading, and what stands under it."""


def index_pages(press: Press) -> Iterator[Page]:
    """One index for each section, complete and grouped; a script makes it filter."""
    for section in SECTIONS:
        address = press.addresses.index(section.folder)
        groups = _GROUPERS.get(section.folder, _group_by_kind)(press, section)
        entries = [entry for _, _, group in groups for entry in group]
        html = press.render(
            "index.html",
            address,
            section=section,
            groups=groups,
            kinds=_facet(entry.kind for entry in entries),
            states=_facet(entry.state for entry in entries),
            maps=list_maps(press) if section.model is Place else [],
        )
        title = press.texts(f"views.index.{section.folder}.title")
        about = press.texts(f"views.index.{section.folder}.about")
        headings = tuple(Heading(anchor, heading) for anchor, heading, _ in groups)
        yield Page(address, "index", title, about, html, headings)


def list_maps(press: Press) -> list[tuple[str, list[Map]]]:
    """The maps for wide and for narrow screens, each with the name of its form."""
    narrow = make_maps(press.book, narrow=True)
    return [("wide", make_maps(press.book)), ("tall", narrow)] if narrow else []


def _facet(values: Iterator[str | None]) -> list[str]:
    return sorted({value for value in values if value})


def _records(press: Press, section: Section) -> list[Entry]:
    return [make_entry(press.book, each) for each in press.dossier.held_in(section).values()]


def _group_actors(press: Press, section: Section) -> list[Group]:
    """Persons by state first, then the other kinds in the order of the vocabulary."""
    entries = sorted(_records(press, section), key=order_by_name)
    groups: list[Group] = []
    persons = sorted(
        (entry for entry in entries if entry.kind == "person"),
        key=lambda entry: (entry.state is None, _state_name(press, entry), order_by_name(entry)),
    )
    for state, group in groupby(persons, key=lambda entry: entry.state):
        name = press.dossier.name_of(state) if state else press.texts("views.index.stateless")
        heading = press.texts("views.index.persons-of", state=name)
        groups.append((f"personnes-{state or 'sans-etat'}", heading, list(group)))
    words, language = press.dossier.vocabulary, press.texts.language
    for kind in words.actor_order:
        found = [entry for entry in entries if entry.kind == kind]
        if found and kind != "person":
            groups.append((kind, words.plural(kind, language, section.singular), found))
    return groups


def _group_by_kind(press: Press, section: Section) -> list[Group]:
    entries = sorted(_records(press, section), key=order_by_name)
    words, language = press.dossier.vocabulary, press.texts.language
    kinds = {entry.kind for entry in entries}
    named = sorted((words.plural(kind, language, section.singular), kind) for kind in kinds)
    return [
        (f"genre-{kind}", label, [e for e in entries if e.kind == kind]) for label, kind in named
    ]


def _group_by_year(press: Press, section: Section) -> list[Group]:
    """Events and articles by year, the newest first."""
    records: list[Event] | list[Article] = (
        press.book.events if section.model is Event else press.book.articles
    )
    entries = [make_entry(press.book, record) for record in records][::-1]
    dated = [(entry.record.date.year if entry.record.date else None, entry) for entry in entries]  # type: ignore[attr-defined]
    dated.sort(key=lambda pair: LAST.year if pair[0] is None else -pair[0])
    groups: list[Group] = []
    for year, group in groupby(dated, key=lambda pair: pair[0]):
        anchor = f"annee-{'inconnue' if year is None else year}"
        groups.append((anchor, press.year(year), [entry for _, entry in group]))
    return groups


_GROUPERS: dict[str, Callable[[Press, Section], list[Group]]] = {
    "actors": _group_actors,
    "events": _group_by_year,
    "articles": _group_by_year,
}


def _state_name(press: Press, entry: Entry) -> str:
    return press.dossier.name_of(entry.state) if entry.state else ""
