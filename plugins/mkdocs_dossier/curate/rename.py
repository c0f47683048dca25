"""A record or article under another id: what changes in which file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.curate.references import (
    Edit,
    Renaming,
    Unfollowed,
    apply_edits,
    refers,
    replace_scalar,
)
from mkdocs_dossier.index.addresses import Addresses, read_addresses
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dossier import ADDRESSES_FILE, Dossier, Origin
from mkdocs_dossier.model.nearest import Choices
from mkdocs_dossier.model.places import offset_of, position_of
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.references import RESERVED, is_id
from mkdocs_dossier.model.sections import section_of
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.source.docs import PAGE_ENDINGS
from mkdocs_dossier.source.folder import list_entries
from mkdocs_dossier.source.journal import Change
from mkdocs_dossier.source.site_settings import SiteSettings

_BOM = b"\xef\xbb\xbf"


class Refused(Exception):
    """Why nothing is renamed: a message key below `rename`, and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Rewriting:
    """A file and its edits; `target` is where it lies afterwards, mostly the same path."""

    path: Path
    target: Path
    text: str
    edits: frozenset[Edit]

    def list_edits(self) -> Iterator[tuple[int, str, str]]:
        """Line, what stands there, and what will: one for each line that an edit puts in."""
        for edit in sorted(self.edits):
            line, old = position_of(self.text, edit.start)[0], self.text[edit.start : edit.end]
            for new in edit.new.strip().splitlines() or [""]:
                yield line, old.strip(), new.strip()


def check_known(dossier: Dossier, id: str) -> Identified:
    """The record or article with this id. Raises Refused where there is none."""
    record = dossier.get(id)
    if record is None:
        names = {each.title_text: each.id for each in dossier.everything()}
        choices = Choices((each.id for each in dossier.everything()), names)
        raise Refused("unknown", found=id, nearest=choices.named(id) or choices.nearest(id))
    return record


def check_ids(dossier: Dossier, old: str, new: str) -> Identified:
    """What is to be renamed. Raises Refused: nothing has the old id, or the new one cannot be."""
    record = check_known(dossier, old)
    if not is_id(new) or len(new) > limits.ID:
        raise Refused("no-id", found=new[: limits.ID], nearest=slugify(new)[: limits.ID])
    if new in RESERVED:
        raise Refused("reserved", found=new)
    if new in dossier.unreadable or new in dossier.origins:
        raise Refused("taken", id=new, name=dossier.name_of(new))
    for other in dossier.everything():
        if new in other.former_ids and other.id != old:
            raise Refused("former", id=new, other=other.id)
    return record


def plan_renaming(
    dossier: Dossier, folder: Path, site: SiteSettings, old: str, new: str
) -> list[Rewriting]:
    """The files to rewrite, the renamed one first; the dossier must be free of errors.

    Raises Refused where something cannot be followed.
    """
    record = check_ids(dossier, old, new)
    renaming = Renaming(old, new)
    origin = dossier.origins[old]
    section = section_of(record.section)
    target = folder / origin.path
    planned = [_plan(renaming, folder, record, origin, target.with_name(new + section.ending))]
    planned.append(_plan(renaming, folder, dossier.settings, dossier.origins[""]))
    planned += [
        _plan(renaming, folder, each, dossier.origins[each.id])
        for each in dossier.everything()
        if each.id != old
    ]
    planned += plan_pages(renaming, site)
    planned += plan_addresses(dossier, folder, renaming)
    return [each for each in planned if each.edits]


def make_changes(rewritings: list[Rewriting]) -> list[Change]:
    """The bytes of every file before and after, in the order in which they are to be written."""
    changes, gone = [], []
    for each in rewritings:
        before = each.path.read_bytes()
        mark = _BOM if before.startswith(_BOM) else b""
        after = mark + apply_edits(each.text, set(each.edits)).encode()
        if each.target == each.path:
            changes.append(Change(each.path, before, after))
        else:
            changes.append(Change(each.target, None, after))
            gone.append(Change(each.path, before, None))
    return changes + gone


def find_differences(before: Dossier, after: Dossier, old: str, new: str) -> Iterator[str]:
    """The paths of files that do not read as they should after the renaming."""
    renaming = Renaming(old, new)
    pairs: list[tuple[str, Value, Value | None]] = [
        (before.origins[each.id].path, each, after.get(new if each.id == old else each.id))
        for each in before.everything()
    ]
    for path, was, now in [("dossier.yml", before.settings, after.settings), *pairs]:
        if now is None or _read(was, renaming, old) != _read(now, None, new):
            yield path


