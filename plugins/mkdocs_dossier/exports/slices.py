"""What the pieces of a record are made from, as a digest.

A piece may show anything of its own record, and of all others anything but their own words: the
summary and the description, which nothing but their own pieces shows. So a change of these makes
the pieces of one record anew, and of those that it names or names no more; any other change makes
all of them. A test changes the own words of half the records, and looks that nothing is stale.
"""

from collections import Counter, defaultdict

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.source.digest import digest_rest, digest_texts

OWN_WORDS = {"summary", "description"}


def digest_slices(publication: Publication) -> dict[str, bytes]:
    """For each record and article by its id. About 60 µs a record."""
    dossier = publication.dossier
    seen = {each.id: _write_seen(each) for each in dossier.everything()}
    about = repr((publication.site, publication.folder))
    world = digest_texts([digest_rest(dossier).hex(), about, *seen.values()]).hex()
    own, named = _gather_mentions(publication)
    found = {}
    for record in dossier.everything():
        id, origin = record.id, dossier.origins[record.id]
        dates = (publication.created(record), publication.changed(record))
        words = [getattr(record, name, None) for name in sorted(OWN_WORDS)]
        mentions = (own[id], sorted(named[id].items()))
        rest = repr((origin.path, dates, words, mentions))
        found[id] = digest_texts([world, seen[id], origin.text, rest])
    return found


def _write_seen(record: Identified) -> str:
    """What other pieces may show of a record; a field that is left out is none that is empty."""
    written = record.model_dump_json(exclude=OWN_WORDS, exclude_unset=True)
    return "\n".join((record.section, record.id, written, getattr(record, "text", "")))


def _gather_mentions(
    publication: Publication,
) -> tuple[dict[str, list[object]], dict[str, Counter[str]]]:
    """For each record, whom it names and where; and who names it how often."""
    own: dict[str, list[object]] = defaultdict(list)
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for id, found in publication.named_by.items():
        own[id] = [(each.paragraph.anchor, each.mentions) for each in found]
        for each in found:
            for mention in each.mentions:
                named[mention.record][id] += 1
    return own, named
