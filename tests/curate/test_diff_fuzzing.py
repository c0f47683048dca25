"""Any two dossiers can be compared and reported, whatever was done to their files."""

import random
import shutil
from pathlib import Path

import pytest

from mkdocs_dossier.cli.changes.data import write_json
from mkdocs_dossier.cli.changes.html import write_html
from mkdocs_dossier.cli.changes.markdown import write_markdown
from mkdocs_dossier.cli.changes.report import ChangeReport
from mkdocs_dossier.cli.changes.text import write_text
from mkdocs_dossier.curate.diff import compare_dossiers
from mkdocs_dossier.curate.fix import fix_file
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.source import load

FROZEN = Path(__file__).parents[1] / "dossiers/frozen/dossier"
ODD = ["null", "[]", "{}", "- x", "'", "chine#x", "[[chine]]", "2024-13", "\u202e", "<b>", "*a"]


def spoil(folder, chance):
    """A few edits of a few files: lines that go, swap, or say something else; files that go."""
    files = sorted(folder.glob("*/*.*"))
    for file in chance.sample(files, 8):
        lines = file.read_text(encoding="utf-8").split("\n")
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(lines))
            action = chance.choice(["drop", "swap", "value", "double"])
            if action == "drop" and len(lines) > 1:
                del lines[at]
            elif action == "swap":
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            elif action == "value":
                lines[at] = f"{lines[at].partition(':')[0]}: {chance.choice(ODD)}"
            else:
                lines.insert(at, lines[at])
        file.write_text("\n".join(lines), encoding="utf-8")
    chance.choice(files).unlink()


@pytest.mark.parametrize("seed", range(12))
def test_spoilt_dossiers_are_compared_and_reported(tmp_path, seed):
    chance = random.Random(seed)
    shutil.copytree(FROZEN, tmp_path / "dossier")
    spoil(tmp_path / "dossier", chance)
    before, after = load(FROZEN).dossier, load(tmp_path / "dossier").dossier
    for one, other in ((before, after), (after, before)):
        report = ChangeReport(compare_dossiers(one, other), "a", "b", texts("fr"))
        assert report.differences.changes
        for write in (write_text, write_markdown, write_json):
            assert write(report)
        assert write_html(report, None, None)
    assert compare_dossiers(after, after).changes == ()
    for file in (tmp_path / "dossier").glob("actors/*.yml"):
        fixed = fix_file(file.read_text(encoding="utf-8"), Actor)
        assert fix_file(fixed, Actor) == fixed
