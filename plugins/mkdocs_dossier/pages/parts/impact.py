"""From what rests on a source to what a page says of it."""

from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.records import Office, Participant, Relation
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.facts import say_tie
from mkdocs_dossier.pages.parts.sources import say_field
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.impact import ImpactSection, LossLine, RankLine
from mkdocs_dossier.trust.impact import Loss, Standing

_MOST = 20


def gather_impact(scope: Scope, id: str) -> ImpactSection:
    """What would fall without an article or an actor."""
    support = scope.site.support
    if id not in support.resting_on:
        return ImpactSection()
    impact = support.withdraw([id])
    return ImpactSection(
        *(
            tuple(_gather_loss(scope, each) for each in losses)
            for losses in (impact.falls, impact.weakens, impact.bare)
        )
    )


def gather_ranking(scope: Scope) -> tuple[RankLine, ...]:
    """The sources that most rests on."""
    return tuple(
        RankLine(scope.link(id), len(impact.falls), len(impact.weakens), len(impact.bare))
        for id, impact in scope.site.support.ranking[:_MOST]
    )


def _gather_loss(scope: Scope, loss: Loss) -> LossLine:
    standing, say = loss.standing, scope.site.texts
    fact = standing.fact
    if isinstance(fact, Statement):
        link = scope.link(standing.reference, fact.text)
        aside = standing.holder.title_text
    else:
        link = scope.link(standing.holder.id)
        aside = _say_standing(scope, standing)
    origins = tokens_of(scope.site, fact or standing.holder, "" if fact else standing.field)
    count = say("impact.count", before=loss.before, after=loss.after) if loss.before else ""
    return LossLine(link, aside, count, origins)


def _say_standing(scope: Scope, standing: Standing) -> str:
    site, fact = scope.site, standing.fact
    if isinstance(fact, Office | Relation):
        return say_tie(site, fact)
    if isinstance(fact, Participant):
        who = fact.name or site.dossier.name_of(fact.actor or "")
        return site.texts("provenance.what.participant", who=who)
    if standing.field in ("", "sources"):
        return site.texts("provenance.what.record")
    return say_field(site, standing.field)
