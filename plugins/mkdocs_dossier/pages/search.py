"""What the search knows of each page, from the data; of a hand-written page, from its HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified, Record
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.search_passages import Passage, read_html, read_record


@dataclass(frozen=True)
class PageText:
    """A page as the site gives it. `record`: the id of what it shows; `pair`: it shows two actors.

    Without HTML, only its title can be found.
    """

    address: str
    title: str
    summary: str = ""
    html: str = ""
    record: str | None = None
    pair: bool = False


@dataclass(frozen=True)
class Document:
    """One entry of the search. `names` are further ones beside the title; `facets` filters by name.

    `group`: under which heading it is shown. Without `passages`, it is found by its names alone.
    """

    address: str
    title: str
    group: str
    summary: str = ""
    names: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)


def list_documents(site: Site, pages: Iterable[PageText]) -> Iterator[Document]:
    """The documents of all pages, in their order."""
    for page in pages:
        record = site.dossier.get(page.record) if page.record else None
        if record is not None:
            yield describe_record(site, record, page.address)
        else:
            passages = tuple(read_html(page.html))
            group = "pair" if page.pair else "page"
            yield Document(page.address, page.title, group, page.summary, (), passages)


def describe_record(site: Site, record: Identified, address: str) -> Document:
    """The document of a record's or article's page."""
    names: list[str] = []
    if isinstance(record, Record):
        names = [*(alias.name for alias in record.aliases), *record.short_names]
    return Document(
        address,
        record.title_text,
        str(record.kind) if isinstance(record, Actor) else record.section,
        record.summary,
        tuple(names),
        tuple(read_record(site, record)),
        _facets(site, record),
    )


def list_groups(site: Site) -> list[tuple[str, str]]:
    """The groups that results fall into, each with its heading: persons first, pages last."""
    words, language = site.dossier.vocabulary, site.texts.language
    kinds = site.indexes.actor_kinds
    actors = [(kind, words.plural(kind, language, "actor")) for kind in kinds]
    others = [
        (name, site.texts(f"search.group.{name}"))
        for name in ("event", "article", "topic", "place", "page")
    ]
    return actors + others


def _facets(site: Site, record: Identified) -> dict[str, tuple[str, ...]]:
    states: list[str] = []
    if isinstance(record, Actor) and record.kind == "state":
        states = [record.id]
    elif isinstance(record, Event):
        actors = (site.dossier.actors.get(each.actor or "") for each in record.participants)
        states = [actor.country or actor.id for actor in actors if actor]
    elif country := getattr(record, "country", None):
        states = [country]
    known = site.dossier.actors
    named = {known[id].name for id in states if id in known and known[id].kind == "state"}
    date = record.date if isinstance(record, Event | Article) else None
    years = (str(date.year),) if date and date.year else ()
    return {"state": tuple(sorted(named)), "year": years}
