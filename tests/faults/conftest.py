"""Machines that fail: a full disk, folders that nobody may write, processes that are killed."""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs a module as the user would, with a temporary folder of its own.

    `powerless`: bound by the permissions of files, even where the tests run as root.
    """
    temporary = tmp_path / "tmp"
    temporary.mkdir()

    def run_(
        *words: str | Path, cwd: Path, powerless: bool = False, limit: int = 0
    ) -> subprocess.CompletedProcess[str]:
        def prepare() -> None:
            if limit:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            if powerless and os.getuid() == 0:
                assert ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) == 0

        return subprocess.run(
            [sys.executable, "-m", *map(str, words)],
            cwd=cwd,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)},
            capture_output=True,
            text=True,
            timeout=120,
            preexec_fn=prepare,
        )

    return run_


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A file system of a megabyte; None where the machine lets nobody make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        yield None
        return
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
