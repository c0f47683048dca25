"""Help where it is needed: each command shows examples that it understands, shells complete."""

import io
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from mkdocs_dossier.cli import VERBS, main
from mkdocs_dossier.cli.progress import ticking, track

EXAMPLE = re.compile(r"^  +(dossier .+)$", re.MULTILINE)


def examples(*words):
    done = CliRunner().invoke(main, [*words, "--help"], terminal_width=200)
    assert done.exit_code == 0, done.output
    assert "For example" in done.stdout, words
    found = EXAMPLE.findall(done.stdout.partition("For example")[2])
    assert found, words
    return [shlex.split(line, comments=True) for line in found]


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_each_command_shows_examples_that_it_understands(verb):
    for program, named, *words in examples(verb):
        assert (program, named) == ("dossier", verb)
        command = main.get_command(click.Context(main), named)
        parsed = [word for word in words if word not in (">", ">>")]
        if len(parsed) != len(words):  # what the shell does with the output
            parsed.pop()
        with click.Context(command, info_name=verb, resilient_parsing=True) as context:
            rest = command.parse_args(context, list(parsed))
        assert rest == []
        known = {name for each in command.params for name in each.opts}
        assert {word for word in parsed if word.startswith("--")} <= known


def test_help_of_the_whole_shows_examples():
    assert {words[1] for words in examples()} <= set(VERBS)


def test_each_option_and_command_says_what_it_does():
    for verb in VERBS:
        command = main.get_command(click.Context(main), verb)
        assert command.help
        for each in command.params:
            if isinstance(each, click.Option):
                assert each.help, f"{verb} {each.opts}"


@pytest.mark.parametrize(("shell", "words"), [("zsh", "compdef"), ("fish", "complete")])
def test_completion_gives_the_shell_its_script(shell, words):
    done = CliRunner().invoke(main, ["completion", shell])
    assert done.exit_code == 0, done.output
    assert words in done.stdout
    assert "_DOSSIER_COMPLETE" in done.stdout


def test_bash_completes_with_the_script():
    script = CliRunner().invoke(main, ["completion", "bash"]).stdout
    ask = f"{script}\nCOMP_WORDS=(dossier cov); COMP_CWORD=1; _dossier_completion dossier\n"
    done = subprocess.run(
        ["bash", "-c", f'{ask}echo "${{COMPREPLY[@]}}"'],
        env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "coverage", done.stderr


@pytest.mark.parametrize(
    ("words", "begun", "expected"),
    [
        (["rename"], "ann", ["anne"]),
        (["merge"], "pon", ["pont"]),
        (["mentions"], "", ["depeche"]),
        (["suggest"], "d", ["depeche"]),
        (["check", "--explain"], "weekd", ["weekday"]),
    ],
)
def test_ids_are_completed(write_dossier, monkeypatch, words, begun, expected):
    folder = write_dossier(
        {
            "actors/anne.yml": "kind: person\nname: Anne\nsummary: S.\n",
            "topics/pont.yml": "kind: treaty\nname: Pont\nsummary: S.\n",
            "articles/depeche.md": "---\ntitle: D\noutlet: null\ndate: 2020\nsummary: S.\n---\n",
        }
    )
    monkeypatch.chdir(folder.parent)
    complete = ShellComplete(main, {}, "dossier", "_DOSSIER_COMPLETE")
    assert [each.value for each in complete.get_completions(words, begun)] == expected


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """Each look at the clock finds it a second later."""
    seconds = iter(range(1000))
    monkeypatch.setattr("mkdocs_dossier.cli.progress.time.monotonic", lambda: next(seconds))


def test_progress_is_said_on_a_terminal_and_gone_at_the_end(monkeypatch, clock):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(track("abc", "read")) == ["a", "b", "c"]
    assert "read 2/3" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_no_progress_without_a_terminal(monkeypatch, clock):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(track("abc", "read")) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_no_progress_when_quiet(monkeypatch, clock):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with click.Context(main) as context:
        context.params["quiet"] = True
        assert list(track("abc", "read")) == ["a", "b", "c"]
    assert terminal.getvalue() == ""


def test_work_of_unknown_length_shows_that_it_goes_on(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("mkdocs_dossier.cli.progress._AFTER", 0.01)
    with ticking("check"):
        while "check 0 s" not in terminal.getvalue():
            time.sleep(0.01)
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("seen", [True, False])
def test_short_or_unseen_work_says_nothing(monkeypatch, seen):
    stream = Terminal() if seen else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with ticking("check"):
        pass
    assert stream.getvalue() == ""
