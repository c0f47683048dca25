"""`dossier verify`: quotes looked up in private full texts."""

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_dossier.cli import main
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.verify import quotes_with_text

FULL = "Le texte entier. « L’amitié resterait forte », a-t-il dit, quoi qu'il arrive. Fin.\n"
ARTICLE = """---
title: A
outlet: null
date: 2024
summary: A.
full_text_sha256: {hash}
---
Il dit que l'amitié « resterait forte ».
"""
TOPIC = """kind: concept
name: Amitié
summary: N.
sources:
  - article: un
    quote: {quote}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    dossier = tmp_path / "d"
    hash_ = hashlib.sha256(FULL.encode()).hexdigest()
    for name, text in {
        "d/dossier.yml": "title: Essai\nlanguage: fr\n",
        "d/articles/un.md": ARTICLE.format(hash=hash_),
        "d/topics/amitie.yml": TOPIC.format(quote="L'amitié resterait forte"),
        "full/n'importe quel nom": FULL,
        "full/autre.txt": "Un autre texte.",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return dossier


def run(folder: Path, full: Path | None = None) -> Result:
    full = full or folder.parent / "full"
    return CliRunner().invoke(main, ["verify", "--dossier", str(folder), "--full-text", str(full)])


def unverified(folder: Path) -> list[str]:
    done = CliRunner().invoke(main, ["check", "--dossier", str(folder)])
    return [line for line in done.stdout.splitlines() if line.endswith("[quote-not-verified]")]


def test_a_quote_is_found_whatever_the_file_is_called_and_whatever_the_typography(
    folder, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1768608000")
    assert len(unverified(folder)) == 1
    done = run(folder)
    assert done.exit_code == 0, done.output
    (entry,) = yaml.safe_load((folder / "verified.yml").read_text())["quotes"]
    assert str(entry["date"]) == "2026-01-17"
    assert entry["text"] == hashlib.sha256(FULL.encode()).hexdigest()
    assert unverified(folder) == []


def test_a_second_run_on_another_day_changes_nothing(folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1768608000")
    run(folder)
    before = (folder / "verified.yml").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1868608000")
    run(folder)
    assert (folder / "verified.yml").read_bytes() == before


def test_editing_a_quote_voids_its_entry(folder):
    run(folder)
    (folder / "topics/amitie.yml").write_text(TOPIC.format(quote="resterait forte"))
    (line,) = unverified(folder)
    assert "topics/amitie.yml:6:12: info:" in line


def test_a_quote_that_the_full_text_does_not_hold_is_shown_with_the_nearest_passage(folder):
    (folder / "topics/amitie.yml").write_text(TOPIC.format(quote="resterait très forte"))
    done = run(folder)
    assert done.exit_code == 1
    assert "topics/amitie.yml:6:12: error:" in done.stdout
    assert "resterait forte" in done.stdout
    assert len(unverified(folder)) == 1


def test_without_the_text_at_hand_what_was_verified_stays_so(folder, tmp_path):
    run(folder)
    (tmp_path / "empty").mkdir()
    done = run(folder, tmp_path / "empty")
    assert done.exit_code == 0
    assert unverified(folder) == []


def test_a_text_of_no_article_is_named_and_told_what_to_do(folder, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/wang.txt").write_text("Un texte.", encoding="utf-8")
    done = run(folder, tmp_path / "mine")
    assert done.exit_code == 1
    hash_ = hashlib.sha256(b"Un texte.").hexdigest()
    assert "mine/wang.txt: aucun article n'a ce texte intégral" in done.stderr
    assert f"full_text_sha256: {hash_}" in done.stderr


def test_beside_texts_that_are_known_an_unknown_one_is_only_named(folder):
    done = run(folder)
    assert done.exit_code == 0
    assert "full/autre.txt: aucun article" in done.stderr


def test_every_quote_of_the_shipped_dossier_stands_in_its_full_text(root, shared, tmp_path):
    copy = shutil.copytree(root / "dossier", tmp_path / "dossier")
    done = run(copy, shared / "seeds")
    assert done.exit_code == 0, done.output
    dossier = load(root / "dossier").dossier
    articles = dossier.articles
    missing = [
        f"{use.holder.id}: {quote}"
        for use, quote, _ in quotes_with_text(dossier)
        if dossier.verified.date_of(use.source, articles[use.source.article]) is None
    ]
    assert missing == [], "run `dossier verify` and commit dossier/verified.yml"
    assert list(quotes_with_text(dossier))
    assert (copy / "verified.yml").read_bytes() == (root / "dossier/verified.yml").read_bytes()
