"""Statements as blocks: who says what to whom, how sure it is, and each chain that leads to it."""

from collections.abc import Iterable

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.pages.parts.announcements import gather_announcement
from mkdocs_dossier.pages.parts.citations import cite_statement
from mkdocs_dossier.pages.parts.sources import gather_evidence
from mkdocs_dossier.pages.parts.trust import gather_trust
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.provenance import StatementBlock, StatementList


def gather_statements(scope: Scope, found: Iterable[Said]) -> StatementList:
    """A block for each statement, in order, and the statuses among them, by rank."""
    listed = list(found)
    statuses = {str(said.statement.status) for said in listed}
    known = [id for id in scope.site.dossier.vocabulary.by_rank if id in statuses]
    return StatementList(
        tuple(gather_statement(scope, each) for each in listed),
        tuple((id, scope.site.term("status", id)) for id in known),
    )


def _report(site: Site, said: Said, address: str) -> str | None:
    """Where an error in a statement is reported, with its page, its file and its words."""
    say, features = site.texts, site.features
    text = say(
        "frame.report-statement",
        page=f"{features.site}{address}",
        path=f"{features.folder}/{site.dossier.origins[said.holder.id].path}",
        id=said.anchor,
        text=said.statement.text,
    )
    return features.report_address(say("frame.report-title", title=said.holder.title_text), text)


def gather_statement(scope: Scope, said: Said) -> StatementBlock:
    """One statement. On the page of the record that holds it, it has its anchor and citation."""
    site, it = scope.site, said.statement
    home = said.holder.id == scope.record
    date = site.indexes.date_of(said)
    address = site.addresses.of(said.reference)
    return StatementBlock(
        text=scope.text(it.text),
        announced=gather_announcement(scope, it, date),
        when=site.when(date),
        trust=gather_trust(site, it),
        evidence=gather_evidence(scope, it, ask=True),
        anchor=said.anchor if home else "",
        permalink=scope.url(address) if address else None,
        home=None if home else scope.link(said.holder.id),
        form=site.texts(f"provenance.form.{it.form}") if it.form else "",
        decision=scope.text(it.decision),
        note=it.note or "",
        citation=cite_statement(site, said) if home else None,
        report=_report(site, said, address) if home and address else None,
    )
