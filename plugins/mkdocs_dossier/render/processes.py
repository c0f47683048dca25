"""Parts of a build that do not need each other, done by two processes."""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar, cast

Done = TypeVar("Done")

_SEARCHED = 50
"""After so many jobs garbage is looked for: a fifth of what they leave behind is some, but looking
takes as long as a job.
"""

_shared: Sequence[Callable[[], Any]] = ()
"""What forked processes take over: nothing but a place in it is sent to them."""


def do_all(jobs: Sequence[Callable[[], Done]], *, alone: bool = False) -> Iterator[Done]:
    """What each job gives, in their order, as soon as it is there; the longest should come first.

    `alone`: this process has threads, or too little to do, so it does all itself. What a job gives
    must be picklable; what it changes is lost.
    """
    global _shared
    if alone or len(jobs) < 2 or not _may_have_another():
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


def do_beside(
    jobs: Sequence[Callable[[], Done]],
    meanwhile: Callable[[], object] = lambda: None,
    *,
    alone: bool = False,
) -> list[Done]:
    """What each job gives: the first is done by a process beside this one, which does the others,
    and then `meanwhile`.

    `alone`, and what a job may give: as of `do_all`.
    """
    if alone or len(jobs) < 2 or not _may_have_another():
        done = [job() for job in jobs]
        meanwhile()
        return done
    first = Beside(jobs[0])
    try:
        done = [job() for job in jobs[1:]]
        meanwhile()
        return [first.wait(), *done]
    except BaseException:
        first.stop()
        raise


class Turns:
    """The numbers from 0 up to `count` (at most 256) without it, each for one process alone: that
    which asks first. To be iterated over by each process that was begun since this was made.
    """

    def __init__(self, count: int) -> None:
        self._left, numbers = os.pipe()
        os.write(numbers, bytes(range(count)))
        os.close(numbers)

    def __iter__(self) -> Iterator[int]:
        while number := os.read(self._left, 1):
            yield number[0]

    def close(self) -> None:
        """Nobody of this process asks any more."""
        os.close(self._left)


def start(job: Callable[[], Done]) -> Callable[[], Done]:
    """Begin a job in a process beside this one; gives what waits for its result, to be called once.

    Where that cannot be, the job is done when its result is asked for. A fault of the job is raised
    there. What it gives must be picklable; what it changes is lost.
    """
    return Beside(job).wait if _can_fork() else job


class Stopped(Exception):
    """The job was ended before it was done."""


class Beside(Generic[Done]):
    """A job in a process beside this one, from the time that this is made."""

    def __init__(self, job: Callable[[], Done]) -> None:
        self._job = job
        self._stopped = False
        fork = multiprocessing.get_context("fork")
        self._receiver, sender = fork.Pipe(duplex=False)
        self._process = fork.Process(target=_send, args=(job, self._receiver, sender), daemon=True)
        self._process.start()
        sender.close()

    def wait(self) -> Done:
        """What the job gives, or its fault. Raises Stopped; to be called once."""
        try:
            done: Done | None
            done, fault = self._receiver.recv()
        except EOFError:  # it was killed
            if self._stopped:
                raise Stopped from None
            done, fault = self._job(), None
        except BaseException:  # Ctrl-C: nobody will ask
            self.stop()
            raise
        finally:
            self._process.join()
        if fault is not None:
            raise fault
        return cast(Done, done)

    def stop(self) -> None:
        """End it, whatever it does."""
        self._stopped = True
        self._process.kill()


def _send(job: Callable[[], Any], receiver: Connection, sender: Connection) -> None:
    receiver.close()  # were the one that waits killed, what is sent would wait for ever
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that waits, which ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # and says nothing of it
    with contextlib.suppress(BrokenPipeError):
        try:
            sender.send((job(), None))
        except Exception as fault:
            sender.send((None, fault))


def can_fork_beside_threads() -> bool:
    """Whether a process with threads may have one beside it: not where the system's own libraries
    have locks that no fork frees.
    """
    return _can_fork() and sys.platform != "darwin"


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and (os.cpu_count() or 1) > 1


def _may_have_another() -> bool:
    """Whether this process may have another beside it: one that is beside another may not."""
    return _can_fork() and not multiprocessing.current_process().daemon


def _do(place: int) -> Any:
    done = _shared[place]()
    if place % _SEARCHED == 0:  # the first one is the longest
        gc.collect()  # among what was made here: what is shared was set apart
    return done
