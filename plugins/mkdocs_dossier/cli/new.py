"""`dossier new`: the file of a new record or article."""

from pathlib import Path

import click

from mkdocs_dossier.cli.ids import check_id
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.writing import stop_if_unread, write_text
from mkdocs_dossier.curate.new import (
    ACTOR_SORTS,
    SORTS,
    find_namesake,
    section_for,
    write_record,
)
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.dates import InvalidDate, parse
from mkdocs_dossier.model.dossier import SETTINGS_FILE, Dossier
from mkdocs_dossier.model.nearest import Choices, simplify
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.source import load
from mkdocs_dossier.source.loose_dates import read_loosely


@click.command("new")
@dossier_option
@click.argument("sort", type=click.Choice(SORTS))
@click.argument("name")
@click.option("--summary", help="One sentence; asked for if it is not given.")
@click.option("--kind", help="For an event, a place or a topic: its kind, by id or label.")
@click.option("--date", help="For an event or an article; empty: unknown.")
@click.option("--outlet", help="For an article: id of the media outlet; empty: unknown.")
@click.option("--id", "id_", help="The file's name, if not made from NAME.")
def command(
    folder: Path,
    sort: str,
    name: str,
    summary: str | None,
    kind: str | None,
    date: str | None,
    outlet: str | None,
    id_: str | None,
) -> None:
    """Begin a record or an article, with comments that say what may follow.

    \b
    For example:
      dossier new person "Wang Yi" --summary "Ministre chinois des Affaires étrangères."
      dossier new event "Visite de Wang Yi à Pyongyang" --kind visit --date 2024-03
    """
    loaded = load(folder)
    stop_if_unread((each for each in loaded.problems if each.path == SETTINGS_FILE), folder)
    dossier = loaded.dossier
    say = texts(dossier.language)
    id = id_ or _make_id(name)
    path = _place(dossier, folder, sort, name, id, say)
    values: dict[str, str | None] = {}
    if sort == "article":
        values["title"] = name
        values["outlet"] = _ask_outlet(dossier, outlet, say)
    else:
        values["kind"] = sort if sort in ACTOR_SORTS else _ask_kind(dossier, sort, kind, say)
        values["name"] = name
    if sort in ("event", "article"):
        day = _ask_date(date, dossier.language, say)
        if day or sort == "article":
            values["date"] = day
    if sort == "article":
        values["language"] = dossier.language
    values["summary"] = summary or click.prompt(say("new.summary"))
    schema = folder.parent / "schema" / f"{section_for(sort).folder}.json"
    modeline = f"# yaml-language-server: $schema=../../schema/{schema.name}"
    write_text(path, write_record(sort, values, say, modeline if schema.is_file() else ""), say)
    click.echo(say("new.written", path=path.as_posix(), id=id))


def _make_id(name: str) -> str:
    """The id that a name gives; empty for one in a script that ids cannot hold."""
    id = slugify(name)
    return id if id != slugify("") or simplify(name) == id else ""


def _place(dossier: Dossier, folder: Path, sort: str, name: str, id: str, say: Texts) -> Path:
    """The file to write. Raises click.ClickException where the name or the id is taken."""
    check_id(id, say, name)
    section = section_for(sort)
    path = folder / section.folder / f"{id}{section.ending}"
    taken = dossier.get(id) is not None or id in dossier.unreadable or path.exists()
    if taken:
        raise click.ClickException(say("new.taken", id=id))
    if other := find_namesake(dossier, name):
        raise click.ClickException(say("new.namesake", name=name, other=other))
    return path


def _ask_kind(dossier: Dossier, sort: str, kind: str | None, say: Texts) -> str:
    words = dossier.vocabulary
    labels = words.labels("kind", sort)
    by_label = {label: id for id, group in labels.items() for label in group}
    choices = Choices(labels, by_label)
    listed = ", ".join(f"{id} ({words.label('kind', id, dossier.language, sort)})" for id in labels)
    asked = kind or click.prompt(f"{say('new.kind')} ({listed})")
    found = choices.named(asked)
    if not found:
        near = choices.nearest(asked)
        answer = say("did-you-mean", nearest=near) if near else say("choices", choices=listed)
        problem = say("problems.unknown-id.kind", found=asked, suggestion=answer)
        raise click.ClickException(problem)
    return found


def _ask_date(date: str | None, language: str, say: Texts) -> str | None:
    asked = click.prompt(say("new.date"), default="", show_default=False) if date is None else date
    if not asked.strip():
        return None
    try:
        return str(parse(asked))
    except InvalidDate:
        read = read_loosely(asked, language)
        if len(read) == 1:
            return read[0]
        raise click.ClickException(say("new.no-date", found=asked)) from None


def _ask_outlet(dossier: Dossier, outlet: str | None, say: Texts) -> str | None:
    media = {id: each for id, each in dossier.actors.items() if each.kind == "media"}
    asked = outlet
    if asked is None:
        asked = click.prompt(say("new.outlet"), default="", show_default=False)
    if not asked.strip():
        return None
    found = Choices(media, {each.name: id for id, each in media.items()}).named(asked)
    if not found:
        answer = say("choices", choices=", ".join(sorted(media))) if media else ""
        text = say("problems.unknown-id.media", found=asked, suggestion=answer)
        raise click.ClickException(text)
    return found
