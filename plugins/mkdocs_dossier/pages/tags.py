"""The pages of tags: one of all tags, and one for each."""

from collections.abc import Iterator

from mkdocs_dossier.model.slug import slugify_tag
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.entries import Entry, make_entry, order_by_name
from mkdocs_dossier.views.spelling import fold


def tag_pages(press: Press) -> Iterator[Page]:
    """Nothing where nothing is tagged."""
    tags = group_by_tag(press)
    if not tags:
        return
    title, about = press.texts("views.tags.title"), press.texts("views.tags.about")
    address = press.addresses.index("tags")
    html = press.render("tags.html", address, tags=tags)
    yield Page(address, "tags", title, about, html)
    for tag, entries in tags.values():
        page = f"{address}{slugify_tag(tag)}/"
        told = press.texts.plural("views.tags.of", len(entries), tag=tag)
        html = press.render("tag.html", page, tag=tag, about=told, entries=entries)
        yield Page(page, "tag", tag[:1].upper() + tag[1:], told, html)


def group_by_tag(press: Press) -> dict[str, tuple[str, list[Entry]]]:
    """By the tag's word in addresses: the tag, and all that carries it, by name.

    Tags that differ only in case or accents are one; the first spelling in order is shown.
    """
    found: dict[str, tuple[str, list[Entry]]] = {}
    tagged = press.book.tagged
    for tag in sorted(tagged, key=lambda tag: (fold(tag), tag)):
        name, before = found.get(slugify_tag(tag), (tag, []))
        entries = [make_entry(press.book, record) for record in tagged[tag]]
        found[slugify_tag(tag)] = (name, sorted([*before, *entries], key=order_by_name))
    return found
