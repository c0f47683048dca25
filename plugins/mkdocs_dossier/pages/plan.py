"""All pages of a site, and how the value of each is gathered."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.model.records import Actor, Event, Identified, Place, Topic
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.pages.actor.gather import gather_actor
from mkdocs_dossier.pages.article.gather import gather_article
from mkdocs_dossier.pages.chronology.gather import describe_years, gather_chronology
from mkdocs_dossier.pages.corrections.gather import gather_corrections
from mkdocs_dossier.pages.coverage.gather import gather_coverage
from mkdocs_dossier.pages.data.gather import find_database, gather_data
from mkdocs_dossier.pages.dyad.gather import describe_dyad, gather_dyad
from mkdocs_dossier.pages.event.gather import gather_event
from mkdocs_dossier.pages.home.gather import gather_home
from mkdocs_dossier.pages.origin.gather import (
    describe_origin,
    gather_origin,
    gather_origins,
    list_origins,
)
from mkdocs_dossier.pages.parts.citations import cite_account
from mkdocs_dossier.pages.parts.linked import write_linked
from mkdocs_dossier.pages.place.gather import gather_place
from mkdocs_dossier.pages.query.gather import gather_query
from mkdocs_dossier.pages.relations.gather import describe_part, gather_relations
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.section.gather import gather_section
from mkdocs_dossier.pages.tag.gather import describe_tag, gather_tag, gather_tags, list_tags
from mkdocs_dossier.pages.topic.gather import gather_topic
from mkdocs_dossier.pages.values.page import PageValue

GATHER: dict[type[Identified], Callable[[Scope, Any], Any]] = {
    Actor: gather_actor,
    Event: gather_event,
    Place: gather_place,
    Topic: gather_topic,
    Article: gather_article,
}

Words = tuple[str, str]
"""What a page is called, and what it says of itself."""


@frozen
class Planned:
    """A page that is not gathered yet: `gather` makes its value, from `given` and the site.

    The rest is as in PageValue.
    """

    address: str
    kind: str
    title: str
    description: str
    gather: Callable[[], PageValue]
    given: tuple[Any, ...] = ()
    source: str | None = None
    record: str | None = None


_OWN = ("{}.title", "{}.description")
_VIEWS = ("views.{}.title", "views.{}.about")
"""The keys of a view's title and description, by its name."""


def plan_pages(site: Site) -> Iterator[Planned]:
    """Every page that the dossier gives but those of the data, in order of kind and id; none is
    gathered yet.
    """
    for record in site.dossier.everything():
        yield _plan_record(site, record)
    settings = site.dossier.settings
    words = (site.texts("views.home.title"), settings.summary or settings.title)
    yield _plan(site, "", "home", words, gather_home)
    for section in SECTIONS:
        address, key = site.addresses.index(section.folder), f"views.index.{section.folder}"
        words = _read_words(site, key, ("{}.title", "{}.about"))
        yield _plan(
            site, address, "index", words, gather_section, section, template="section/section"
        )
    yield _plan_view(site, "relations", gather_relations, _VIEWS)
    ties = site.facts.page_count
    yield from _plan_parts(site, "relations", "ties", ties, gather_relations, describe_part)
    for pair, facts in site.pairs.items():
        address, words = site.addresses.dyad(*pair), describe_dyad(site, pair)
        yield _plan(site, address, "dyad", words, gather_dyad, pair, facts, many=True)
    yield _plan_view(site, "chronology", gather_chronology, _VIEWS)
    years = len(site.entries_on)
    yield from _plan_parts(site, "chronology", "years", years, gather_chronology, describe_years)
    yield from _plan_each(site, "tag", list_tags(site), gather_tags, gather_tag, describe_tag)
    origins = list_origins(site)
    yield from _plan_each(site, "origin", origins, gather_origins, gather_origin, describe_origin)
    yield _plan_view(site, "corrections", gather_corrections)
    yield _plan_view(site, "coverage", gather_coverage)


def plan_data(site: Site) -> Iterator[Planned]:
    """The pages of the data, to be gathered once `site.downloads` is known; none without any."""
    if site.downloads:
        yield _plan_view(site, "data", gather_data)
    if find_database(site):
        yield _plan_view(site, "query", gather_query)


def _plan_record(site: Site, record: Identified) -> Planned:
    address = site.addresses.of(record.id)
    assert address is not None
    return Planned(
        address,
        record.section,
        record.title_text,
        record.summary,
        partial(gather_record, site, record),
        (record,),
        site.dossier.origins[record.id].path,
        record.id,
    )


def gather_record(site: Site, record: Identified) -> PageValue:
    """The page of one record or article."""
    planned = _plan_record(site, record)
    scope = Scope(site, planned.address, record.id)
    exports = site.features.exports
    return PageValue(
        planned.address,
        planned.kind,
        f"{planned.kind}/{planned.kind}.html",
        planned.title,
        planned.description,
        GATHER[type(record)](scope, record),
        planned.source,
        record.id,
        cite_account(site, record) if exports and isinstance(record, Article) else None,
        many=True,
        linked=write_linked(site, record) if exports else "",
        pictures=scope.list_pictures(),
    )


def _plan(
    site: Site,
    address: str,
    kind: str,
    words: Words,
    gather: Callable[..., Any],
    *given: Any,
    template: str = "",
    many: bool = False,
) -> Planned:
    """A page by what gathers it; `template` is that of its kind, unless another is given."""

    def gather_page() -> PageValue:
        scope = Scope(site, address)
        shown = gather(scope, *given)
        return PageValue(
            address,
            kind,
            f"{template or f'{kind}/{kind}'}.html",
            *words,
            shown,
            many=many,
            pictures=scope.list_pictures(),
        )

    return Planned(address, kind, *words, gather_page, given)


def _plan_view(
    site: Site, view: str, gather: Callable[[Scope], Any], keys: Words = _OWN
) -> Planned:
    words = _read_words(site, view, keys)
    return _plan(site, site.addresses.index(view), view, words, gather)


def _plan_parts(
    site: Site,
    view: str,
    kind: str,
    count: int,
    gather: Callable[..., Any],
    describe: Callable[[Site, int], Words],
) -> Iterator[Planned]:
    """The further pages of a view that one page cannot hold, of a kind of their own."""
    for number in range(2, count + 1):
        address, words = site.addresses.part(view, number), describe(site, number)
        yield _plan(site, address, kind, words, gather, number, template=f"{view}/{view}")


def _read_words(site: Site, view: str, keys: Words) -> Words:
    return site.texts(keys[0].format(view)), site.texts(keys[1].format(view))


def _plan_each(
    site: Site,
    kind: str,
    listed: Mapping[str, tuple[Any, Any]],
    gather_all: Callable[..., Any],
    gather_one: Callable[..., Any],
    describe: Callable[..., Words],
) -> Iterator[Planned]:
    """The page of all tags or origins, and one of each by its word; nothing where there is none."""
    if not listed:
        return
    index = site.addresses.index(f"{kind}s")
    words = _read_words(site, f"{kind}s", _VIEWS)
    yield _plan(site, index, f"{kind}s", words, gather_all, listed, template=f"{kind}/{kind}s")
    for word, given in listed.items():
        words = describe(site, *given)
        yield _plan(site, f"{index}{word}/", kind, words, gather_one, *given, many=True)
