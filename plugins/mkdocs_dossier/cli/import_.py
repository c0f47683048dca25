"""`dossier import`: a scraped article, cleaned, kept in private, and begun as a file."""

import datetime as dt
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mkdocs_dossier.cli.fetching import fetch, is_address
from mkdocs_dossier.cli.ids import check_id
from mkdocs_dossier.cli.import_report import print_drafts, print_dropped, print_proposal
from mkdocs_dossier.cli.options import dossier_option, find_today
from mkdocs_dossier.cli.progress import track
from mkdocs_dossier.cli.writing import stop_if_unread, write_bytes, write_text
from mkdocs_dossier.curate.new import find_namesake, write_record
from mkdocs_dossier.curate.press.article import Scraped, hash_text, read_closely, read_scraped
from mkdocs_dossier.curate.press.decode import NoText
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.dates import InvalidDate, parse
from mkdocs_dossier.model.dossier import SETTINGS_FILE, Dossier
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.references import RESERVED
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.source import load
from mkdocs_dossier.source.full_texts import find_full_texts
from mkdocs_dossier.source.loose_dates import read_loosely

FULL_TEXTS = "fulltext"
_ID_WORDS = 8


@click.command("import")
@dossier_option
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--id", "id_", help="Of the article, if not made from its title (for one FILE).")
@click.option("--title", help="Instead of the one that is found (for one FILE).")
@click.option("--outlet", help="Id of the media outlet, instead of the one that is found.")
@click.option("--date", help="Of publication, instead of the one that is found.")
@click.option("--language", help="Instead of the one that is recognised: fr, en…")
@click.option("--text", "only_text", is_flag=True, help="Print the cleaned text, write nothing.")
@click.option("--dry-run", is_flag=True, help="Print everything, write nothing.")
def command(
    folder: Path,
    files: tuple[str, ...],
    id_: str | None,
    title: str | None,
    outlet: str | None,
    date: str | None,
    language: str | None,
    only_text: bool,
    dry_run: bool,
) -> None:
    """Begin articles from scraped FILEs: text, HTML, or the address of a page.

    Takes out menus, adverts and other articles' teasers, and says what it took out and why. Keeps
    the cleaned text in dossier/fulltext, which is never published, and writes the article's file
    with its hash and what can be known of it. Prints the names, drafts of the statements, and the
    sentences that another full text holds already. Exits with 1 if a FILE holds no article.

    \b
    For example:
      dossier import depeche.txt
      dossier import page.html --id 2024-03-visite --outlet xinhua
      dossier import --text depeche.txt
    """
    loaded = load(folder)
    stop_if_unread((each for each in loaded.problems if each.path == SETTINGS_FILE), folder)
    dossier = loaded.dossier
    say = texts(dossier.language)
    if len(files) > 1 and (id_ or title):
        raise click.ClickException(say("import.one-file"))
    given = {
        "title": title,
        "outlet": _check_outlet(dossier, outlet, say),
        "date": _check_date(date, dossier.language, say),
        "language": language,
    }
    today = find_today(folder, say)
    now = str(today) if today else dt.datetime.now(dt.UTC).date().isoformat()
    mentions = Mentions(dossier)
    failed = False
    others = {} if only_text else _read_others(dossier, folder)
    taken: set[str] = set()
    for name in track(files, "import", printing=True):
        try:
            scraped = _read(dossier, name, now)
        except NoText as error:
            say_why = say(f"import.refused.{error.key}", found=error.found)
            click.echo(f"{name}: error: {say_why}", err=True)
            failed = True
            continue
        except OSError as error:
            click.echo(f"{name}: error: {error.strerror or error}", err=True)
            failed = True
            continue
        changed = {key: value for key, value in given.items() if value}
        scraped = replace(scraped, proposal=_override(scraped, changed, say))
        if only_text:
            print_dropped(name, scraped, say, err=True)
            click.echo(scraped.cleaned.text, nl=False)
            continue
        if id_:
            _check_id(dossier, folder, id_, scraped.content, say)
        id = scraped.known or id_ or _make_id(dossier, folder, scraped, taken)
        taken.add(id)
        read = read_closely(
            mentions,
            scraped,
            scraped.proposal.language or dossier.language,
            {
                other: text
                for other, text in others.items()
                if other not in (scraped.known, f"{id}.txt")
            },
        )
        print_proposal(name, id, scraped, say)
        print_dropped(name, scraped, say)
        print_drafts(dossier, id, read, say)
        others[id] = scraped.cleaned.text
        if (
            not scraped.known
            and not id_
            and (other := find_namesake(dossier, scraped.proposal.title))
        ):
            click.echo(f"{name}: error: {say('import.namesake', other=other)}", err=True)
            failed = True
        elif not dry_run:
            _write(folder, id, scraped, is_address(name), now, say)
    sys.exit(failed)


