"""What a preview does between its builds gives way to the next one."""

import queue
import threading
import time
from functools import partial

import pytest

from mkdocs_dossier.site import serving
from mkdocs_dossier.site.serving import Background

PATIENCE = 20


@pytest.fixture(params=[True, False], ids=["beside", "in place"])
def background(request, monkeypatch):
    monkeypatch.setattr(serving, "can_fork_beside_threads", lambda: request.param)
    told = queue.Queue()
    background = Background(told.put)
    background.told = told
    yield background
    background.close()
    background.join()


def test_what_is_done_beside_is_given_back(background):
    done = queue.Queue()
    background.ask(lambda: done.put(background.do(partial(sum, [1, 2]))))
    assert done.get(timeout=PATIENCE) == 3


def test_a_fault_beside_is_told(background):
    background.ask(lambda: background.do(partial(int, "x")))
    assert isinstance(background.told.get(timeout=PATIENCE), ValueError)
    done = queue.Queue()
    background.ask(lambda: done.put(1))
    assert done.get(timeout=PATIENCE) == 1


def test_what_takes_long_ends_when_a_build_begins(monkeypatch):
    monkeypatch.setattr(serving, "can_fork_beside_threads", lambda: True)
    done, begun = queue.Queue(), threading.Event()
    background = Background(done.put)

    def work():
        begun.set()
        done.put(background.do(partial(time.sleep, 60)))

    background.ask(work)
    assert begun.wait(PATIENCE)
    time.sleep(0.3)
    background.drop()
    background.ask(lambda: done.put("next"))
    assert done.get(timeout=PATIENCE) == "next"
    assert done.empty()
    background.close()


def test_what_was_dropped_before_its_long_part_never_begins_it(background):
    may_go_on, done = threading.Event(), queue.Queue()

    def work():
        may_go_on.wait(PATIENCE)
        done.put(background.do(partial(str, "old")))

    background.ask(work)
    time.sleep(0.3)
    background.drop()
    may_go_on.set()
    background.ask(lambda: done.put("next"))
    assert done.get(timeout=PATIENCE) == "next"
    assert background.told.empty()
