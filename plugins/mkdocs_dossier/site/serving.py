"""A preview that outlives what goes wrong while somebody edits."""

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("dossier")


def guard(builder: Callable[[], None], say: Callable[[str], str]) -> Callable[[], None]:
    """The builder of a preview, without its errors: MkDocs would answer no page until the next
    build that succeeds, and print where its own code was. `say` words a reason.
    """

    def build() -> None:
        try:
            builder()
        except Abort as error:
            log.error(say(str(error)))
        except Exception as error:
            log.error(say(f"{type(error).__name__}: {error}"))
            log.debug("", exc_info=True)

    return build


def leave_in_order() -> None:
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
