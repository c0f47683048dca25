"""A page's value as a finished page."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from mkdocs_dossier.pages.assets import Asset
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.values.page import EmbedView, PageValue, Redirect
from mkdocs_dossier.pages.values.provenance import CitedPage
from mkdocs_dossier.render.citations import render_head
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept


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


def render_citations(renderer: Renderer, cited: CitedPage, kept: Kept) -> Markup:
    """The block under a page that says how to cite it, and the article that it is about."""
    template = "parts/cited_page.html"
    key = kept.key(template, cited, renderer.voice)
    piece = kept.find([key]).get(key)
    if piece is None:
        piece = renderer.render(template, cited)[0].encode()
        kept.put(key, piece)
    return Markup(piece.decode())


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
