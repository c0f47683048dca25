"""The pages of two actors."""

from collections.abc import Iterator
from itertools import groupby

from mkdocs_dossier.model.records import Office
from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.pages.reading import fact_label
from mkdocs_dossier.pages.sentences import office_words
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.dyads import Dyad, Step, dyad_strip, list_naming, make_dyads, step_tone
from mkdocs_dossier.views.items import Said
from mkdocs_dossier.views.strip import draw_strip

LASTING = ("relation", "office", "part")


def dyad_pages(press: Press) -> Iterator[Page]:
    """A page for each pair of actors that has something to tell."""
    articles = list_naming(press.mentions.named_in)
    for dyad in make_dyads(press.book, press.facts.all, articles):
        yield _make_page(press, dyad)


def _make_page(press: Press, dyad: Dyad) -> Page:
    ties = [step for step in dyad.steps if step.kind in LASTING]
    others = [step for step in dyad.steps if step.kind not in LASTING]
    years = [(year, list(group)) for year, group in groupby(others, key=_year)]
    names = {step.id: _words(press, step) for step in dyad.steps}
    one, other = (press.dossier.name_of(id) for id in dyad.pair)
    about = press.texts("views.dyad.about", one=one, other=other)
    address = press.addresses.dyad(*dyad.pair)
    html = press.render(
        "dyad.html",
        address,
        dyad_=dyad,
        about=about,
        ties=ties,
        tone_of_step=lambda step: step_tone(press.dossier.vocabulary, step),
        years=years,
        strip=draw_strip(dyad_strip(press.dossier.vocabulary, dyad, names)),
    )
    headings = [Heading("liens", press.texts("views.dyad.ties"))] if ties else []
    headings += [
        Heading(f"annee-{'inconnue' if year is None else year}", press.year(year))
        for year, _ in years
    ]
    return Page(address, "dyad", f"{one} – {other}", about, html, tuple(headings))


def _year(step: Step) -> int | None:
    return step.date.year if step.date else None


def _words(press: Press, step: Step) -> str:
    """What a bar of the strip is called."""
    if step.article:
        return step.article.title_text
    assert step.fact is not None
    if step.fact.sort == "event":
        return press.dossier.name_of(step.fact.key)
    if isinstance(step.fact.value, Said):
        return step.fact.value.statement.text
    one, other = press.dossier.name_of(step.fact.source), press.dossier.name_of(step.fact.target)
    if isinstance(step.fact.value, Office):
        return f"{one}, {office_words(press, step.fact.value)}"
    arrow = "→" if step.fact.directed else "↔"
    return f"{one} {arrow} {other}{press.texts('grammar.colon')} {fact_label(press, step.fact)}"
