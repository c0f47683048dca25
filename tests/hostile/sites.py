"""Projects of hostile cases, built as a contributor's proposal is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from hostile.reading import HERE, Case


def write_project(folder: Path, cases: Iterable[Case] = ()) -> Path:
    """The base with cases written over it."""
    shutil.copytree(HERE / "base", folder)
    for case in cases:
        case.write(folder)
    return folder


def build_site(folder: Path) -> str:
    """Build a project strictly into its folder `site`; empty, or why it could not be built."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        errors="replace",
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    return "\n".join(said)[-3000:] if done.returncode else ""
