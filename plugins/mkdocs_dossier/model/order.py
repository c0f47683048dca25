"""The order in which the fields of a file are written: what it is first, what it rests on last."""

from functools import cache

from mkdocs_dossier.model.base import Value, keys

# One order for all classes: each keeps to it with the fields that it has.
_USUAL = """
id kind type with share amount currency text name actor title untitled file organisation language
with_article aliases short_names never_link name_order
outlet article statement document url publisher via republisher
role count including for led_by where
part_of country government_of coordinates control
summary description
topic ordinal
value start end date date_basis author retrieved archive_url
licence credit alt derived_from method body revises full_text_sha256
place series about participants was now versions reason
wikidata wikipedia website image
quote fit against supports confirmed basis status decision
offices relations statements disputes dismissals sources note notes external
tags searches corrections reviewed former_ids mentions
ignore as frequency link
"""
# Classes whose fields follow each other otherwise.
_OWN = {
    "Settings": "title language summary introduction inclusion featured publisher licence contact"
    " map map_credit",
    "Statement": "id text speakers jointly to about act form date date_basis status decision"
    " basis sources note",
    "Article": "title untitled outlet author date date_basis language url retrieved archive_url"
    " derived_from body licence full_text_sha256 revises status summary statements disputes"
    " dismissals notes tags searches corrections reviewed former_ids mentions",
    "Event": "kind name with_article aliases short_names never_link summary description start end"
    " date date_basis basis place part_of series about participants statements disputes dismissals"
    " sources notes external image tags searches corrections reviewed former_ids",
    "Document": "title untitled url retrieved archive_url publisher via republisher date",
    "Participant": "actor name count including for led_by role basis sources note",
    "Dispute": "about versions decision note",
    "Version": "value text basis sources note",
    "NoteValue": "text date basis sources note",
    "Correction": "date about was now",
    "Search": "for where date",
    "Derivation": "outlet article language method",
}


@cache
def order_of(model: type[Value]) -> tuple[str, ...]:
    """The keys of a mapping in the order in which they are written."""
    order = _OWN.get(model.__name__, _USUAL).split()
    return tuple(sorted(keys(model), key=order.index))
