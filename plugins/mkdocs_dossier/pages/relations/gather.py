"""From the indexes to the value of the overview of relations."""

from mkdocs_dossier.figures.graph import Graph
from mkdocs_dossier.figures.matrix import Cell
from mkdocs_dossier.figures.overview import Group, Overview, Row, make_overview
from mkdocs_dossier.index.lines import line_of
from mkdocs_dossier.index.state_of import state_of
from mkdocs_dossier.pages.parts.graph import gather_drawing
from mkdocs_dossier.pages.parts.selects import name_options
from mkdocs_dossier.pages.parts.tie_rows import (
    address_of_pair,
    gather_tie,
    say_tie_type,
    tokens_of_tie,
)
from mkdocs_dossier.pages.relations.value import (
    LedgerGroup,
    LedgerRow,
    MatrixCell,
    MatrixRow,
    RelationsPage,
    TieType,
)
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.lists import Select
from mkdocs_dossier.pages.values.tally import write_tally
from mkdocs_dossier.pages.values.text import Link

CROWD, OPENING = 300, 60
"""Beyond so many actors the graph opens on the most connected."""
SORTS = ("relation", "event", "office", "part", "statement")
ORIGINS = ("state", "other", "none")


def gather_relations(scope: Scope, number: int = 1) -> RelationsPage:
    """Without a script all is shown, and each line leads to the page of its pair.

    Of very many ties the first page has those of the most connected actors, the next ones the rest.
    """
    site = scope.site
    overview = make_overview(site.indexes, site.facts.on_page[number], drawn=number == 1)
    title = site.texts("views.relations.title")
    matrix, years = overview.matrix, overview.years
    return RelationsPage(
        title if number == 1 else describe_part(site, number)[0],
        site.texts("views.relations.about"),
        gather_selects(site, overview),
        name_options(site, overview.order),
        years[0] if years else None,
        years[-1] if years else None,
        gather_types(site, overview),
        gather_drawing(scope, overview.wide),
        gather_drawing(scope, overview.tall),
        _gather_hues(site, overview.wide),
        OPENING if len(overview.order) > CROWD else 0,
        tuple(
            MatrixRow(
                scope.link(id), tuple(_gather_cell(scope, cell) if cell else None for cell in row)
            )
            for id, row in zip(matrix.actors, matrix.rows, strict=True)
        ),
        matrix.left_out,
        tuple(_gather_group(scope, group) for group in overview.groups),
        tuple(
            Link(str(each), scope.url(site.addresses.part("relations", each)))
            for each in range(1, site.facts.page_count + 1)
            if site.facts.page_count > 1
        ),
        number,
    )


def describe_part(site: Site, number: int) -> tuple[str, str]:
    """The title and the description of a further page of ties."""
    title = site.texts("views.relations.part", number=number, count=site.facts.page_count)
    return title, site.texts("views.relations.about")


def gather_types(site: Site, overview: Overview) -> tuple[TieType, ...]:
    """The types of the ties: written relations first, then by name."""
    counts: dict[tuple[str, str], list[str]] = {}
    for row in overview.rows:
        tokens = counts.setdefault((row.fact.type, row.fact.sort), [])
        tokens.append(tokens_of_tie(site, row.fact))
    found = []
    for (type_, sort), tokens in counts.items():
        line = line_of(site.dossier.vocabulary, type_, sort)
        label = say_tie_type(site, type_)
        count, tally = len(tokens), write_tally(tokens)
        found.append(TieType(type_, sort, label, line.tone, line.dash, count, tally))
    return tuple(sorted(found, key=lambda each: (SORTS.index(each.sort), site.order(each.label))))


def gather_selects(site: Site, overview: Overview) -> tuple[Select, ...]:
    """The filters by kind, state, origin and status that these ties allow."""
    label, words, language = site.texts, site.dossier.vocabulary, site.texts.language
    rows = overview.rows
    kinds = {kind for group in overview.groups for kind in group.kinds}
    origins = {origin for row in rows for origin in row.origins}
    statuses = {row.status for row in rows}
    alone = tuple(
        (id, label("views.filter.origins.alone", name=name))
        for id, name in name_options(site, origins - set(ORIGINS))
    )
    named = tuple(
        (each, label(f"views.filter.origins.{each}")) for each in ORIGINS if each in origins
    )
    return (
        Select(
            "kind",
            label("views.filter.actors"),
            tuple(
                (kind, words.plural(kind, language, "actor"))
                for kind in words.actor_order
                if kind in kinds
            ),
        ),
        Select(
            "state",
            label("views.filter.state"),
            name_options(site, (each for group in overview.groups for each in group.states)),
        ),
        Select("origin", label("views.filter.origin"), named + alone),
        Select(
            "status",
            label("views.filter.status"),
            tuple((id, site.term("status", id)) for id in words.by_rank if id in statuses),
        ),
    )


def _gather_hues(site: Site, graph: Graph) -> tuple[tuple[int, str], ...]:
    """Each colour of the graph with the state that it stands for."""
    found = {node.hue: state_of(site.dossier, node.id) for node in graph.nodes if node.hue}
    return tuple(
        sorted((hue, site.dossier.name_of(state)) for hue, state in found.items() if state)
    )


def _gather_cell(scope: Scope, cell: Cell) -> MatrixCell:
    site = scope.site
    one, other = (site.dossier.name_of(id) for id in cell.pair)
    counts = ", ".join(site.texts.plural(f"views.count.{sort}", n) for sort, n in cell.sorts)
    return MatrixCell(
        "--".join(cell.pair),
        scope.url(address_of_pair(site, cell.pair)),
        f"{one} – {other}{site.texts('grammar.colon')} {counts}",
        cell.count,
        write_tally(tokens_of_tie(site, each) for each in site.facts.between[cell.pair]),
        cell.shade,
    )


def _gather_group(scope: Scope, group: Group) -> LedgerGroup:
    site, pair = scope.site, group.pair
    return LedgerGroup(
        "--".join(pair),
        scope.link(pair[0]),
        scope.link(pair[1]),
        scope.url(site.addresses.dyad(*pair)) if pair in site.pairs else None,
        " ".join(group.kinds),
        " ".join(group.states),
        tuple(_gather_row(scope, row) for row in group.rows),
    )


def _gather_row(scope: Scope, row: Row) -> LedgerRow:
    first, last = ("" if year is None else str(year) for year in row.fact.years)
    return LedgerRow(
        gather_tie(scope, row.fact),
        row.fact.type,
        first,
        last,
        row.fact.open,
        " ".join(row.origins),
        row.status or "",
    )
