"""The search's index on a disk that is full: Pagefind itself takes that for a success."""

import shutil
import subprocess
import sys

import pytest

from mkdocs_dossier.pages.search_index import DamagedIndex, settle_index

PAGE = (
    "<html lang=fr><title>{0}</title><main data-pagefind-body><h1>{0}</h1> paix {0}</main></html>"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An index as Pagefind leaves it."""
    folder = tmp_path_factory.mktemp("index")
    for name in ("chine", "guerre"):
        (folder / "pages" / name).mkdir(parents=True)
        (folder / "pages" / name / "index.html").write_text(PAGE.format(name), encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", folder / "pages"]
    subprocess.run([*command, "--output-path", folder / "index"], check=True)
    return folder / "index"


def test_a_whole_index_is_settled(made, tmp_path):
    index = shutil.copytree(made, tmp_path / "index")
    settle_index(index)
    assert (index / "pagefind-entry.json").exists()
    (meta,) = index.glob("*.pf_meta")
    assert meta.read_bytes()[4:10] == b"\0\0\0\0\2\xff", "no time and no system, in any Python"


@pytest.mark.parametrize("pattern", ["*.json", "*.pf_meta", "*/*.pf_*", "wasm.*", "pagefind.js"])
def test_a_file_cut_short_is_found(made, tmp_path, pattern):
    index = shutil.copytree(made, tmp_path / "index")
    file = min(index.glob(pattern))
    file.write_bytes(file.read_bytes()[: 0 if file.suffix == ".js" else -5])
    with pytest.raises(DamagedIndex, match=file.name):
        settle_index(index)
