"""What `dossier import` says of an article."""

import json

import click

from mkdocs_dossier.curate.press.article import Readings, Scraped
from mkdocs_dossier.curate.press.reported import Reported
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.dossier import Dossier

_SHOWN = 160
_INDENT = "    "


def print_proposal(name: str, id: str, scraped: Scraped, say: Texts) -> None:
    """What the article seems to be, and on what grounds."""
    found = scraped.proposal
    click.echo(f"# {name} → {id}")
    for field, value, why in (
        ("title", found.title, say("import.made-title") if found.untitled else ""),
        ("date", found.date or "null", say(f"import.basis.{found.basis[0]}", found=found.basis[1])),
        ("outlet", found.outlet or "null", _say_site(scraped, say)),
        ("language", found.language or "null", ""),
        ("author", found.author, ""),
        ("url", found.address, ""),
    ):
        if value:
            click.echo(f"{_INDENT}{field}: {value}{f'  # {why}' if why else ''}")
    for key, words in found.machine:
        click.echo(
            f"{_INDENT}derived_from.method: machine  # {say(f'import.machine.{key}', found=words)}"
        )
    if scraped.decoded.encoding not in ("utf-8", "utf-8-sig"):
        click.echo(_INDENT + say("import.encoding", found=scraped.decoded.encoding))
    if scraped.decoded.mended:
        click.echo(_INDENT + say("import.mended"))


def _say_site(scraped: Scraped, say: Texts) -> str:
    found = scraped.proposal
    if found.site:
        return say("import.site" if found.outlet else "import.no-record", found=_cut(found.site))
    return "" if found.outlet else say("import.no-outlet")


def print_dropped(name: str, scraped: Scraped, say: Texts, err: bool = False) -> None:
    """What was taken out of the text, each with its line and the reason."""
    click.echo(f"# {say.plural('import.dropped', len(scraped.dropped))}", err=err)
    for each in scraped.dropped:
        key = f"import.kinds.{each.kind}"
        why = say(key) if key in say else say("import.kinds.part", found=each.kind)
        click.echo(f"{_INDENT}{name}:{each.line}: {_cut(each.text)} [{why}]", err=err)


def print_drafts(dossier: Dossier, id: str, read: Readings, say: Texts) -> None:
    """Names, drafts of statements to complete, and what other full texts have too."""
    click.echo(f"# {say.plural('import.named', len(read.named))}")
    if read.named:
        click.echo(_INDENT + ", ".join(f"{dossier.name_of(each)} ({each})" for each in read.named))
    click.echo(f"# {say.plural('import.unnamed', len(read.unnamed))}")
    for name in read.unnamed:
        near = f" {say('did-you-mean', nearest=name.records[0])}" if name.records else ""
        click.echo(f"{_INDENT}{name.count} × {name.form}{near}")
    click.echo(f"# {say.plural('import.reported', len(read.reported))}")
    if read.reported:
        click.echo("statements:")
    for each in read.reported:
        click.echo("\n".join(_write_draft(id, each, say)))
    click.echo(f"# {say.plural('import.echoes', len(read.echoes), total=read.compared)}")
    for echo in read.echoes:
        click.echo(f"{_INDENT}{echo.line}: {echo.other} ({echo.alike} %): {_cut(echo.sentence)}")


def _write_draft(id: str, draft: Reported, say: Texts) -> list[str]:
    """A statement in the form of the data, to be completed."""
    via = ", ".join(f"{each}" for each in draft.via)
    lines = [
        f"  # {say('import.draft', line=draft.line, why=draft.why)}",
        f"  # {draft.sentence}",
        f"  - id: {draft.id}",
        f"    text: {_quote(say('import.own-words'))}",
        f"    speakers: [{', '.join(draft.speakers) or '…'}]",
        f"    act: {draft.act}",
        f"    form: {draft.form}",
        "    sources:",
        f"      - article: {id}",
    ]
    lines += [f"        via: [{via}]"] if via else []
    return [*lines, f"        quote: {_quote(draft.quote)}"]


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
