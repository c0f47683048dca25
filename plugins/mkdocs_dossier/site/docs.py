"""Pages that strangers may write, as MkDocs reads them: no HTML, no other field, no other file."""

import json
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from mkdocs_dossier.index.embeds import PLACE, Embed
from mkdocs_dossier.languages.typography import set_spaces_in_html
from mkdocs_dossier.model.characters import replace_forbidden
from mkdocs_dossier.pages.embed.gather import gather_embeds
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.page import render_views
from mkdocs_dossier.render.sanitise import is_reserved
from mkdocs_dossier.rules.docs import is_published
from mkdocs_dossier.site.theme_settings import Note
from mkdocs_dossier.source.page_settings import read_page
from mkdocs_dossier.source.texts import judge_body

# They put files into a page that the page names.
_READERS = ("pymdownx.snippets", "pymdownx.b64", "markdown_include.include")


def settle_markdown(config: MkDocsConfig) -> list[Note]:
    """Take HTML, and what reads files, out of the Markdown of hand-written pages."""
    names = list(config.markdown_extensions)
    config.markdown_extensions[:] = [each for each in names if each not in _READERS]
    config.markdown_extensions.append(PlainMarkdown())  # type: ignore[arg-type]
    return [(f"markdown_extensions: {each}", "reads") for each in names if each in _READERS]


def write_source(page: SitePage) -> str | None:
    """A page's file with only those fields that a page may have; None where MkDocs reads it itself.

    MkDocs would also take lines such as `template: x` for fields, or hang on an alias of aliases. A
    text that is too much shows nothing (in a preview; no build gets there).
    """
    if page.file.generated_by:
        return None
    read = read_page(replace_forbidden(page.file.content_string))
    body = "" if list(judge_body(read.body, read.body_line)) else read.body
    fields = read.fields.model_dump(include={"title", "description", "hide"}, exclude_none=True)
    # the theme takes them for HTML
    written = {
        name: escape(value) if isinstance(value, str) else value for name, value in fields.items()
    }
    return f"---\n{json.dumps(written)}\n---\n{body}"


def put_embeds(
    html: str, page: SitePage, site: Site, renderer: Renderer, embeds: Iterable[Embed]
) -> str:
    """A page's HTML with the views that it asks for, its spaces those of the site's language."""
    html = set_spaces_in_html(html, site.texts.language)
    views = gather_embeds(Scope(site, page.url), embeds)
    return render_views(renderer, html, views, PLACE)


def remove_unpublished(files: Files, config: MkDocsConfig) -> None:
    """Take files out of the site that strangers may not put there."""
    for file in list(files):
        theirs = not file.generated_by and file.src_dir == config.docs_dir
        if theirs and not is_published(file.src_uri):
            files.remove(file)


class PlainMarkdown(Extension):
    """Raw HTML is text, and ids that are the program's are none. Comes after all extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Takes out what reads HTML."""
        for registry, name in (
            (md.preprocessors, "html_block"),
            (md.inlinePatterns, "html"),
            (md.parser.blockprocessors, "markdown_block"),  # md_in_html
        ):
            if name in registry:
                registry.deregister(name)
        md.treeprocessors.register(_Ids(md), "dossier-ids", 6)  # after attr_list, before toc
        if "toc" in md.treeprocessors:
            contents = md.treeprocessors["toc"]
            slugify = contents.slugify  # type: ignore[attr-defined]
            contents.slugify = lambda text, separator: (  # type: ignore[attr-defined]
                slugify(text, separator).lstrip("_") or "x"
            )


class _Ids(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if is_reserved(element.get("id", "")):
                del element.attrib["id"]
