"""Citation metadata for the head of a page, as Highwire named it and Zotero reads it."""

from markupsafe import Markup

from mkdocs_dossier.trust.citing.items import Item, clean_item, issued_parts


def meta_tags(item: Item, page: str = "") -> Markup:
    """`<meta name="citation_…">` for an item; `page` is the absolute address of its page."""
    item = clean_item(item)
    numbers = issued_parts(item)
    values = {
        "citation_title": item["title"],
        "citation_publication_date": "/".join(f"{number:02}" for number in numbers),
        "citation_journal_title": item.get("container-title"),
        "citation_language": item.get("language"),
        "citation_abstract_html_url": page,
    }
    pairs = [(name, value) for name, value in values.items() if value]
    pairs[1:1] = [("citation_author", author["literal"]) for author in item.get("author", [])]
    tag = Markup('<meta name="{}" content="{}">')
    return Markup("\n").join(tag.format(name, value) for name, value in pairs)
