"""From a dossier to all its finished pages, without MkDocs."""

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.page import render_page


def build_pages(site: Site, renderer: Renderer) -> list[Page]:
    """Every page of the site, in order of kind and id."""
    return [render_page(renderer, value) for value in plan_pages(site)]
