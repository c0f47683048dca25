"""A page's value as a finished page."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from markupsafe import Markup

from mkdocs_dossier.pages.assets import Asset
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.values.page import EmbedView, PageValue, Redirect
from mkdocs_dossier.pages.values.provenance import CitedPage
from mkdocs_dossier.render.citations import render_head
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.processes import do_all

_CITED = "parts/cited_page.html"
_CHUNK = 100


def render_page(renderer: Renderer, page: PageValue) -> Page:
    """The page's HTML, with the headings of its table of contents and what its head says."""
    html, outline = renderer.render(page.template, page.shown)
    return Page(
        page.address,
        page.kind,
        page.title,
        page.description,
        html,
        outline.headings,
        page.source,
        page.record,
        (render_head(page.citation) if page.citation else "") + render_linked(page.linked),
        page.pictures,
    )


def render_linked(text: str) -> str:
    """JSON-LD as an element of the head, which nothing in it can close; empty for none."""
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>' if text else ""


def render_citations(
    renderer: Renderer, cited: Sequence[CitedPage], kept: Kept, *, alone: bool = True
) -> list[Markup]:
    """For each page, the block under it that says how to cite it and the article that it shows.

    About 4 ms each. `alone`: no second process may help.
    """
    keys = [kept.key(_CITED, each, renderer.voice) for each in cited]
    found = kept.find(keys)
    missing = [(key, each) for key, each in zip(keys, cited, strict=True) if key not in found]
    if not alone:
        kept.close()  # a database is nothing to share with another process
    chunks = [missing[place : place + _CHUNK] for place in range(0, len(missing), _CHUNK)]
    jobs = [partial(_render_cited, renderer, [each for _, each in chunk]) for chunk in chunks]
    pieces = chain.from_iterable(do_all(jobs, alone=alone))
    for (key, _), piece in zip(missing, pieces, strict=True):
        kept.put(key, piece)
        found[key] = piece
    if not alone:
        kept.flush()  # else they would be in memory twice until the end
        kept.close()
    return [Markup(found[key].decode()) for key in keys]


def _render_cited(renderer: Renderer, cited: Iterable[CitedPage]) -> list[bytes]:
    return [renderer.render(_CITED, each)[0].encode() for each in cited]


def render_views(
    renderer: Renderer, html: str, views: Iterable[EmbedView | None], place: re.Pattern[str]
) -> str:
    """A hand-written page's HTML with each view in its place; None leaves its place empty.

    `place` finds the places, its first group is the number of the view, from 0.
    """
    shown = [renderer.render(each.template, each.shown)[0] if each else "" for each in views]

    def put(found: re.Match[str]) -> str:
        number = int(found[1])
        return shown[number] if number < len(shown) else ""

    return place.sub(put, html)


def render_redirect(renderer: Renderer, redirect: Redirect) -> Asset:
    """A page that sends the reader on, script or no script."""
    html, _ = renderer.render("parts/redirect.html", redirect)
    return Asset(f"{redirect.address}index.html", html.encode())
