"""A preview that outlives what goes wrong while somebody edits."""

import signal
import threading
from collections.abc import Callable

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
