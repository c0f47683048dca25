"""How far a long piece of work has come, said on the terminal of whoever waits."""

import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

Item = TypeVar("Item")
_EVERY = 0.1
_AFTER = 0.5
_CLEAR = "\r\x1b[K"


def track(items: Sequence[Item], label: str, printing: bool = False) -> Iterator[Item]:
    """The items one by one; on the error stream, which of them is at work: « label 3/12 ».

    Nothing with --quiet, nothing where that stream is no terminal, and nothing in the first half
    second. The line is gone at the end, however that comes. `printing`: each item prints something,
    which says enough where it is read on the terminal.
    """
    if not _is_watched() or (printing and sys.stdout.isatty()):
        yield from items
        return
    started = said = time.monotonic()
    try:
        for number, item in enumerate(items, 1):
            now = time.monotonic()
            if now - started > _AFTER and now - said > _EVERY:
                sys.stderr.write(f"{_CLEAR}{label} {number}/{len(items)}")
                sys.stderr.flush()
                said = now
            yield item
    finally:
        if said != started:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


@contextmanager
def ticking(label: str) -> Iterator[None]:
    """While a piece of work goes on of which nobody knows how long it is: « label 3 s ».

    As `track` else; nothing may be printed meanwhile.
    """
    if not _is_watched():
        yield
        return
    done = threading.Event()
    clock = threading.Thread(target=_tick, args=(label, done), daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _tick(label: str, done: threading.Event) -> None:
    started = time.monotonic()
    wait, said = _AFTER, False
    while not done.wait(wait):
        sys.stderr.write(f"{_CLEAR}{label} {time.monotonic() - started:.0f} s")
        sys.stderr.flush()
        wait, said = _EVERY * 5, True
    if said:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()


def _is_watched() -> bool:
    """Whether somebody looks at a terminal, and has not asked for quiet."""
    context = click.get_current_context(silent=True)
    quiet = context is not None and context.find_root().params.get("quiet")
    return not quiet and sys.stderr.isatty()
