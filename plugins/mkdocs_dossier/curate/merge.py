"""Two records that are one: what the first says goes into the second, and every reference follows.

Lists are joined; a field that the second lacks is taken over; of a field that both have, the
second's value stays, and the caller is told which is not taken over.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from mkdocs_dossier.curate.diff.words import Words
from mkdocs_dossier.curate.doubles import edit_doubles, find_doubles
from mkdocs_dossier.curate.insertion import Insertion
from mkdocs_dossier.curate.references import (
    Edit,
    Renaming,
    Unfollowed,
    apply_edits,
    refers,
    replace_scalar,
)
from mkdocs_dossier.curate.rename import Refused, Rewriting, check_known, plan_addresses, plan_pages
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.base import Path, Value, keys
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier, Origin
from mkdocs_dossier.model.order import order_of
from mkdocs_dossier.model.places import offset_of
from mkdocs_dossier.model.records import Identified, Record
from mkdocs_dossier.source.journal import Change
from mkdocs_dossier.source.site_settings import SiteSettings

_BOM = b"\xef\xbb\xbf"
# Never taken over: what the merged record is, and when it was read again.
_OWN = frozenset({"kind", "name", "reviewed", "former_ids", "with_article", "name_order"})


@dataclass(frozen=True)
class Merging:
    """What is to be done.

    `anchors`: statements of the first that get another id; `kept`: fields of both, with the value
    of the first that is given up; `rewritings` of other files; `text` of the second's file.
    """

    gone: FilePath
    into: FilePath
    text: str
    anchors: dict[str, str]
    kept: list[tuple[str, int, str]]
    rewritings: list[Rewriting]
    expected: dict[str, Any] = field(default_factory=dict)


def plan_merging(
    dossier: Dossier, folder: FilePath, site: SiteSettings, old: str, new: str
) -> Merging:
    """How `old` becomes part of `new`; the dossier must be free of errors.

    Raises Refused where that cannot be.
    """
    first, second = check_known(dossier, old), check_known(dossier, new)
    if old == new:
        raise Refused("same", id=old)
    if not (isinstance(first, Record) and isinstance(second, Record)):
        raise Refused("article", id=old if not isinstance(first, Record) else new)
    if first.section != second.section or first.kind != second.kind:
        say = texts(dossier.language)
        kinds = [
            dossier.vocabulary.label("kind", each.kind, say.language, each.section)
            for each in (first, second)
        ]
        raise Refused("kinds", old=kinds[0], new=kinds[1])
    renaming = Renaming(old, new, _part_statements(first, second))
    merging = _merge_files(dossier, folder, renaming, first, second)
    for each in (dossier.settings, *dossier.everything()):
        id = getattr(each, "id", "")
        if id not in (old, new):
            merging.rewritings.append(_plan_other(renaming, folder, each, dossier.origins[id]))
    merging.rewritings.extend(plan_pages(renaming, site))
    merging.rewritings.extend(plan_addresses(dossier, folder, renaming))
    merging.rewritings[:] = [each for each in merging.rewritings if each.edits]
    return merging


def _part_statements(first: Identified, second: Identified) -> dict[str, str]:
    """Another id for each statement of the first whose id the second uses for another one."""
    taken = {each.id for each in (*first.statements, *second.statements) if each.id}
    theirs = {each.id for each in second.statements}
    anchors: dict[str, str] = {}
    for each in first.statements:
        if each.id and each.id in theirs:
            number = 2
            while f"{each.id}-{number}" in taken:
                number += 1
            anchors[each.id] = f"{each.id}-{number}"
            taken.add(anchors[each.id])
    return anchors


def _merge_files(
    dossier: Dossier, folder: FilePath, renaming: Renaming, first: Record, second: Record
) -> Merging:
    origins = dossier.origins[first.id], dossier.origins[second.id]
    gone, path = folder / origins[0].path, folder / origins[1].path
    was, now = dump(first, renaming, origins[0]), dump(second, renaming, origins[1])
    try:
        theirs = _edit_first(renaming, first, origins[0])
        ours = apply_edits(origins[1].text, _edit(renaming, second, origins[1]))
        insertion = Insertion(ours, theirs)
        kept = list(_insert_fields(insertion, first, second, was, now))
    except Unfollowed as error:
        raise Refused("unfollowed", place=f"{gone.as_posix()}:{error}") from None
    words = Words(dossier)
    told = [
        (
            key,
            origins[0].locate((key,))[0],
            words.value(getattr(first, keys(type(first))[key]), first.section),
        )
        for key in kept
    ]
    return Merging(gone, path, insertion.text, dict(renaming.anchors), told, [], now)


def _insert_fields(
    insertion: Insertion, first: Record, second: Record, was: dict[str, Any], now: dict[str, Any]
) -> Iterator[str]:
    """Put in what the second lacks, in its text and in `now`; gives the fields that are kept."""
    for key in order_of(type(first)):
        value = was[key]
        if key in _OWN or not _is_set(value):
            continue
        if not _is_set(now[key]):
            insertion.take_field(key)
            now[key] = value
        elif isinstance(value, list) and not isinstance(value[0], float):  # coordinates are one
            known = [*now[key], *_called(second.name)] if key == "aliases" else now[key]
            items = [index for index, each in enumerate(value) if each not in known]
            insertion.take_items(key, items)
            now[key] = [*now[key], *(value[index] for index in items)]
        elif value != now[key]:
            yield key
    names = {second.name, *(alias.name for alias in second.aliases)}
    names |= {alias.name for alias in first.aliases}
    if first.name not in names:
        insertion.add_texts("aliases", [first.name])
        now["aliases"] = [*now["aliases"], *_called(first.name)]
    former = [each for each in (first.id, *first.former_ids) if each not in now["former_ids"]]
    insertion.add_texts("former_ids", former)
    now["former_ids"] = [*now["former_ids"], *former]


def _is_set(value: Any) -> bool:
    return value is not None and value != [] and value != {}


def _called(name: str) -> list[dict[str, str | None]]:
    """A name as it stands among aliases, as plain data."""
    return [{"name": name, "language": None}]


def _edit(renaming: Renaming, value: Value, origin: Origin) -> set[Edit]:
    """The edits in a file, with those that take out what would stand twice in a list."""
    edits = set(renaming.edit_values(value, origin))
    if isinstance(value, Identified) and hasattr(value, "text"):
        edits |= set(renaming.edit_body(value.text, len(origin.text) - len(value.text)))
    return edit_doubles(edits, find_doubles(value, origin, renaming), origin)


def _edit_first(renaming: Renaming, first: Record, origin: Origin) -> str:
    """The text of the first file with the ids of now, and statements under their new ids."""
    edits = _edit(renaming, first, origin)
    for index, each in enumerate(first.statements):
        if each.id and each.id in renaming.anchors:
            at = offset_of(origin.text, origin.locate(("statements", index, "id")))
            edits.add(replace_scalar(origin.text, at, each.id, renaming.anchors[each.id]))
    return apply_edits(origin.text, edits)


def _plan_other(renaming: Renaming, folder: FilePath, value: Value, origin: Origin) -> Rewriting:
    path = folder / origin.path
    try:
        return Rewriting(path, path, origin.text, frozenset(_edit(renaming, value, origin)))
    except Unfollowed as error:
        raise Refused("unfollowed", place=f"{path.as_posix()}:{error}") from None


def list_changes(merging: Merging) -> list[Change]:
    """The bytes of every file before and after; the first file goes last."""
    changes = []
    for path, text in [
        (merging.into, merging.text),
        *((each.path, apply_edits(each.text, set(each.edits))) for each in merging.rewritings),
    ]:
        before = path.read_bytes()
        mark = _BOM if before.startswith(_BOM) else b""
        changes.append(Change(path, before, mark + text.encode()))
    return [*changes, Change(merging.gone, merging.gone.read_bytes(), None)]


def find_unmerged(
    before: Dossier, after: Dossier, merging: Merging, old: str, new: str
) -> Iterator[str]:
    """The paths of files that do not read as they should after the merging."""
    renaming = Renaming(old, new, merging.anchors)
    same = Renaming(old, old)
    for each in (before.settings, *before.everything()):
        id = getattr(each, "id", "")
        now = after.get(id) if id else after.settings
        origin = before.origins[id]
        if id == old:
            if now is not None:
                yield origin.path
        elif now is None:
            yield origin.path
        else:
            wanted = merging.expected if id == new else dump(each, renaming, origin)
            if dump(now, same, Origin("")) != wanted or _body(now) != renaming.follow(
                _body(each), False
            ):
                yield origin.path


def _body(value: Value) -> str:
    text = getattr(value, "text", "") if isinstance(value, Identified) else ""
    return text if isinstance(text, str) else ""


def dump(value: Value, renaming: Renaming, origin: Origin) -> dict[str, Any]:
    """A file's values as plain data, as they read after the renaming, doubles left out."""
    dropped = frozenset(find_doubles(value, origin, renaming)) if origin.text else frozenset()
    types = dict(value.walk())
    found: dict[str, Any] = _dump(value, (), renaming, dropped, value, types)
    return found


def _dump(
    value: Any,
    path: Path,
    renaming: Renaming,
    dropped: frozenset[Path],
    holder: Value,
    types: dict[Path, Any],
) -> Any:
    def go(each: Any, *more: str | int) -> Any:
        return _dump(each, (*path, *more), renaming, dropped, holder, types)

    if isinstance(value, Value):
        named = keys(type(value)).items()
        return {key: go(getattr(value, name), key) for key, name in named}
    if isinstance(value, list):
        return [
            go(each, index) for index, each in enumerate(value) if (*path, index) not in dropped
        ]
    if isinstance(value, dict):
        return {key: go(each, key) for key, each in value.items()}
    if isinstance(value, Date):
        return value.text
    if isinstance(value, str):
        followed = str(renaming.follow(value, refers(holder, path, value)))
        if path[:1] == ("statements",) and path[2:] == ("id",) and holder_is(holder, renaming.old):
            return renaming.anchors.get(followed, followed)
        return followed
    return value


def holder_is(holder: Value, id: str) -> bool:
    """Whether a value is the file of a record."""
    return isinstance(holder, Identified) and holder.id == id
