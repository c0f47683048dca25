"""From the indexes to the value of a section's index."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from mkdocs_dossier.index.entries import Entry, make_entry, order_by_name
from mkdocs_dossier.languages.collation import Key
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.days import LAST
from mkdocs_dossier.model.records import Event, Place
from mkdocs_dossier.model.sections import Section
from mkdocs_dossier.pages.parts.entries import gather_row
from mkdocs_dossier.pages.parts.maps import gather_maps
from mkdocs_dossier.pages.parts.selects import name_options
from mkdocs_dossier.pages.parts.time import anchor_of_year
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.section.value import SectionPage
from mkdocs_dossier.pages.values.lists import RowGroup, Select
from mkdocs_dossier.pages.values.text import Link

Group = tuple[str, str, list[Entry]]
"""An anchor, a heading, and what stands under it."""


def gather_section(scope: Scope, section: Section) -> SectionPage:
    """Complete and grouped; a script makes it filter."""
    site = scope.site
    groups = _GROUPERS.get(section.folder, _group_by_kind)(site, section)
    entries = [entry for _, _, group in groups for entry in group]
    tagged = section.singular == "actor" and bool(site.indexes.tagged)
    tags = Link(site.texts("views.tags.all"), scope.url(site.addresses.index("tags")))
    return SectionPage(
        section.folder,
        site.texts(f"views.index.{section.folder}.title"),
        site.texts(f"views.index.{section.folder}.about"),
        gather_maps(scope) if section.model is Place else (),
        _gather_selects(site, section, entries),
        tuple(
            RowGroup(anchor, heading, tuple(gather_row(scope, each) for each in group))
            for anchor, heading, group in groups
        ),
        tags if tagged else None,
    )


def _gather_selects(site: Site, section: Section, entries: Iterable[Entry]) -> tuple[Select, ...]:
    listed = list(entries)
    states = {entry.state for entry in listed if entry.state}
    kinds = {
        (
            entry.kind,
            site.texts("views.article")
            if entry.kind == "article"
            else site.term("kind", entry.kind, section.singular),
        )
        for entry in listed
    }
    return (
        Select(
            "kind",
            site.texts("views.filter.kind"),
            tuple(sorted(kinds, key=lambda pair: site.order(pair[1]))),
        ),
        Select("state", site.texts("views.filter.state"), name_options(site, states)),
    )


def _entries(site: Site, section: Section) -> list[Entry]:
    found = [make_entry(site.indexes, each) for each in site.dossier.held_in(section).values()]
    return sorted(found, key=order_by_name(site.texts.language))


def _group_actors(site: Site, section: Section) -> list[Group]:
    """Persons by state first, then the other kinds in the order of the vocabulary."""

    def state_name(entry: Entry) -> Key:
        return site.order(site.dossier.name_of(entry.state) if entry.state else "")

    entries = _entries(site, section)
    persons = [entry for entry in entries if entry.kind == "person"]
    persons.sort(key=lambda entry: (entry.state is None, state_name(entry)))  # then by name
    groups: list[Group] = []
    for state, group in groupby(persons, key=lambda entry: entry.state):
        name = site.dossier.name_of(state) if state else site.texts("views.index.stateless")
        heading = site.texts("views.index.persons-of", state=name)
        groups.append((f"persons-{state or 'stateless'}", heading, list(group)))
    words, language = site.dossier.vocabulary, site.texts.language
    for kind in words.actor_order:
        found = [entry for entry in entries if entry.kind == kind]
        if found and kind != "person":
            groups.append((f"kind-{kind}", words.plural(kind, language, section.singular), found))
    return groups


def _group_by_kind(site: Site, section: Section) -> list[Group]:
    entries = _entries(site, section)
    words, language = site.dossier.vocabulary, site.texts.language
    kinds = {entry.kind for entry in entries}
    named = sorted(
        ((words.plural(kind, language, section.singular), kind) for kind in kinds),
        key=lambda pair: (site.order(pair[0]), pair[1]),
    )
    return [
        (f"kind-{kind}", label, [each for each in entries if each.kind == kind])
        for label, kind in named
    ]


def _group_by_year(site: Site, section: Section) -> list[Group]:
    """Events and articles by year, the newest first."""
    indexes = site.indexes
    records: Sequence[Event | Article] = (
        indexes.events if section.model is Event else indexes.articles
    )
    dated = [
        (record.date.year if record.date else None, make_entry(indexes, record))
        for record in reversed(records)
    ]
    dated.sort(key=lambda pair: LAST.year if pair[0] is None else -pair[0])
    return [
        (anchor_of_year(year), site.year(year), [entry for _, entry in group])
        for year, group in groupby(dated, key=lambda pair: pair[0])
    ]


_GROUPERS: dict[str, Callable[[Site, Section], list[Group]]] = {
    "actors": _group_actors,
    "events": _group_by_year,
    "articles": _group_by_year,
}
