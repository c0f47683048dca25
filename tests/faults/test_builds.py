"""Builds that are killed, refused or run side by side."""

import shutil
import signal
import subprocess
import sys

# A hook that ends the build at a moment of its course.
KILLER = """
import os, signal
import mkdocs_dossier.site.indexing as indexing

signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it

def stop(*_, **__):
    os.kill(os.getpid(), signal.{signal})

{moment} = stop
"""
MOMENTS = (
    "on_pre_build",
    "on_files",
    "on_page_content",
    "on_post_template",
    "on_post_page",
    "on_post_build",
    "indexing.settle_index",  # the search's index is made, and not yet in the site
)
SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM)


def build(run, project, *options, **how):
    return run("mkdocs", "build", "--strict", *options, cwd=project, **how)


def test_after_builds_killed_at_any_moment_the_next_is_right(run, project, read_tree, tmp_path):
    for moment in MOMENTS:
        for kind in SIGNALS if moment == "on_post_page" else SIGNALS[:1]:
            hook = KILLER.format(signal=kind.name, moment=moment)
            (project / "hook.py").write_text(hook, encoding="utf-8")
            shutil.rmtree(project / ".cache", ignore_errors=True)  # an index kept is not made
            done = build(run, project)
            assert done.returncode, (moment, kind)
            assert "Traceback" not in done.stderr, (moment, kind, done.stderr)
            assert list((tmp_path / "tmp").iterdir()) == [], (moment, kind)
    (project / "hook.py").write_text("", encoding="utf-8")
    after = build(run, project)
    cold = build(run, project, "--site-dir", tmp_path / "cold")
    assert (after.returncode, cold.returncode) == (0, 0), after.stderr + cold.stderr
    assert read_tree(project / "site") == read_tree(tmp_path / "cold")


def test_a_folder_that_may_not_be_written_is_one_line(run, project):
    (project / "site").mkdir()
    (project / "site").chmod(0o555)
    done = build(run, project, powerless=True)
    (project / "site").chmod(0o755)
    assert done.returncode == 1
    assert f"{project}/site : rien ne peut y être écrit (Permission denied)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_in_a_folder_that_may_not_be_written_is_one_line(run, project):
    (project / "closed").mkdir()
    (project / "closed").chmod(0o555)
    done = build(run, project, "--site-dir", "closed/site", powerless=True)
    assert done.returncode == 1
    assert "closed/site : rien ne peut y être écrit (Permission denied)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_that_may_not_be_written_is_named(run, project):
    page = project / "site/acteurs/anne-martin"
    page.mkdir(parents=True)
    (page / "index.html").touch()
    page.chmod(0o555)
    (page / "index.html").chmod(0o444)
    done = build(run, project, powerless=True)
    page.chmod(0o755)
    assert done.returncode == 1
    assert "anne-martin/index.html : Permission denied" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_one_line(run, project, small_disk, tmp_path):
    site, how, reason = tmp_path / "elsewhere", {"limit": 100_000}, "File too large"
    if small_disk is not None:
        site, how, reason = small_disk / "site", {}, "No space left on device"
    done = build(run, project, "--site-dir", site, **how)
    assert done.returncode == 1
    assert f"{reason} ; le site est incomplet" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "tmp").iterdir()) == []


def test_two_builds_at_once_both_give_the_whole_site(run, project, read_tree, tmp_path):
    hold = "import time\n\ndef on_post_build(**_):\n    time.sleep(2)\n"
    (project / "hook.py").write_text(hold, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    builds = [
        subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [each.communicate()[1] for each in builds]
    assert [each.returncode for each in builds] == [0, 0], said
    assert "une autre construction écrit dans" in "".join(said)
    cold = build(run, project, "--site-dir", tmp_path / "cold")
    assert cold.returncode == 0
    assert read_tree(project / "site") == read_tree(tmp_path / "cold")