def _read(value: Value, renaming: Renaming | None, renamed: str) -> list[object]:
    """All values with their paths, as they are or as they will be."""
    found: list[object] = []
    for path, each in value.walk():
        own = isinstance(value, Identified) and value.id == renamed
        if isinstance(each, Value | list | dict) or (own and path[0] == "former_ids"):
            continue
        is_id_ = isinstance(each, str) and refers(value, path, each)
        shown = renaming.follow(each, is_id_) if renaming else each
        found.append((path, str(shown) if isinstance(shown, str) else shown))
    if isinstance(value, Article):
        found.append(renaming.follow(value.text, False) if renaming else value.text)
    return found


def _plan(
    renaming: Renaming, folder: Path, value: Value, origin: Origin, target: Path | None = None
) -> Rewriting:
    path = folder / origin.path
    text = origin.text
    try:
        edits = set(renaming.edit_values(value, origin))
        if isinstance(value, Article):
            edits |= set(renaming.edit_body(value.text, len(text) - len(value.text)))
        if target and isinstance(value, Identified):
            edits.add(_edit_former_ids(value, origin, renaming))
    except Unfollowed as error:
        raise Refused("unfollowed", place=f"{path.as_posix()}:{error}") from None
    return Rewriting(path, target or path, text, frozenset(edits))


def plan_pages(renaming: Renaming, site: SiteSettings) -> Iterator[Rewriting]:
    """The pages written by hand that refer to the record. Raises Refused."""
    if site.docs.is_symlink() or not site.docs.is_dir():
        return
    for entry in list_entries(site.docs):
        path = site.docs / entry.path
        hidden = any(part.startswith(".") for part in Path(entry.path).parts)
        if entry.kind == "file" and not hidden and path.suffix.lower() in PAGE_ENDINGS:
            text = path.read_bytes().decode("utf-8-sig", "replace")
            try:
                edits = frozenset(renaming.edit_page(text, site.links))
            except Unfollowed as error:
                raise Refused("unfollowed", place=f"{path.as_posix()}:{error}") from None
            yield Rewriting(path, path, text, edits)


def plan_addresses(dossier: Dossier, folder: Path, renaming: Renaming) -> Iterator[Rewriting]:
    """What was published stays, since it redirects; the new address of each comes beside it."""
    old, new = renaming.old, renaming.new
    text = dossier.origins[ADDRESSES_FILE].text
    page = Addresses(dossier, texts(dossier.language)).of(old) or ""
    moved = page.removesuffix(f"{old}/") + f"{new}/"
    kept = list(read_addresses(text))
    known = {address for _, address in kept}
    newline = "\r\n" if "\r\n" in text else "\n"
    edits = set()
    for _, address in kept:
        hash_, anchor = address.removeprefix(page)[:1], address.removeprefix(page)[1:]
        ours = f"{moved}{hash_}{renaming.anchors.get(anchor, anchor)}"
        if (address == page or address.startswith(f"{page}#")) and ours not in known:
            after = next((line for line, other in kept if other > ours), None)
            at = len(text) if after is None else offset_of(text, (after, 1))
            lead = newline if at == len(text) and not text.endswith("\n") else ""
            edits.add(Edit(at, at, f"{lead}{ours}{newline}"))
    if edits:
        yield Rewriting(
            folder / ADDRESSES_FILE, folder / ADDRESSES_FILE, text, frozenset(_join(edits))
        )


def _join(edits: set[Edit]) -> Iterator[Edit]:
    """What is put in one place is put there at once, in order."""
    for at in {edit.start for edit in edits}:
        together = sorted(edit.new for edit in edits if edit.start == at)
        yield Edit(at, at, "".join(together))


def _edit_former_ids(record: Identified, origin: Origin, renaming: Renaming) -> Edit:
    """The old id among the former ones; in the place of the new one, where that was one of them."""
    text, old, new = origin.text, renaming.old, renaming.new
    newline = "\r\n" if "\r\n" in text else "\n"
    if new in record.former_ids:
        path = ("former_ids", record.former_ids.index(new))
        return replace_scalar(text, offset_of(text, origin.locate(path)), new, old)
    if ("former_ids",) in origin.positions:
        position = origin.locate(("former_ids",))
        at = offset_of(text, position)
        if text[at] == "[":
            return Edit(at + 1, at + 1, old + (", " if record.former_ids else ""))
        if text[at] != "-":
            raise Unfollowed(*position)
        return Edit(at, at, f"- {old}{newline}{' ' * (position[1] - 1)}")
    line, column = origin.locate()
    start = offset_of(text, (line, column))
    if text[start] == "{":
        return Edit(start + 1, start + 1, f"former_ids: [{old}], ")
    at = len(text)
    if isinstance(record, Article):
        at = offset_of(text, (record.body_line - 1, 1))
    lead = "" if text[:at].endswith(("\n", "\r")) else newline
    return Edit(at, at, f"{lead}{' ' * (column - 1)}former_ids: [{old}]{newline}")
