"""What must hold in a page written by hand: its front matter, its links, pictures and views."""

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_dossier.index.embeds import find_embeds, find_faults
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.places import position_of
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.model.web import is_inside, is_link
from mkdocs_dossier.names.markup import find_addresses, find_html, find_written_links
from mkdocs_dossier.source.page_settings import HandWritten, read_page
from mkdocs_dossier.source.texts import find_forbidden, judge_body
from mkdocs_dossier.source.tree import Fault


def check_page(text: str, dossier: Dossier, trusted: bool, links: bool) -> Iterator[Fault]:
    """The faults of a page, given as its whole file.

    `trusted`: HTML and addresses are the curator's affair. `links`: names and `[[id]]` are linked.
    """
    page = read_page(text)
    if not trusted:
        too_much = [*find_forbidden(text), *judge_body(page.body, page.body_line)]
        yield from [*map(_tell_of_trust, page.faults), *too_much]
        if too_much:  # to look further may take long
            return
    else:
        yield from (each for each in page.faults if each.rule != "unknown-key")
    body = page.body
    found = [*_check_embeds(body, dossier)]
    if links:
        found += _check_links(body, dossier)
    if not trusted:
        found += [*_check_html(body), *_check_addresses(body)]
    for fault in found:
        line, column = fault.position
        position = (line + page.body_line - 1, column)
        yield Fault(position, fault.rule, fault.key, fault.values, fault.level)
    if links:
        yield from _check_meanings(page, dossier)


def _tell_of_trust(fault: Fault) -> Fault:
    """A field that the page may not have: those of another plugin, such as a blog, are trusted."""
    return replace(fault, key="unknown-key.page") if fault.key == "unknown-key.other" else fault


def _check_embeds(body: str, dossier: Dossier) -> Iterator[Fault]:
    embeds = find_embeds(body)[1]
    for embed in embeds[: limits.EMBEDS]:
        yield from find_faults(embed, dossier)
    for embed in embeds[limits.EMBEDS :][:1]:
        yield Fault((embed.line, 1), "limit", "limit.embeds", {"most": str(limits.EMBEDS)})


def _check_links(body: str, dossier: Dossier) -> Iterator[Fault]:
    for link in find_written_links(body):
        target = f"{link.target}#{link.anchor}" if link.anchor else link.target
        if link.target in dossier.unreadable:
            continue  # its own file says what is wrong
        known = dossier.get(link.target) is not None
        if known and (not link.anchor or dossier.statement(link.target, link.anchor)):
            continue
        place = position_of(body, body.index(link.target, link.start))
        yield _unknown(target, place, dossier)


def _check_meanings(page: HandWritten, dossier: Dossier) -> Iterator[Fault]:
    """What the page says that words mean, in its front matter."""
    for index, forced in enumerate(page.fields.mentions.as_):
        for surface, id in forced.link.items():
            if dossier.record(id) is None:
                path = ("mentions", "as", index, "link", surface)
                yield _unknown(id, page.positions.get(path, (1, 1)), dossier)


def _unknown(found: str, position: Position, dossier: Dossier) -> Fault:
    record = found.partition("#")[0]
    if dossier.get(record) and "#" in found:
        key = "statement"
        known = [f"{each.id}#{it.id}" for each, _, it in dossier.statements()]
    else:
        key, found, known = "record", record, [each.id for each in dossier.everything()]
    values = {"found": found, "nearest": nearest(found, known)}
    return Fault(position, "unknown-id", f"unknown-id.{key}", values)


def _check_html(body: str) -> Iterator[Fault]:
    for start, found in find_html(body):
        place = position_of(body, start)
        yield Fault(place, "raw-html", "raw-html", {"found": found}, "warning")


def _check_addresses(body: str) -> Iterator[Fault]:
    for address in find_addresses(body):
        allowed = is_inside if address.picture else is_link
        if not allowed(address.text):
            key = "prose-address.foreign" if address.picture else "prose-address.link"
            place = position_of(body, address.start)
            yield Fault(place, "prose-address", key, {"found": address.text})
