"""Each command, and a build, where Python has nothing of what only POSIX systems have."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT = """
import multiprocessing, os, runpy, signal, sys
for name in ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog", "readline"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getpgid", "setsid",
             "chown", "fchmod", "fchown", "mkfifo", "mknod", "uname", "nice", "getloadavg",
             "O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "sched_getaffinity", "killpg", "sync"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGALRM", "SIGUSR1", "SIGPIPE", "alarm", "setitimer"):
    delattr(signal, name)
multiprocessing.get_all_start_methods = lambda: ["spawn"]
def refuse(*words, **named):
    raise OSError(1314, "a privilege is missing")
os.symlink = os.link = refuse
module, *words = sys.argv[1:]
sys.argv = [module, *words]
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""
ARTICLE = "Le pont est ouvert\n\nPublié le 4 juillet 2023\n\nLe pont a ouvert lundi, dit-on.\n"


def run(project, *words):
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *words],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("check",), ""),
        (("check", "--fix"), ""),
        (("check", "--since", "HEAD"), ""),
        (("diff", "HEAD", "--format", "html", "--output", "report.html"), "report.html"),
        (("new", "person", "Wang Yi", "--summary", "Ministre."), "dossier/actors/wang-yi.yml"),
        (("import", "article.txt"), "dossier/articles/le-pont-est-ouvert.md"),
        (("rename", "bob", "robert"), "dossier/actors/robert.yml"),
        (("merge", "bob", "anne-martin"), "dossier/actors/anne-martin.yml"),
        (("schema", "--write", "schema"), "schema/actors.json"),
        (("export", "--format", "csv", "--out", "data"), "data/csv/facts.csv"),
        (("addresses", "--write"), "dossier/addresses.txt"),
        (("init", "autre"), "autre/mkdocs.yml"),
    ],
    ids=" ".join,
)
def test_a_command_does_without(project, words, made):
    (project / "article.txt").write_text(ARTICLE, encoding="utf-8")
    for git in (["init", "-q"], ["add", "."], ["commit", "-qm", "Un"]):
        names = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *names, *git], cwd=project, check=True)
    done = run(project, "mkdocs_dossier", *words)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    assert not made or (project / made).is_file()


def test_a_site_is_built_without(project: Path):
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert (project / "site/acteurs/anne-martin/index.html").is_file()