def _read(dossier: Dossier, name: str, today: str) -> Scraped:
    """The article of a file or an address. Raises NoText, or OSError for a file."""
    if is_address(name):
        raw, encoding = fetch(name)
        return read_scraped(dossier, raw, today, name, encoding)
    path = Path(name)
    if not path.is_file():
        raise NoText("no-file")
    if path.stat().st_size > limits.LIST_BYTES:
        raise NoText("large", f"{limits.LIST_BYTES // 1_000_000}")
    return read_scraped(dossier, path.read_bytes(), today)


def _override(scraped: Scraped, given: dict[str, Any], say: Texts) -> Any:
    """What was found, with what was given in its place."""
    if "title" in given:
        given["untitled"] = False
    if "date" in given:
        given["basis"] = ("given", "")
    return replace(scraped.proposal, **given)


def _read_others(dossier: Dossier, folder: Path) -> dict[str, str]:
    """The full texts that lie in the dossier: those of articles by id, the others by file name."""
    place = folder / FULL_TEXTS
    if not place.is_dir():
        return {}
    wanted = {each.full_text_sha256: id for id, each in dossier.articles.items()}
    found = find_full_texts(place, (hash_ for hash_ in wanted if hash_))
    others = {wanted[hash_]: text for hash_, text in found.found.items()}
    for file, hash_ in found.strangers.items():
        if hash_:
            others[file.relative_to(place).as_posix()] = file.read_text("utf-8", errors="replace")
    return others


def _make_id(dossier: Dossier, folder: Path, scraped: Scraped, taken: set[str]) -> str:
    """A free id from the title's first words."""
    title = scraped.proposal.title
    base = re.sub(r"(-\w{1,2})+$", "", slugify(title, _ID_WORDS)[:60].strip("-"))
    id, count = base, 1
    while id in taken or id in RESERVED or _is_taken(dossier, folder, id, scraped.content):
        count += 1
        id = f"{base}-{count}"
    return id


def _is_taken(dossier: Dossier, folder: Path, id: str, content: bytes) -> bool:
    there = (folder / "articles" / f"{id}.md").exists()
    kept = folder / FULL_TEXTS / f"{id}.txt"
    # an interrupted run leaves the text that this one is to write
    other = kept.exists() and not (kept.is_file() and kept.read_bytes() == content)
    return dossier.get(id) is not None or id in dossier.unreadable or there or other


def _check_id(dossier: Dossier, folder: Path, id: str, content: bytes, say: Texts) -> None:
    check_id(id, say)
    if _is_taken(dossier, folder, id, content):
        raise click.ClickException(say("new.taken", id=id))


def _check_outlet(dossier: Dossier, outlet: str | None, say: Texts) -> str | None:
    media = [id for id, each in dossier.actors.items() if each.kind == "media"]
    if outlet and outlet not in media:
        near = nearest(outlet, media)
        answer = say("did-you-mean", nearest=near) if near else ""
        message = say("problems.unknown-id.media", found=outlet, suggestion=answer)
        raise click.ClickException(message)
    return outlet


def _check_date(date: str | None, language: str, say: Texts) -> str | None:
    if not date:
        return None
    try:
        return str(parse(date))
    except InvalidDate:
        read = read_loosely(date, language)
        if len(read) == 1:
            return read[0]
        raise click.ClickException(say("new.no-date", found=date)) from None


def _write(folder: Path, id: str, scraped: Scraped, fetched: bool, now: str, say: Texts) -> None:
    """Write the full text, then the article that names its hash."""
    private = folder / FULL_TEXTS
    if not (private / ".gitignore").exists():
        write_text(private / ".gitignore", "*\n", say)
    kept = private / f"{id}.txt"
    write_bytes(kept, scraped.content, say)
    click.echo(say("import.kept", path=kept.as_posix(), hash=hash_text(scraped.content)))
    if scraped.known:
        click.echo(say("import.known", id=scraped.known))
        return
    found = scraped.proposal
    values: dict[str, Any] = {"title": found.title[: limits.TITLE]}
    values |= {"untitled": True} if found.untitled else {}
    values |= {"outlet": found.outlet, "date": found.date or None}
    key, words = found.basis
    values["date_basis"] = say(f"import.basis.{key}", found=words[:300])
    values |= {"language": found.language} if found.language else {}
    values |= {"author": found.author[: limits.NAME]} if found.author else {}
    if len(found.address) < limits.ADDRESS and found.address:
        values |= {"url": found.address}
    values |= {"retrieved": now} if fetched else {}
    values |= {"derived_from": {"method": "machine"}} if found.machine else {}
    values |= {"full_text_sha256": hash_text(scraped.content), "summary": say("import.summary")}
    schema = folder.parent / "schema" / "articles.json"
    modeline = f"# yaml-language-server: $schema=../../schema/{schema.name}"
    path = folder / "articles" / f"{id}.md"
    written = write_record("article", values, say, modeline if schema.is_file() else "")
    write_text(path, written, say)
    click.echo(say("import.written", path=path.as_posix()))
