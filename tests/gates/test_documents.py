"""What README, CONTRIBUTING and the guide say is what the tools do."""

import re
import shlex
import shutil
import tomllib

import click
import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/contribuer.md", "docs/format.md")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:`|^)(?:\.venv/bin/)?(pytest|dossier) ([^`\n|]+)", re.MULTILINE)
# Two lines before the mistakes that the guide shows, and between them.
MISTAKEN = (
    "kind: person\nname: Wang Yi\nsumary: Ministre.\noffices:\n  - title: ministre\n"
    "    basis: fait notoire\n    start: 2023-13\n"
)


@pytest.fixture
def check(root, tmp_path, monkeypatch):
    """A function that adds a file to the frozen dossier and gives what is said of that file."""
    shutil.copytree(root / "tests/dossiers/frozen/dossier", tmp_path / "dossier")
    monkeypatch.chdir(tmp_path)

    def run(path, text):
        (tmp_path / path).write_text(text, encoding="utf-8")
        done = CliRunner().invoke(main, ["check"])
        return [line for line in done.stdout.splitlines() if line.startswith(f"{path}:")]

    return run


def blocks(root, document, language):
    text = (root / document).read_text(encoding="utf-8")
    return [body for found, body in BLOCK.findall(text) if found == language]


def test_message_in_readme_is_what_the_tool_prints(root, check):
    [example] = blocks(root, "README.md", "yaml")
    [message] = [body for body in blocks(root, "README.md", "") if ": error: " in body]
    path = "dossier/actors/zhao-leji.yml"
    assert not any(": error: " in line for line in check(path, example))
    assert message.strip() in check(path, example.replace("country: chine", "country: chinne"))


def test_messages_in_the_guide_are_what_the_tool_prints(root, check):
    [messages] = [
        body for body in blocks(root, "docs/contribuer.md", "text") if ": error: " in body
    ]
    errors = [line for line in check("dossier/actors/wang-yi.yml", MISTAKEN) if ": error: " in line]
    assert messages.splitlines() == errors


def test_example_of_the_guide_is_right_and_overwrites_nothing(root, check):
    examples = [
        body for body in blocks(root, "docs/contribuer.md", "yaml") if body.startswith("# dossier/")
    ]
    assert examples
    for example in examples:
        path = example.splitlines()[0].removeprefix("# ")
        assert not (root / path).exists(), f"{path} is a shipped record"
        assert [line for line in check(path, example) if ": error: " in line] == []


def list_commands(root, program):
    found = {
        line.strip()
        for document in DOCUMENTS
        for named, line in COMMAND.findall((root / document).read_text(encoding="utf-8"))
        if named == program
    }
    assert found
    return sorted(found)


def test_tests_that_documents_name_are_there(root, run_tool):
    for line in list_commands(root, "pytest"):
        done = run_tool("pytest", "--collect-only", "-q", "-n0", *shlex.split(line))
        assert done.returncode == 0, f"{line}: {done.stdout}"


def test_commands_that_documents_name_are_there(root):
    for line in list_commands(root, "dossier"):
        verb, *words = shlex.split(line)
        command = main.get_command(click.Context(main), verb)
        assert command, f"no command dossier {verb}"
        known = {"--help"} | {name for each in command.params for name in each.opts}
        assert {word for word in words if word.startswith("--")} <= known, line


def test_table_of_folders_is_the_contract_of_imports(root):
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`\w+/`(?:, `\w+/`)*) \|", text, re.MULTILINE)
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    [layers] = [
        contract["layers"]
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    ]
    assert [set(re.findall(r"\w+", row)) for row in rows] == [
        set(layer.split(" | ")) for layer in reversed(layers)
    ]
