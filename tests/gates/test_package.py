"""The wheel carries what a curator needs who has nothing but it."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from flit_core import buildapi


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root / "plugins")
        folder = tmp_path_factory.mktemp("wheel")
        with zipfile.ZipFile(folder / buildapi.build_wheel(str(folder))) as made:
            yield made


def test_wheel_has_its_licence_readme_types_and_entry_points(wheel, root):
    names = {name.partition("/")[2]: name for name in wheel.namelist() if "dist-info" in name}
    licence = wheel.read(names["licenses/LICENSE"])
    assert licence == (root / "LICENSE").read_bytes() == (root / "plugins/LICENSE").read_bytes()
    assert "dossier init" in wheel.read(names["METADATA"]).decode()
    assert "dossier-links" in wheel.read(names["entry_points.txt"]).decode()
    assert "mkdocs_dossier/py.typed" in wheel.namelist()


def test_wheel_has_every_file_of_the_package(wheel, root):
    package = root / "plugins/mkdocs_dossier"
    files = {
        path.relative_to(root / "plugins").as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files <= set(wheel.namelist())


@pytest.fixture
def repository(root, tmp_path):
    """A commit of the package and of what releases it."""
    for name in ("plugins/mkdocs_dossier", "tools"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / "plugins" / name, tmp_path / "plugins")
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "A commit")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def release(repository, out):
    command = [sys.executable, "tools/release.py", "--out", out]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True)


def test_a_release_is_made_again_byte_for_byte(repository, tmp_path):
    first, second = (release(repository, tmp_path / name) for name in ("one", "two"))
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    names = [line.split()[1] for line in first.stdout.splitlines()]
    assert [Path(name).suffix for name in names] == [".whl", ".gz"]


def test_what_no_commit_holds_is_not_released(repository, tmp_path):
    (repository / "plugins/mkdocs_dossier/new.py").write_text("X = 1\n")
    done = release(repository, tmp_path / "out")
    assert done.returncode == 1
    assert "mkdocs_dossier/new.py" in done.stderr
    assert not (tmp_path / "out").exists()
