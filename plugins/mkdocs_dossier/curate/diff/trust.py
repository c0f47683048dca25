"""What a change does to the trust in facts: origins, verified quotes, statuses, addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_dossier.curate.diff.change import Change, Severity
from mkdocs_dossier.curate.diff.pairs import Pairing, match
from mkdocs_dossier.curate.diff.words import Words
from mkdocs_dossier.index.addresses import Addresses, read_addresses
from mkdocs_dossier.model.dossier import ADDRESSES_FILE, Dossier
from mkdocs_dossier.model.provenance import Judged, Source, Sourced
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.trust.origins import Origins, find_origins, find_record_origins


@dataclass(frozen=True)
class Sides:
    """Both dossiers, which record is which, and the words of each."""

    before: Dossier
    after: Dossier
    pairing: Pairing
    old_words: Words
    new_words: Words


def compare_trust(
    was: Sourced | Identified, now: Sourced | Identified, base: Change, sides: Sides
) -> Iterator[Change]:
    """The origins of a fact, or of a record, and its status; `base` says which it is."""
    old, new = _origins(was, sides.before), _origins(now, sides.after)
    if verdict := _judge(len(old), len(new)):
        severity, action = verdict
        names = _say(old, sides.before), _say(new, sides.after)
        change = replace(base, severity=severity, topic="origin", action=action, field="")
        yield replace(change, old=names[0], new=names[1])
    elif new.state_media_only and not old.state_media_only:
        change = replace(base, severity="major", topic="origin", action="state-only", field="")
        yield replace(change, old=_say(old, sides.before), new=_say(new, sides.after))
    if isinstance(was, Judged) and isinstance(now, Judged) and was.status != now.status:
        change = replace(base, severity="major", topic="status", action="changed", field="")
        status = sides.old_words.value(was.status), sides.new_words.value(now.status)
        yield replace(change, old=status[0], new=status[1])


def _origins(fact: Sourced | Identified, dossier: Dossier) -> Origins:
    if isinstance(fact, Sourced):
        return find_origins(fact, dossier)
    return find_record_origins(fact, dossier)


def _judge(old: int, new: int) -> tuple[Severity, str] | None:
    """How grave another number of origins is, and what it is called."""
    if new == 0 and old > 0:
        return "breaking", "lost-last"
    if new == 1 and old > 1:
        return "major", "down-to-one"
    if new < old:
        return "minor", "fewer"
    if old == 0 and new > 0:
        return "minor", "first"
    if old == 1 and new > 1:
        return "minor", "second"
    return ("minor", "more") if new > old else None


def _say(origins: Origins, dossier: Dossier) -> str:
    return ", ".join(dossier.name_of(each) for each in origins.all)


def compare_sources(
    was: Sequence[Source], now: Sequence[Source], base: Change, sides: Sides
) -> Iterator[Change]:
    """Sources of one fact that are new, gone, or quote other words; and what was verified."""

    def place(each: Source, follow: Any = str) -> tuple[str, str, str]:
        document = each.document.title if each.document else ""
        return follow(each.article or ""), follow(each.statement or ""), document

    moved = sides.pairing.now
    found = match(
        was,
        now,
        (lambda each: (*place(each, moved), each.quote), lambda each: (*place(each), each.quote)),
        (lambda each: place(each, moved), lambda each: place(each)),
    )
    for one, other in found.same:
        checked = _is_verified(one, sides.before), _is_verified(other, sides.after)
        change = replace(base, topic="quote", field="", old=one.quote or "", new=other.quote or "")
        if one.quote != other.quote and checked[0]:
            yield replace(change, severity="breaking", action="edited")
        elif one.quote != other.quote:
            yield replace(change, severity="minor", topic="source", action="changed")
        elif checked == (True, False):
            yield replace(change, severity="major", action="unverified")
        elif checked == (False, True):
            yield replace(change, severity="minor", action="verified")
        if one.against != other.against:
            said = sides.new_words.source(other)
            sort = "against" if other.against else "supporting"
            change = replace(base, severity="major", topic="source", action=sort, field="")
            yield replace(change, old=said, new=said)
    for one in found.removed:
        severity: Severity = "major" if _is_verified(one, sides.before) else "minor"
        change = replace(base, severity=severity, topic="source", action="removed", field="")
        yield replace(change, old=sides.old_words.source(one))
    for other in found.added:
        change = replace(base, severity="minor", topic="source", action="added", field="")
        yield replace(change, new=sides.new_words.source(other))


def _is_verified(source: Source, dossier: Dossier) -> bool:
    article = dossier.articles.get(source.article or "")
    return dossier.verified.date_of(source, article) is not None


def find_lost_addresses(sides: Sides) -> Iterator[Change]:
    """What led somewhere and leads nowhere any more."""
    before, after = sides.before, sides.after
    written = {address for _, address in read_addresses(before.origins[ADDRESSES_FILE].text)}
    old = Addresses(before, sides.old_words.texts)
    answered = Addresses(after, sides.new_words.texts).answered()
    for address in sorted((written & old.answered()) | old.live()):
        id = address.partition("#")[0].rstrip("/").rpartition("/")[2]
        if address in answered or id in after.unreadable:
            continue
        holder = next(each for each in before.everything() if id in (each.id, *each.former_ids))
        path = before.origins[holder.id].path
        change = Change("breaking", "address", "lost", holder.id, holder.title_text, path)
        yield replace(change, old=address)
