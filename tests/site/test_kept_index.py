"""The index of the search is made once for what did not change."""

from edited_project import build_site

from mkdocs_dossier.site.indexing import Indexer, unpack_index


def test_an_index_is_kept_for_the_next_build(project, tmp_path, monkeypatch):
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("[dossier]", "[dossier, dossier-search]")
    settings.write_text(text, encoding="utf-8")
    cold, _ = build_site(project, tmp_path / "cold", tmp_path / "cache")
    assert "pagefind/pagefind-entry.json" in cold
    monkeypatch.setattr(Indexer, "begin", None)
    warm, _ = build_site(project, tmp_path / "warm", tmp_path / "cache")
    assert warm == cold


def test_no_kept_index_leaves_the_site(tmp_path):
    indexer = Indexer(tmp_path / "site", None, keep=False)
    absolute = (tmp_path / "out.html").as_posix().encode()
    kept = b'{"../../out.html": "eA==", "%s": "eA==", "a/b.json": "e30="}' % absolute
    indexer.put(unpack_index(kept))
    assert not list(tmp_path.rglob("out.html"))
    assert (tmp_path / "site/pagefind/a/b.json").read_bytes() == b"{}"


def test_only_what_differs_of_an_index_is_written(tmp_path):
    indexer, folder = Indexer(tmp_path, None, keep=False), tmp_path / "pagefind"
    indexer.put({"a": b"1", "b/c": b"2", "d": b"3"})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x").write_text("not ours")
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    (folder / "d").unlink()
    (folder / "d").symlink_to(tmp_path / "elsewhere/x")
    (folder / "old/folder").mkdir(parents=True)
    (folder / "old/folder/file").touch()
    before = (folder / "a").stat()
    indexer.put({"a": b"1", "b/c": b"4", "d": b"3"})
    found = {str(each.relative_to(folder)) for each in folder.rglob("*")}
    assert found == {"a", "b", "b/c", "d"}
    assert (folder / "a").stat() == before
    assert (folder / "b/c").read_bytes() == b"4"
    assert (tmp_path / "elsewhere/x").read_text() == "not ours"
