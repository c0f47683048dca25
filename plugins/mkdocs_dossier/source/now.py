"""What day it is for a dossier: never the clock's, so that the same input gives the same bytes."""

import datetime as dt
import os
import subprocess
from pathlib import Path


def read_now(folder: Path) -> dt.date | None:
    """SOURCE_DATE_EPOCH, else the day of the last commit around the folder; None without either."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return _day(int(epoch))
    try:
        printed = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    return _day(int(printed)) if printed.strip() else None


def _day(seconds: int) -> dt.date:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
