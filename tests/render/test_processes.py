"""Work that several processes share."""

from functools import partial
from itertools import chain

from mkdocs_dossier.render.processes import Turns, do_beside


def test_each_turn_is_taken_by_one_process():
    turns = Turns(200)
    taken = do_beside([partial(list, turns), partial(list, turns)])
    turns.close()
    assert sorted(chain.from_iterable(taken)) == list(range(200))
