"""Two processes that ask the rules find what one finds."""

from pathlib import Path

from mkdocs_dossier.render.processes import do_all, do_beside
from mkdocs_dossier.rules.all_rules import ADVISORY, check
from mkdocs_dossier.source import load

FROZEN = Path(__file__).parents[1] / "dossiers/frozen/dossier"


def test_two_processes_find_what_one_finds():
    loaded = load(FROZEN)
    alone = check(loaded)
    assert {each.rule for each in alone} & ADVISORY
    assert check(loaded, do_all=do_all) == alone
    assert check(loaded, do_all=do_beside) == alone
    assert check(loaded, ["claim-fit"], do_all) == check(loaded, ["claim-fit"])
