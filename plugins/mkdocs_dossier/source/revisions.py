"""A dossier as it was in an earlier revision, laid out in a folder of its own."""

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.dossier import SETTINGS_FILE
from mkdocs_dossier.source.site_settings import SITE_FILE, SiteSettings, read_site_settings

_LINK, _FILES = "120000", ("100644", "100755")
_SECONDS = 120
# Git asks nobody, fetches nothing, and reads no settings that a variable points to.
_CALM = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


class NoRevision(Exception):
    """What keeps a revision from being read: a message key below `revision`, and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Snapshot:
    """A dossier laid out: its folder, what mkdocs.yml said then, whether there was one at all."""

    folder: Path
    site: SiteSettings
    there: bool


@dataclass(frozen=True)
class _Blob:
    mode: str
    hash: str
    size: int
    path: str


def find_revision(folder: Path, written: str) -> str:
    """The hash of the commit that a branch, a tag or an expression names, seen from a folder.

    `main...` is where the current commit parted from `main`. Raises NoRevision.
    """
    if not folder.is_dir() or not _ask(folder, "rev-parse", "--show-toplevel"):
        raise NoRevision("no-repository", folder=folder.as_posix())
    name = written.removesuffix("...")
    found = "" if name.startswith("-") else _ask(folder, "rev-parse", *_verify(name))
    if not found:
        raise NoRevision("unknown", found=name)
    return find_fork(folder, found) if name != written else found


def find_second(folder: Path, commit: str) -> str:
    """The second at which a commit was made, counted from 1970."""
    return _ask(folder, "show", "--no-patch", "--format=%ct", "--end-of-options", commit)


def clone(folder: Path, commit: str, scratch: Path) -> Path:
    """Clone the repository around a folder and check a commit out; gives where the folder's parent
    is there. Raises NoRevision.
    """
    top = Path(_ask(folder, "rev-parse", "--show-toplevel")).resolve()
    quiet = ("-c", "advice.detachedHead=false", "-c", "core.hooksPath=/dev/null")
    for command in (
        ("clone", "--quiet", "--no-checkout", "--no-hardlinks", str(top), str(scratch)),
        ("-C", str(scratch), *quiet, "checkout", "--quiet", commit),
    ):
        done = subprocess.run(
            ["git", *command], capture_output=True, env={**os.environ, **_CALM}, timeout=_SECONDS
        )
        if done.returncode:
            raise NoRevision("unknown", found=commit)
    inside = folder.resolve().parent.relative_to(top) if folder.resolve() != top else Path()
    return scratch / inside


def find_fork(folder: Path, revision: str) -> str:
    """Where the current commit parted from a revision; the revision itself if that is unknown."""
    return _ask(folder, "merge-base", revision, "HEAD") or revision


def _verify(name: str) -> tuple[str, ...]:
    return "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"


def lay_out(folder: Path, revision: str, scratch: Path) -> Snapshot:
    """Write the dossier of a revision, and the pages beside it, below `scratch`.

    `revision` is a hash from `find_revision`. Links become links that lead nowhere: they are
    reported as what they are, and nothing is read through them. Raises NoRevision.
    """
    top = Path(_ask(folder, "rev-parse", "--show-toplevel")).resolve()
    real = folder.resolve()
    project = real.parent if real != top else real
    inside = PurePosixPath(project.relative_to(top).as_posix())
    name = real.name if real != top else "."
    root = scratch / "project"
    root.mkdir()
    _write(folder, _list(folder, revision, inside / SITE_FILE), inside, root)
    _write(folder, _list(folder, revision, inside / name), inside, root)
    site = read_site_settings(root)
    docs = Path(os.path.normpath(site.docs))
    if project is not real and docs.is_relative_to(root) and docs != root:
        beside = inside / docs.relative_to(root).as_posix()
        _write(folder, _list(folder, revision, beside), inside, root)
    laid = root / name
    laid.mkdir(exist_ok=True)
    return Snapshot(laid, site, os.path.lexists(laid / SETTINGS_FILE))


def _list(folder: Path, revision: str, below: PurePosixPath) -> list[_Blob]:
    """The files and links of a revision that lie at a path from the top, or below it."""
    path = "" if str(below) == "." else str(below)
    command = ("ls-tree", "-r", "-z", "-l", "--full-tree", revision)
    listed = _run(folder, *command, *(["--", f":(literal){path}"] if path else []))
    found = []
    for line in filter(None, listed.split(b"\0")):
        told, _, name = line.partition(b"\t")
        mode, _, hash_, size = told.decode("ascii", "replace").split()
        if mode in (*_FILES, _LINK):
            found.append(_Blob(mode, hash_, int(size), os.fsdecode(name)))
    return found


def _write(folder: Path, blobs: Iterable[_Blob], inside: PurePosixPath, root: Path) -> None:
    """Write what was listed, as it lies below `inside`; what is too large is as large, and empty.

    A tree that no client would make (`..`, a file below a link) leaves the root at no point.
    """
    chosen = []
    for blob in blobs:
        path = PurePosixPath(blob.path)
        if path.is_relative_to(inside) and not {"..", ".git"} & set(path.parts):
            chosen.append((blob, root / path.relative_to(inside)))
    command = ["git", *_SAFE, "cat-file", "--batch"]
    read = [blob for blob, _ in chosen if _is_read(blob)]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as git:
        assert git.stdin
        assert git.stdout
        for blob, target in chosen:
            content = _fetch(git.stdin, git.stdout, blob) if _is_read(blob) else b""
            _put(target, blob, content)
        git.stdin.close()
    if git.returncode and read:
        raise NoRevision("failed")


def _is_read(blob: _Blob) -> bool:
    return blob.mode != _LINK and blob.size <= max(limits.PICTURE_BYTES, limits.LIST_BYTES)


def _fetch(asked: IO[bytes], told: IO[bytes], blob: _Blob) -> bytes:
    try:
        asked.write(f"{blob.hash}\n".encode())
        asked.flush()
        header = told.readline().split()
    except OSError:
        raise NoRevision("failed") from None
    if len(header) != 3:
        raise NoRevision("failed")
    content = told.read(int(header[2]))
    told.read(1)
    return content


def _put(path: Path, blob: _Blob, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if blob.mode == _LINK:
            path.symlink_to(path.name)
            return
        with path.open("xb") as file:
            file.write(content)
            if not _is_read(blob):
                file.truncate(blob.size)
    except (OSError, ValueError):
        return  # a name that this system cannot hold, or one below a link: it is not there


_SAFE = ("-c", "core.quotepath=off", "-c", "core.fsmonitor=false")


def _environment() -> dict[str, str]:
    return {**os.environ, **_CALM}


def _run(folder: Path, *words: str) -> bytes:
    """What git prints. Raises NoRevision."""
    try:
        done = subprocess.run(
            ["git", *_SAFE, *words],
            cwd=folder,
            env=_environment(),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        raise NoRevision("no-git") from None
    except (OSError, ValueError, subprocess.SubprocessError):
        raise NoRevision("failed") from None
    return done.stdout


def _ask(folder: Path, *words: str) -> str:
    """What git answers on one line; empty where it has no answer. Raises NoRevision without git."""
    try:
        return _run(folder, *words).decode("utf-8", "replace").strip("\n")
    except NoRevision as error:
        if error.key == "no-git":
            raise
        return ""
