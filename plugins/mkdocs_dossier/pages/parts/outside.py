"""Links out of the site, to what may be gone one day."""

from mkdocs_dossier.languages.fragments import link_to_words
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import Document
from mkdocs_dossier.model.web import is_web_address
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.values.provenance import Outside


def gather_outside(site: Site, original: Article | Document, quote: str = "") -> Outside | None:
    """The link to an article or document, or to a quote in it; None where it has no address."""
    url, kept = original.url, original.archive_url
    if not url or not is_web_address(url):
        return None
    return Outside(
        url,
        kept if kept and is_web_address(kept) else None,
        site.when(original.retrieved).machine,
        link_to_words(url, quote) if quote else "",
    )
