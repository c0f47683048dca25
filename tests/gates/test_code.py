"""The code keeps its own rules: style, types, and who may import whom."""

import pytest


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--quiet"],
        ["ruff", "format", "--check", "--quiet"],
        ["mypy"],
        ["lint-imports", "--no-cache"],
    ],
    ids=["lint", "format", "types", "imports"],
)
def test_code_keeps_the_rules(command, run_tool):
    done = run_tool(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_stay_short(root):
    package = root / "plugins" / "mkdocs_dossier"
    files = [*package.rglob("*.py"), *(root / "tests").rglob("*.py")]
    lengths = {path.relative_to(root): len(path.read_text().splitlines()) for path in files}
    assert lengths
    assert {path: length for path, length in lengths.items() if length > 300} == {}
