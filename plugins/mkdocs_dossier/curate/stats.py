"""The numbers of a dossier."""

from collections import Counter

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Judged, Source, Sourced, Statement
from mkdocs_dossier.model.records import Office, Participant, Relation
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.trust.coverage import Gap
from mkdocs_dossier.trust.support import weigh
from mkdocs_dossier.trust.unsourced import find_unsourced

_FACTS: dict[type[Sourced], str] = {
    Statement: "statements",
    Relation: "relations",
    Office: "offices",
    Participant: "participants",
}
NUMBERS = (
    *(section.folder for section in SECTIONS),
    *_FACTS.values(),
    "disputes",
    "corrections",
    "sources",
    "quotes",
    "verified",
    "no-source",
    "no-origin",
    "one-origin",
    "several-origins",
    "state-only",
    "against",
    "doubtful",
    "gaps",
)
"""What is counted, in the order in which it is told."""


def count(dossier: Dossier, gaps: list[Gap]) -> dict[str, int]:
    """Each of NUMBERS. `gaps` are those of the dossier.

    The trust of a fact is that of statements, relations, offices and participants.
    """
    found: Counter[str] = Counter()
    for section in SECTIONS:
        found[section.folder] = len(dossier.held_in(section))
    for holder in dossier.everything():
        found["disputes"] += len(holder.disputes)
        found["corrections"] += len(holder.corrections)
        found["no-source"] += sum(type(fact) in _FACTS for _, fact in find_unsourced(holder))
        for _, value in holder.walk():
            if isinstance(value, Source):
                found["sources"] += 1
                found["quotes"] += bool(value.quote)
                article = dossier.articles.get(value.article or "")
                found["verified"] += dossier.verified.date_of(value, article) is not None
            elif isinstance(value, Sourced) and type(value) in _FACTS:
                found[_FACTS[type(value)]] += 1
                _count_trust(value, dossier, found)
    found["gaps"] = len(gaps)
    return {number: found[number] for number in NUMBERS}


def _count_trust(fact: Sourced, dossier: Dossier, found: Counter[str]) -> None:
    trust = weigh(fact, dossier)
    origins = len(trust.origins)
    found["no-origin" if not origins else "one-origin" if origins == 1 else "several-origins"] += 1
    found["state-only"] += trust.state_only
    found["against"] += bool(trust.against)
    if isinstance(fact, Judged):
        found["doubtful"] += dossier.vocabulary.is_doubtful(fact.status)
