"""The package as a wheel and a source archive: the same bytes from the same commit.

    make release        # into dist/

Both are built twice and compared. Files that no commit holds are refused: nobody could build what
is released again.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from flit_core import buildapi

PACKAGE = Path(__file__).parents[1] / "plugins"


def main() -> None:
    """Build into a folder, and print what was built with its sum."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=PACKAGE.parent / "dist", metavar="DIR")
    out = parser.parse_args().out.resolve()
    uncommitted = ask_git("status", "--porcelain", "--", ".")
    if uncommitted:
        sys.exit(f"these files are in no commit, or changed since:\n{uncommitted}")
    os.environ["SOURCE_DATE_EPOCH"] = ask_git("log", "-1", "--format=%ct")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built, again = build(out), Path(folder)
        build(again)
        for name in built:
            content = (out / name).read_bytes()
            if content != (again / name).read_bytes():
                sys.exit(f"{name}: built twice, it is not the same")
            sys.stdout.write(f"{hashlib.sha256(content).hexdigest()}  {name}\n")


def build(out: Path) -> list[str]:
    """The names of the files that are built into a folder."""
    with chdir(PACKAGE):
        return [buildapi.build_wheel(str(out)), buildapi.build_sdist(str(out))]


def ask_git(*words: str) -> str:
    """What git says of the package."""
    done = subprocess.run(["git", *words], cwd=PACKAGE, capture_output=True, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
