"""Changes tried on a copy of the dossier, before any file is written."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_dossier.cli.checking import check_all
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.cli.writing import stop_if_unread
from mkdocs_dossier.curate.rename import Refused
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.rules.report import format_line
from mkdocs_dossier.source import load
from mkdocs_dossier.source.files import FULL_TEXTS
from mkdocs_dossier.source.journal import Change
from mkdocs_dossier.source.load import Loaded
from mkdocs_dossier.source.site_settings import SiteSettings, read_site_settings


@dataclass(frozen=True)
class Sound:
    """A dossier that may be changed: read, with its `problems`, none of them an error."""

    folder: Path
    loaded: Loaded
    site: SiteSettings
    problems: tuple[Problem, ...]

    @property
    def dossier(self) -> Dossier:
        """What was read."""
        return self.loaded.dossier


def read_sound(folder: Path) -> Sound:
    """Read and check a dossier; errors are printed, and end the command."""
    loaded, site = load(folder), read_site_settings(folder.parent)
    with ticking("check"):
        problems = check_all(loaded, site, texts(loaded.dossier.language), folder, site.docs)
    stop_if_unread(problems, Path())
    return Sound(folder, loaded, site, tuple(problems))


def try_changes(
    sound: Sound,
    changes: Sequence[Change],
    find_differences: Callable[[Dossier, Dossier], Iterable[str]],
) -> None:
    """Make the changes in a copy and read it.

    `find_differences` gives the paths of files that do not read as they should then.

    Raises Refused where a value reads otherwise than it should, or an error is new.
    """
    folder, site = sound.folder, sound.site
    with tempfile.TemporaryDirectory() as scratch:
        copy, docs = Path(scratch) / "dossier", Path(scratch) / "pages"
        shutil.copytree(folder, copy, symlinks=True, ignore=shutil.ignore_patterns(FULL_TEXTS))
        if site.docs.is_dir():
            shutil.copytree(site.docs, docs, symlinks=True)
        for change in changes:
            inside = change.path.is_relative_to(folder)
            base, root = (copy, folder) if inside else (docs, site.docs)
            path = base / change.path.relative_to(root)
            if change.after is None:
                path.unlink()
            else:
                path.write_bytes(change.after)
        tried = load(copy)
        for path_ in find_differences(sound.dossier, tried.dossier):
            raise Refused("unfollowed", place=(folder / path_).as_posix())
        say = texts(sound.dossier.language)
        after = check_all(tried, replace(site, docs=docs), say, folder, site.docs)
    for problem in after:
        if problem.level == "error":
            raise Refused("problem", problem=format_line(problem, Path()))
