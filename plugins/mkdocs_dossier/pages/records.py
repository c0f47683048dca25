"""The pages of records and articles."""

from collections.abc import Callable, Iterator
from typing import Any

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified, Place, Topic
from mkdocs_dossier.pages.article import describe_article
from mkdocs_dossier.pages.citing import article_head
from mkdocs_dossier.pages.event import describe_event
from mkdocs_dossier.pages.outline import Outline
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.place import describe_place
from mkdocs_dossier.pages.profile import describe_actor
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.pages.topic import describe_topic

Describe = Callable[[Press, Any], dict[str, Any]]
"""Gives a template its values; they come from views, the template only lays them out."""

KINDS: dict[type[Identified], tuple[str, Describe]] = {
    Actor: ("profile.html", describe_actor),
    Event: ("event.html", describe_event),
    Place: ("place.html", describe_place),
    Topic: ("topic.html", describe_topic),
    Article: ("article.html", describe_article),
}


def record_pages(press: Press) -> Iterator[Page]:
    """A page for each record and each article."""
    for record in press.dossier.everything():
        yield make_page(press, record)


def make_page(press: Press, record: Identified) -> Page:
    """The page of one record or article."""
    address = press.addresses.of(record.id)
    assert address is not None
    template, describe = KINDS[type(record)]
    outline = Outline(_reserve_anchors(press, record))
    html = press.render(
        template, address, record=record, outline=outline, **describe(press, record)
    )
    return Page(
        address,
        record.section,
        record.title_text,
        record.summary,
        html,
        outline.headings,
        source=press.dossier.origins[record.id].path,
        record=record.id,
        head=_head(press, record),
    )


def _head(press: Press, record: Identified) -> str:
    if press.features.exports and isinstance(record, Article):
        return article_head(press, record)
    return ""


def _reserve_anchors(press: Press, record: Identified) -> set[str]:
    """The anchors that readers may have kept: statements, and the paragraphs of an article."""
    anchors = {each.id for each in record.statements if each.id}
    if isinstance(record, Article):
        anchors |= {each.anchor for each in press.passages.paragraphs(record)}
        anchors |= {each.anchor for each in press.passages.of(record)}
    return anchors
