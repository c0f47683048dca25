"""When each file last changed, from the commits."""

import datetime as dt
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class History:
    """The day of the last commit of each file (path from `root`), and of the whole repository."""

    dates: dict[str, dt.date]
    latest: dt.date | None

    @classmethod
    def read(cls, root: Path) -> "History":
        """Ask git once for all files. Without git or commits, nothing is known."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        fixed = dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else None
        try:
            printed = subprocess.run(
                [
                    "git",
                    "-c",
                    "core.quotepath=off",
                    "log",
                    "--format=%x00%ct",
                    "--name-only",
                    "--relative",
                ],
                cwd=root,
                capture_output=True,
                check=True,
                timeout=60,
            ).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.SubprocessError):
            return cls({}, fixed)
        dates: dict[str, dt.date] = {}
        for commit in printed.split("\0")[1:]:
            stamp, *paths = commit.split("\n")
            day = dt.datetime.fromtimestamp(int(stamp), dt.UTC).date()
            for path in filter(None, paths):
                dates.setdefault(path, day)
        return cls(dates, fixed or max(dates.values(), default=None))

    def date_of(self, path: str) -> dt.date | None:
        """When the file last changed; None for a file that no commit holds."""
        return self.dates.get(path)
