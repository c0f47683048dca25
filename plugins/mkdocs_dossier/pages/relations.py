"""The overview of relations: graph, matrix and table of one set of facts."""

from collections import Counter
from collections.abc import Iterator

from mkdocs_dossier.pages.chronology import Select
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.reading import sort_named, type_label
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.graph import Graph
from mkdocs_dossier.views.relations import Overview, make_overview
from mkdocs_dossier.views.spelling import fold
from mkdocs_dossier.views.states import state_of

CROWD, OPENING = 300, 60
SORTS = ("relation", "event", "office", "part", "statement")
ORIGINS = ("state", "other", "none")


def relation_pages(press: Press) -> Iterator[Page]:
    """One page. Without a script all is shown, and each line leads to the page of its pair."""
    address = press.addresses.index("relations")
    overview = make_overview(press.book, press.facts.all)
    html = press.render(
        "relations.html",
        address,
        overview=overview,
        types=list_types(press, overview),
        selects=relation_selects(press, overview),
        years=overview.years,
        actors=sort_named(press, overview.order),
        hues=list_hues(press, overview.wide),
        opening=OPENING if len(overview.order) > CROWD else None,
    )
    label = press.texts.under("views.relations")
    yield Page(address, "relations", label["title"], label["about"], html)


def list_types(press: Press, overview: Overview) -> list[tuple[str, str, int]]:
    """The types of the facts with their sort and number: written relations first, then by name."""
    counts = Counter((row.fact.type, row.fact.sort) for row in overview.rows)
    ordered = sorted(
        counts, key=lambda each: (SORTS.index(each[1]), fold(type_label(press, each[0])))
    )
    return [(type_, sort, counts[type_, sort]) for type_, sort in ordered]


def relation_selects(press: Press, overview: Overview) -> list[Select]:
    """The filters by kind, state, origin and status that these facts allow."""
    label = press.texts.under("views.filter")
    rows = overview.rows
    kinds = {kind for group in overview.groups for kind in group.kinds}
    states = sort_named(press, (state for group in overview.groups for state in group.states))
    origins = {origin for row in rows for origin in row.origins}
    statuses = {row.status for row in rows}
    alone = [
        (id, press.texts("views.filter.origins.alone", name=name))
        for id, name in sort_named(press, origins - set(ORIGINS))
    ]
    words, language = press.dossier.vocabulary, press.texts.language
    kinds_named = [
        (kind, words.plural(kind, language, "actor")) for kind in words.actor_order if kind in kinds
    ]
    statuses_named = [
        (status, press.term("status", status)) for status in words.by_rank if status in statuses
    ]
    origins_named = [(each, label[f"origins.{each}"]) for each in ORIGINS if each in origins]
    return [
        ("kind", label["actors"], kinds_named),
        ("state", label["state"], states),
        ("origin", label["origin"], origins_named + alone),
        ("status", label["status"], statuses_named),
    ]


def list_hues(press: Press, graph: Graph) -> list[tuple[int, str]]:
    """Each colour of the graph with the state that it stands for."""
    found = {node.hue: state_of(press.dossier, node.id) for node in graph.nodes if node.hue}
    pairs = [(hue, state) for hue, state in found.items() if state]
    return sorted(pairs, key=lambda pair: (pair[0], press.dossier.name_of(pair[1])))
