"""How well names are recognised in annotated texts, by the scorer of the shared data."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

DISTRACTORS = Path(__file__).parent / "distractors.yml"


def run(*command):
    return subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, encoding="utf-8"
    )


def score(data: Path, folder: Path, minimum: float, *options, profiles=()):
    """The scorer's verdict on what `dossier mentions` prints for the data made into a dossier."""
    source = data / "dossier.json"
    if profiles:
        whole = json.loads(source.read_text("utf-8"))
        whole["entities"] += profiles
        source = folder / "with-distractors.json"
        source.write_text(json.dumps(whole), encoding="utf-8")
    out = folder / "dossier"
    made = run(data.parent / "make_dossier.py", source, out, *options)
    assert made.returncode == 0, made.stderr
    printed = run("-m", "mkdocs_dossier", "mentions", "--dossier", out, "--format", "jsonl")
    assert printed.returncode == 0, printed.stderr
    raw = folder / "raw.jsonl"
    raw.write_text(printed.stdout, encoding="utf-8")
    gold = [data / "mentions.jsonl", data / "traps.jsonl"]
    return run(data.parent / "score_links.py", raw, f"{out}.map.json", *gold, minimum, 0)


@pytest.mark.parametrize(
    ("data", "minimum", "options", "distracted"),
    [
        ("seeds-mentions", 0.98, [], False),
        ("seeds-mentions", 0.98, [], True),
        ("seeds-mentions", 0.92, ["--no-aliases"], False),
        ("seeds-mentions", 0.92, ["--no-aliases"], True),
        ("wikinews-fr", 0.95, [], False),
        ("english", 0.96, ["--language", "en"], False),
    ],
)
def test_scores(shared, tmp_path, data, minimum, options, distracted):
    profiles = yaml.safe_load(DISTRACTORS.read_text("utf-8")) if distracted else ()
    done = score(shared / "data" / data, tmp_path, minimum, *options, profiles=profiles)
    assert done.returncode == 0, done.stdout + done.stderr
