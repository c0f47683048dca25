"""Views in hand-written pages, where MkDocs reads and renders them."""

from collections.abc import Iterator

from mkdocs.structure.files import File

from mkdocs_dossier.pages.embeds import Embed, find_faults
from mkdocs_dossier.pages.templating import Press


def say_faults(embeds: list[Embed], markdown: str, file: File, press: Press) -> Iterator[str]:
    """One line for each embed that cannot be shown, with the page and the line in its file.

    `markdown` is the page's text as MkDocs gives it: without its front matter.
    """
    above = file.content_string.count("\n") - markdown.count("\n")
    for embed in embeds:
        for fault in find_faults(embed, press):
            yield f"docs/{file.src_uri}:{above + fault.line}: {fault.message}"
