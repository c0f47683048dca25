"""Parts of a build that do not need each other, done by two processes."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Done = TypeVar("Done")

_shared: Sequence[Callable[[], Any]] = ()
"""What forked processes take over: nothing but a place in it is sent to them."""


def do_all(jobs: Sequence[Callable[[], Done]], *, alone: bool = False) -> Iterator[Done]:
    """What each job gives, in their order, as soon as it is there; the longest should come first.

    `alone`: this process has threads, or too little to do, so it does all itself. What a job gives
    must be picklable; what it changes is lost.
    """
    global _shared
    can_fork = "fork" in multiprocessing.get_all_start_methods() and (os.cpu_count() or 1) > 1
    if alone or len(jobs) < 2 or not can_fork:
        yield from (job() for job in jobs)
        return
    _shared = jobs
    gc.freeze()  # looking for garbage in what is shared would copy all of it
    try:
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(2, fork, initializer=gc.disable) as processes:
            yield from processes.map(_do, range(len(jobs)))
    finally:
        gc.unfreeze()
        _shared = ()


def _do(place: int) -> Any:
    return _shared[place]()
