"""Work that several processes share."""

import subprocess
import sys
from functools import partial
from itertools import chain

from mkdocs_dossier.render.processes import Turns, do_beside

AFTERWARDS = """
import os, sys, time
from pathlib import Path
from mkdocs_dossier.render.processes import do_beside

def leave():
    time.sleep(0.2)
    Path(sys.argv[1]).write_text(str(os.getpid()))

found = do_beside([os.getpid, os.getpid], leave)
print(*found, Path(sys.argv[1]).exists())
"""


def test_each_turn_is_taken_by_one_process():
    turns = Turns(200)
    taken = do_beside([partial(list, turns), partial(list, turns)])
    turns.close()
    assert sorted(chain.from_iterable(taken)) == list(range(200))


def test_what_is_done_afterwards_is_not_waited_for_but_done(tmp_path):
    left = tmp_path / "left"
    run = [sys.executable, "-c", AFTERWARDS, str(left)]
    first, other, early = subprocess.run(
        run, capture_output=True, check=True, text=True
    ).stdout.split()
    assert first != other
    assert early == "False"
    assert left.read_text() == first


def test_what_is_done_afterwards_by_one_process_alone_is_done_at_once():
    done = []
    assert do_beside([lambda: 1, lambda: 2], lambda: done.append(3), alone=True) == [1, 2]
    assert done == [3]
