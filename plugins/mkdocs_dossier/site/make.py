"""From a dossier to all its finished pages, without MkDocs."""

from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.pages import render_pages


def build_pages(
    site: Site, renderer: Renderer, kept: Kept | None = None, *, alone: bool = False
) -> list[Page]:
    """Every page of the site, in order of kind and id.

    `kept` holds what earlier builds rendered; `alone`: no second process may help.
    """
    return render_pages(renderer, list(plan_pages(site)), kept or Kept(), alone=alone)
