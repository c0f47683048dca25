"""From the indexes to the value of the page of two actors."""

from collections.abc import Iterator
from itertools import groupby

from mkdocs_dossier.figures.time_bars import draw_bars
from mkdocs_dossier.index import dyads
from mkdocs_dossier.index.facts import Fact, Pair
from mkdocs_dossier.index.items import Said, actors_of
from mkdocs_dossier.model.records import Event, Office
from mkdocs_dossier.pages.dyad.value import DyadPage, Present, Step, YearOfSteps
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.offices import held_then
from mkdocs_dossier.pages.parts.tie_rows import gather_tie, say_tie_label, tokens_of_tie
from mkdocs_dossier.pages.parts.time import anchor_of_year, place_bars
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.sentences import office_words
from mkdocs_dossier.pages.values.text import Link

LASTING = ("relation", "office", "part")


def gather_dyad(scope: Scope, pair: Pair, facts: list[Fact]) -> DyadPage:
    """Lasting ties first, then all else by year."""
    site = scope.site
    dyad = dyads.make_dyad(site.indexes, pair, facts, site.naming)
    names = {step.id: _name_step(site, step) for step in dyad.steps}
    drawn = draw_bars(dyads.dyad_bars(site.dossier.vocabulary, dyad, names))
    origins = {step.id: _tokens_of(site, step) for step in dyad.steps}
    lasting = [step for step in dyad.steps if step.kind in LASTING]
    others = [step for step in dyad.steps if step.kind not in LASTING]
    graph = f"{site.addresses.index('relations')}?focus={dyad.pair[0]}"
    return DyadPage(
        *describe_dyad(site, pair),
        scope.link(dyad.pair[0]),
        scope.link(dyad.pair[1]),
        Link(site.texts("views.dyad.in-graph"), scope.url(graph)),
        dyad.gathers,
        place_bars(scope, drawn, lambda id: f"#{id}", origins) if drawn else None,
        tuple(_gather_step(scope, step) for step in lasting),
        tuple(
            YearOfSteps(
                anchor_of_year(year),
                site.year(year),
                tuple(_gather_step(scope, step) for step in group),
            )
            for year, group in groupby(others, key=_year)
        ),
    )


def describe_dyad(site: Site, pair: Pair) -> tuple[str, str]:
    """The title of the page of two actors, and what it says of itself."""
    one, other = (site.dossier.name_of(id) for id in pair)
    return f"{one} – {other}", site.texts("views.dyad.about", one=one, other=other)


def _year(step: dyads.Step) -> int | None:
    return step.date.year if step.date else None


def _gather_step(scope: Scope, step: dyads.Step) -> Step:
    site, fact = scope.site, step.fact
    event = fact.value if fact and isinstance(fact.value, Event) else None
    return Step(
        step.id,
        dyads.step_tone(site.dossier.vocabulary, step),
        site.when(step.date),
        gather_tie(scope, fact) if fact else None,
        scope.link(step.article.id) if step.article else None,
        tokens_of(site, step.article) if step.article else "",
        tuple(_gather_present(scope, step, event)) if event else (),
        fact.former if fact else "",
    )


def _gather_present(scope: Scope, step: dyads.Step, event: Event) -> Iterator[Present]:
    site = scope.site
    for id in step.sides[0] + step.sides[1]:
        yield Present(scope.link(id), say_roles(site, event, id), held_then(site, id, step.date))


def say_roles(site: Site, event: Event, actor: str) -> str:
    """In what roles an actor takes part in an event, alone or within a group."""
    roles = [each.role for each in event.participants if each.role and actor in actors_of(each)]
    return ", ".join(site.term("role", role) for role in dict.fromkeys(roles))


def _tokens_of(site: Site, step: dyads.Step) -> str:
    """The origins of what a bar stands for."""
    if step.fact:
        return tokens_of_tie(site, step.fact)
    return tokens_of(site, step.article) if step.article else ""


def _name_step(site: Site, step: dyads.Step) -> str:
    """What its bar is called."""
    if step.article:
        return step.article.title_text
    fact, name_of = step.fact, site.dossier.name_of
    assert fact is not None
    if fact.sort == "event":
        return name_of(fact.key)
    if isinstance(fact.value, Said):
        return fact.value.statement.text
    if isinstance(fact.value, Office):
        return f"{name_of(fact.source)}, {office_words(site, fact.value)}"
    arrow, colon = "→" if fact.directed else "↔", site.texts("grammar.colon")
    label = say_tie_label(site, fact)
    return f"{name_of(fact.source)} {arrow} {name_of(fact.target)}{colon} {label}"
