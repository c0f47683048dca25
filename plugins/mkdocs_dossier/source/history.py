"""What day it is for a dossier, and when each of its files last changed.

Never the clock's day, so that the same input gives the same bytes.
"""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_dossier.model.days import Day

EPOCH = "SOURCE_DATE_EPOCH"
_EPOCH_DAY, _DAY_SECONDS = Day(1970, 1, 1), 86_400
# After this second of 2106, compressed files can hold no date.
_LAST_SECOND = 2**32 - 1


class InvalidEpoch(ValueError):
    """SOURCE_DATE_EPOCH is no number of seconds that a file's date can hold; says what it is."""


@dataclass(frozen=True)
class History:
    """`now`: SOURCE_DATE_EPOCH, else the day of the last commit; None without either.

    `dates` holds the day of the last commit of each file, `created` that of the first, by its path
    from the root.
    """

    now: Day | None = None
    dates: Mapping[str, Day] = field(default_factory=dict)
    created: Mapping[str, Day] = field(default_factory=dict)

    def date_of(self, path: str) -> Day | None:
        """When the file last changed; None for a file that no commit holds."""
        return self.dates.get(path)


def read_history(root: Path) -> History:
    """Ask git once for all files below a folder. Raises InvalidEpoch."""
    fixed = _read_epoch()
    dates: dict[str, Day] = {}
    created: dict[str, Day] = {}
    latest: Day | None = None
    for commit in _ask_git(root, "--name-only", "--relative"):
        stamp, *paths = commit.split("\n")
        day = _day_of(stamp)
        if day is None:
            continue
        latest = latest or day
        for path in filter(None, paths):
            dates.setdefault(path, day)
            created[path] = day
    return History(fixed or latest, dates, created)


def read_now(folder: Path) -> Day | None:
    """The same day as History.now, of the repository around the folder. Raises InvalidEpoch."""
    days = map(_day_of, _ask_git(folder))
    return _read_epoch() or next(filter(None, days), None)


def _read_epoch() -> Day | None:
    found = os.environ.get(EPOCH, "").strip()
    day = _day_of(found)
    if found and day is None:
        raise InvalidEpoch(found)
    return day


def _day_of(stamp: str) -> Day | None:
    """The day of a number of seconds since 1970; None where it is none, or no clock's of today."""
    if not (stamp.isascii() and stamp.isdigit()) or len(stamp) > 10 or int(stamp) > _LAST_SECOND:
        return None
    return _EPOCH_DAY.plus(int(stamp) // _DAY_SECONDS)


def _ask_git(folder: Path, *options: str) -> list[str]:
    """What `git log` says of each commit, the last one first: its second, then a line a path."""
    command = ["git", "-c", "core.quotepath=off", "log", "--format=%x00%ct", *options]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return []
    return [each.strip("\n") for each in done.stdout.decode("utf-8", "replace").split("\0")[1:]]


def is_tracked(folder: Path) -> bool:
    """Whether a commit brings files of a folder along (links are followed), as git tells."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "--", "."], cwd=folder, capture_output=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return bool(done.stdout)
