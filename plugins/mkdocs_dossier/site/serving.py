"""A preview that outlives what goes wrong while somebody edits."""

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.render.processes import Beside, Stopped, can_fork_beside_threads

Done = TypeVar("Done")
log = get_plugin_logger("dossier")


def guard(builder: Callable[[], None], tell: Callable[[Exception], Any]) -> Callable[[], None]:
    """The builder of a preview, without its errors, of which it tells: MkDocs would answer no page
    until the next build that succeeds, and print where its own code was.
    """

    def build() -> None:
        try:
            builder()
        except Abort as error:
            tell(Exception(str(error)))
        except Exception as error:
            tell(error)

    return build


def tell_fault(error: Exception, say: Texts) -> str:
    """One line on a fault that a preview outlives, which the log has too."""
    name = "" if type(error) is Exception else f"{type(error).__name__}: "
    line = say("fault.kept", reason=f"{name}{error}")
    log.error(line)
    log.debug("", exc_info=error)
    return line


def settle_process() -> None:
    """On SIGTERM and SIGHUP, end as on Ctrl-C, when all remove what they have put aside."""
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, signal.default_int_handler)


def take_stock(*folders: Path) -> frozenset[tuple[str, int, int, int]]:
    """Every file of the folders, with its times and size: two are equal where nothing changed."""
    stock = set()
    for folder in folders:
        for where, _, names in os.walk(folder):
            for name in names:
                file = os.path.join(where, name)  # noqa: PTH118 - thousands of them
                with contextlib.suppress(OSError):
                    status = os.lstat(file)
                    stock.add((file, status.st_mtime_ns, status.st_ctime_ns, status.st_size))
    return frozenset(stock)


class Background:
    """Does the latest thing asked for, one after the other, between the builds of a preview."""

    def __init__(self, fail: Callable[[Exception], Any]) -> None:
        self._fail = fail
        self._wake = threading.Condition()
        self._job: Callable[[], None] | None = None
        self._closed = False
        self._dropped = False
        self._beside: Beside[Any] | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def ask(self, job: Callable[[], None]) -> None:
        """Do this next, instead of what still waits."""
        with self._wake:
            self._job = job
            self._wake.notify()

    def do(self, job: Callable[[], Done]) -> Done:
        """Within what is asked for: a part that takes long, in a process of its own if that can be.

        Raises Stopped where `drop` ends it.
        """
        with self._wake:
            if self._dropped or self._job or self._closed:
                raise Stopped
            self._beside = beside = Beside(job) if can_fork_beside_threads() else None
        return beside.wait() if beside else job()

    def drop(self) -> None:
        """Drop what waits, and end the part that takes long: somebody waits for something else."""
        with self._wake:
            self._job, self._dropped = None, True
            if self._beside:
                self._beside.stop()

    def close(self) -> None:
        """Drop what waits. What else runs is told to end by whoever owns it."""
        self.drop()
        with self._wake:
            self._closed = True
            self._wake.notify()

    def join(self) -> None:
        """Wait until nothing runs any more."""
        self._thread.join(timeout=10)

    def _work(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._job or self._closed)
                job, self._job, self._dropped = self._job, None, False
                if self._closed or job is None:
                    return
            try:
                job()
            except Stopped:
                continue
            except Exception as error:
                if not self._closed:
                    self._fail(error)
