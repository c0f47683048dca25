"""A fresh machine gets what it needs, or is told what it lacks."""

import re
import subprocess
import sys

import pytest

# An apt-get that has nothing to install before `update`.
APT_GET = """
if [ "$1" = update ]; then : > "$BIN/updated"; fi
if [ "$1" = install ] && [ -e "$BIN/updated" ]; then
    printf '#!/bin/sh\\n' > "$BIN/chromium"
    /bin/chmod +x "$BIN/chromium"
fi
"""


@pytest.fixture
def find_chromium(root, tmp_path):
    """A function that runs .ci/chromium on a machine that has only the programs given."""

    def find(programs, **environment):
        for name, body in programs.items():
            program = tmp_path / name
            program.write_text(f"#!/bin/sh\n{body}\n")
            program.chmod(0o755)
        return subprocess.run(
            ["/bin/sh", root / ".ci/chromium"],
            env={"PATH": str(tmp_path), "BIN": str(tmp_path), **environment},
            capture_output=True,
            text=True,
        )

    return find


def test_chromium_is_the_one_that_is_asked_for(find_chromium, tmp_path):
    other = str(tmp_path / "other")
    assert find_chromium({"other": "", "chromium": ""}, CHROMIUM=other).stdout.strip() == other


def test_chromium_is_found_on_path(find_chromium, tmp_path):
    assert find_chromium({"google-chrome": ""}).stdout.strip() == str(tmp_path / "google-chrome")


def test_chromium_is_installed_by_root(find_chromium, tmp_path):
    done = find_chromium({"id": "echo 0", "apt-get": APT_GET})
    assert done.stdout.strip() == str(tmp_path / "chromium")


@pytest.mark.parametrize("user", ["0", "1000"])
def test_missing_chromium_is_named(find_chromium, user):
    done = find_chromium({"id": f"echo {user}", "apt-get": "exit 100"})
    assert done.returncode == 1
    assert "install the package 'chromium'" in done.stderr


def test_wrong_chromium_is_named(find_chromium):
    done = find_chromium({"chromium": ""}, CHROMIUM="/nowhere/chrome")
    assert done.returncode == 1
    assert "/nowhere/chrome" in done.stderr


def test_readme_and_its_like_lead_somewhere(root, run_tool):
    documents = sorted(root.glob("*.md"))
    assert documents
    done = run_tool("lychee", "--offline", "--include-fragments", "--no-progress", *documents)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_commands_that_documents_name_exist(root, document):
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(), re.MULTILINE))
    named = set(
        re.findall(r"^make (\w+)|`make (\w+)`", (root / document).read_text(), re.MULTILINE)
    )
    assert {one or other for one, other in named} <= targets
    assert named


def test_tests_of_code_need_no_playwright(root):
    """Who changes a rule or a date needs no browser and nothing that drives one."""
    script = (
        "import sys, pytest; sys.modules['playwright'] = None;"
        "sys.exit(pytest.main(['-n0', '-q', '-p', 'no:cacheprovider', 'tests/model']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
