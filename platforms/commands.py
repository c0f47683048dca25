"""Commands of an environment, with the notices on MkDocs 2 silenced and the time given."""

import os
import subprocess
from pathlib import Path

QUIET = {
    "NO_MKDOCS_2_WARNING": "1",  # of Material
    "DISABLE_MKDOCS_2_WARNING": "true",  # of ProperDocs
    "SOURCE_DATE_EPOCH": "1760000000",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def variables(**also: str) -> dict[str, str]:
    """The variables that commands see: those of here, those given, and what keeps them quiet."""
    return {name: value for name, value in os.environ.items() if name != "SITE_DIR"} | QUIET | also


def run(*command: object, cwd: Path = Path(), **also: str) -> str:
    """What a command says, with variables beside those of here; an error if it fails."""
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env=variables(**also),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
