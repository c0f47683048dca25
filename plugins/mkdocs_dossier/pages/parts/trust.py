"""How far a fact can be trusted, in one line."""

from mkdocs_dossier.model.provenance import Sourced
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.values.provenance import OriginName, TrustLine
from mkdocs_dossier.trust.support import weigh


def gather_trust(site: Site, fact: Sourced | Event) -> TrustLine:
    """The line of a statement, relation, office, participant, version or event."""
    return site.once(_gather_trust, fact)


def _gather_trust(site: Site, fact: Sourced | Event) -> TrustLine:
    weight = weigh(fact, site.dossier)
    state = site.term("control", "state")
    origins = (
        OriginName(site.dossier.name_of(id), state if id in weight.origins.state_media else "")
        for id in weight.origins.all
    )
    return TrustLine(
        tuple(sorted(origins, key=lambda origin: site.order(origin.name))),
        weight.state_only,
        weight.sourced,
        weight.basis,
        site.term("status", weight.status) if weight.status else "",
        certainty_of(site, weight.status) if weight.status else "",
        weight.against,
        weight.disputed,
        weight.keys,
        tokens_of(site, fact),
    )


def certainty_of(site: Site, status: str) -> str:
    """How a page colours a status; one that the vocabulary does not know is open."""
    known = site.dossier.vocabulary.statuses.get(status)
    return known.certainty if known else "open"
