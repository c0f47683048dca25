"""From the indexes to the values of the pages of tags."""

from collections.abc import Sequence

from mkdocs_dossier.index.entries import Entry, make_entry, order_by_name
from mkdocs_dossier.model.slug import slugify_tag
from mkdocs_dossier.pages.parts.entries import gather_row
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.tag.value import TagPage, TagsPage
from mkdocs_dossier.pages.values.text import Link

Tagged = dict[str, tuple[str, list[Entry]]]
"""By the tag's word in addresses: the tag, and all that carries it, by name."""


def list_tags(site: Site) -> Tagged:
    """Tags that differ only in case or accents are one; the first spelling in order is shown."""
    found: Tagged = {}
    by_name = order_by_name(site.texts.language)
    for tag in sorted(site.indexes.tagged, key=site.order):
        name, before = found.get(slugify_tag(tag), (tag, []))
        entries = [make_entry(site.indexes, record) for record in site.indexes.tagged[tag]]
        found[slugify_tag(tag)] = (name, sorted([*before, *entries], key=by_name))
    return found


def gather_tags(scope: Scope, tags: Tagged) -> TagsPage:
    """The page of all tags."""
    site = scope.site
    index = site.addresses.index("tags")
    return TagsPage(
        site.texts("views.tags.title"),
        site.texts("views.tags.about"),
        tuple(
            (Link(name, scope.url(f"{index}{word}/")), len(entries))
            for word, (name, entries) in tags.items()
        ),
    )


def gather_tag(scope: Scope, tag: str, entries: Sequence[Entry]) -> TagPage:
    """The page of one tag."""
    site = scope.site
    return TagPage(
        *describe_tag(site, tag, entries),
        tuple(gather_row(scope, entry) for entry in entries),
        Link(site.texts("views.tags.all"), scope.url(site.addresses.index("tags"))),
    )


def describe_tag(site: Site, tag: str, entries: Sequence[Entry]) -> tuple[str, str]:
    """The title of a tag's page, and what it says of itself."""
    about = site.texts.plural("views.tags.of", len(entries), tag=tag)
    return tag[:1].upper() + tag[1:], about
