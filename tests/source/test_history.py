"""What day it is, and when files changed: from the environment and from commits, however odd."""

import os
import subprocess

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.source.history import InvalidEpoch, read_history, read_now


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A function that commits a file at a second since 1970, and the repository's folder."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    identity = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME",)}
    identity |= {"GIT_AUTHOR_EMAIL": "x@x", "GIT_COMMITTER_EMAIL": "x@x"}

    def git(*arguments, **environment):
        command = ["git", "-c", "commit.gpgsign=false", *arguments]
        changed = {**os.environ, **identity, **environment}
        subprocess.run(command, cwd=tmp_path, env=changed, check=True, capture_output=True)

    def commit(name, second):
        (tmp_path / name).write_text(f"{second}")
        git("add", ".")
        date = {"GIT_AUTHOR_DATE": f"@{second} +0000", "GIT_COMMITTER_DATE": f"@{second} +0000"}
        git("commit", "-m", name, **date)

    git("init")
    commit.folder = tmp_path
    return commit


def test_files_and_now_are_of_their_last_commits(repository):
    repository("a.yml", 86_400 * 365)
    repository("été.yml", 86_400 * 366)
    found = read_history(repository.folder)
    assert found.dates == {"a.yml": Day(1971, 1, 1), "été.yml": Day(1971, 1, 2)}
    assert found.now == read_now(repository.folder) == Day(1971, 1, 2)


@pytest.mark.parametrize("second", [2**32, 253_402_300_800, 10**12])
def test_a_commit_of_after_2106_is_passed_over(repository, second):
    repository("a.yml", 86_400)
    repository("b.yml", second)
    found = read_history(repository.folder)
    assert found.dates == {"a.yml": Day(1970, 1, 2)}
    assert found.now == read_now(repository.folder) == Day(1970, 1, 2)


def test_without_commits_nothing_is_known(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert read_history(tmp_path).now is None
    assert read_now(tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", Day(1970, 1, 1)), ("4294967295", Day(2106, 2, 7))]
)
def test_the_environment_comes_first(repository, monkeypatch, epoch, day):
    repository("a.yml", 86_400)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert read_history(repository.folder).now == read_now(repository.folder) == day


@pytest.mark.parametrize("epoch", ["hier", "-1", "1.5", "²", "4294967296", "9" * 5000])
def test_what_is_no_second_is_refused(tmp_path, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(InvalidEpoch):
        read_history(tmp_path)
    done = CliRunner().invoke(main, ["coverage", "--dossier", str(tmp_path)])
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: SOURCE_DATE_EPOCH is '")
