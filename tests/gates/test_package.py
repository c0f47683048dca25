"""The wheel carries what a curator needs who has nothing but it."""

import zipfile

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
