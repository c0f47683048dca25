"""All pages of a site, and how the value of each is gathered."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from mkdocs_dossier.index.dyads import list_naming, make_dyads
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified, Place, Topic
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.pages.actor.gather import gather_actor
from mkdocs_dossier.pages.article.gather import gather_article
from mkdocs_dossier.pages.chronology.gather import gather_chronology
from mkdocs_dossier.pages.corrections.gather import gather_corrections
from mkdocs_dossier.pages.coverage.gather import gather_coverage
from mkdocs_dossier.pages.data.gather import find_database, gather_data
from mkdocs_dossier.pages.dyad.gather import gather_dyad
from mkdocs_dossier.pages.event.gather import gather_event
from mkdocs_dossier.pages.home.gather import gather_home
from mkdocs_dossier.pages.origin.gather import gather_origin, gather_origins, list_origins
from mkdocs_dossier.pages.parts.citations import cite_account
from mkdocs_dossier.pages.parts.linked import write_linked
from mkdocs_dossier.pages.place.gather import gather_place
from mkdocs_dossier.pages.query.gather import gather_query
from mkdocs_dossier.pages.relations.gather import gather_relations
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.section.gather import gather_section
from mkdocs_dossier.pages.tag.gather import gather_tag, gather_tags, list_tags
from mkdocs_dossier.pages.topic.gather import gather_topic
from mkdocs_dossier.pages.values.page import PageValue

GATHER: dict[type[Identified], Callable[[Scope, Any], Any]] = {
    Actor: gather_actor,
    Event: gather_event,
    Place: gather_place,
    Topic: gather_topic,
    Article: gather_article,
}

Gather = Callable[[], PageValue]
"""Makes the value of one page."""

_OWN = ("{}.title", "{}.description")
_VIEWS = ("views.{}.title", "views.{}.about")
"""The keys of a view's title and description, by its name."""


def plan_pages(site: Site) -> Iterator[Gather]:
    """Every page that the dossier gives but those of the data, in order of kind and id; none is
    gathered yet.
    """
    for record in site.dossier.everything():
        yield partial(gather_record, site, record)
    yield partial(_gather_home, site)
    for section in SECTIONS:
        address = site.addresses.index(section.folder)
        yield partial(_gather, site, address, "index", "section/section", gather_section, section)
    yield partial(_gather_view, site, "relations", gather_relations, _VIEWS)
    for dyad in make_dyads(site.indexes, site.facts.all, list_naming(site.mentions.named_in)):
        address = site.addresses.dyad(*dyad.pair)
        yield partial(_gather, site, address, "dyad", "dyad/dyad", gather_dyad, dyad, many=True)
    yield partial(_gather_view, site, "chronology", gather_chronology, _VIEWS)
    yield from _plan_each(site, "tag", list_tags(site), gather_tags, gather_tag)
    yield from _plan_each(site, "origin", list_origins(site), gather_origins, gather_origin)
    yield partial(_gather_view, site, "corrections", gather_corrections)
    yield partial(_gather_view, site, "coverage", gather_coverage)


def plan_data(site: Site) -> Iterator[Gather]:
    """The pages of the data, to be gathered once `site.downloads` is known; none without any."""
    if site.downloads:
        yield partial(_gather_view, site, "data", gather_data)
    if find_database(site):
        yield partial(_gather_view, site, "query", gather_query)


def gather_record(site: Site, record: Identified) -> PageValue:
    """The page of one record or article."""
    address = site.addresses.of(record.id)
    assert address is not None
    kind = record.section
    scope = Scope(site, address, record.id)
    exports = site.features.exports
    return PageValue(
        address,
        kind,
        f"{kind}/{kind}.html",
        record.title_text,
        record.summary,
        GATHER[type(record)](scope, record),
        site.dossier.origins[record.id].path,
        record.id,
        cite_account(site, record) if exports and isinstance(record, Article) else None,
        many=True,
        linked=write_linked(site, record) if exports else "",
        pictures=scope.list_pictures(),
    )


def _gather(
    site: Site,
    address: str,
    kind: str,
    template: str,
    gather: Callable[..., Any],
    *given: Any,
    words: tuple[str, str] | None = None,
    many: bool = False,
) -> PageValue:
    """A page by what gathers it. `words`: its title and description, where that does not say so."""
    scope = Scope(site, address)
    shown = gather(scope, *given)
    title, about = words or (shown.title, shown.about)
    pictures = scope.list_pictures()
    return PageValue(
        address, kind, f"{template}.html", title, about, shown, many=many, pictures=pictures
    )


def _gather_home(site: Site) -> PageValue:
    settings = site.dossier.settings
    words = (site.texts("views.home.title"), settings.summary or settings.title)
    return _gather(site, "", "home", "home/home", gather_home, words=words)


def _gather_view(
    site: Site, view: str, gather: Callable[[Scope], Any], keys: tuple[str, str] = _OWN
) -> PageValue:
    words = (site.texts(keys[0].format(view)), site.texts(keys[1].format(view)))
    address = site.addresses.index(view)
    return _gather(site, address, view, f"{view}/{view}", gather, words=words)


def _plan_each(
    site: Site,
    kind: str,
    listed: Mapping[str, tuple[Any, Any]],
    gather_all: Callable[..., Any],
    gather_one: Callable[..., Any],
) -> Iterator[Gather]:
    """The page of all tags or origins, and one of each by its word; nothing where there is none."""
    if not listed:
        return
    index = site.addresses.index(f"{kind}s")
    yield partial(_gather, site, index, f"{kind}s", f"{kind}/{kind}s", gather_all, listed)
    for word, given in listed.items():
        address, template = f"{index}{word}/", f"{kind}/{kind}"
        yield partial(_gather, site, address, kind, template, gather_one, *given, many=True)
