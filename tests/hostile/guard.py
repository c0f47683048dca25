"""Tries inputs in processes of their own, with their time and memory measured and bounded.

Run as a program, it loads the package once, then reads one JSON request a line (`folder`, `jobs`)
and forks for each; the answer, one JSON line, is a `Trial`. `jobs` are "check" (the command), then
"pages" (all of them, in memory) or "build" (MkDocs).
"""

import gc
import importlib
import io
import json
import os
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from hostile.making import make_pages
from hostile.reading import HERE

SECONDS, MEGABYTES = 10, 500
_MERCY = 3
"""What is stopped may have taken so many times the limit: then it hangs."""
_BLOCKED = 240
"""Seconds by the clock after which a process waits for something that never comes."""


@dataclass
class Trial:
    """What came of an input: the lines of `check`, its exit code, what it took, how it ended."""

    lines: list[str] = field(default_factory=list)
    exit: int | None = None
    seconds: float = 0
    megabytes: float = 0
    fault: str = ""

    @property
    def errors(self) -> list[str]:
        """The lines that tell of an error."""
        return [line for line in self.lines if ": error: " in line]


class Guard:
    """The program below, started once."""

    def __init__(self, root: Path) -> None:
        path = os.pathsep.join([str(root / "tests"), os.environ.get("PYTHONPATH", "")])
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hostile.guard"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"},
            text=True,
        )

    def try_input(self, folder: Path, *jobs: str) -> Trial:
        """Run the jobs, one after the other, in a project's folder."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"folder": str(folder), "jobs": jobs}) + "\n")
        self._process.stdin.flush()
        return Trial(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End the program."""
        self._process.communicate()


def _check(trial: Trial) -> None:
    from click.testing import CliRunner

    from mkdocs_dossier.cli import main

    done = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    trial.lines, trial.exit = done.stdout.splitlines(), done.exit_code


def _pages(trial: Trial) -> None:
    make_pages(Path("dossier"))


def _build(trial: Trial) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config("mkdocs.yml", strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


_JOBS: dict[str, Callable[[Trial], None]] = {"check": _check, "pages": _pages, "build": _build}


def _work(request: dict[str, Any], write: int) -> None:
    os.setsid()
    most = SECONDS * _MERCY
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5))
    resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    trial, said = Trial(), io.StringIO()
    try:
        os.chdir(request["folder"])
        with redirect_stdout(said), redirect_stderr(said):
            for job in request["jobs"]:
                _JOBS[job](trial)
    except BaseException as error:
        trial.fault = "".join(traceback.format_exception(error, limit=-8))[-3000:]
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    trial.seconds = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime - before
    trial.megabytes = max(own.ru_maxrss, children.ru_maxrss) / 1024
    with os.fdopen(write, "w") as out:
        json.dump(asdict(trial), out)
    os._exit(0)


def _attend(pid: int, read: int) -> dict[str, Any]:
    """The child's answer, or how it ended without one."""
    received, end = b"", time.monotonic() + _BLOCKED
    while select.select([read], [], [], max(0, end - time.monotonic()))[0]:
        if not (part := os.read(read, 1 << 16)):
            break
        received += part
    os.close(read)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    if received.endswith(b"}"):
        answer: dict[str, Any] = json.loads(received)
        return answer
    seconds = used.ru_utime + used.ru_stime
    why = f"ended by signal {os.waitstatus_to_exitcode(status)}" if seconds > 1 else "blocked"
    return asdict(Trial(seconds=seconds, megabytes=used.ru_maxrss / 1024, fault=why))


def main() -> None:
    """Answer requests until there are no more."""
    for name in ("mkdocs.commands.build", "mkdocs_dossier.cli", "mkdocs_dossier.site.dossier"):
        importlib.import_module(name)
    # templates and the like are made once, for all children
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(HERE / "base", folder, dirs_exist_ok=True)
        _check(Trial())
        make_pages(Path("dossier"))
    gc.freeze()  # looking for garbage in what is shared would copy all of it
    answers = os.dup(1)
    os.dup2(2, 1)  # what else is printed disturbs no answer
    for line in sys.stdin:
        read, write = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(read)
            _work(json.loads(line), write)
        os.close(write)
        os.write(answers, (json.dumps(_attend(pid, read)) + "\n").encode())


if __name__ == "__main__":
    main()
