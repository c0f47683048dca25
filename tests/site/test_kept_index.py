"""The index of the search is made once for what did not change."""

from edited_project import build_site

from mkdocs_dossier.site.indexing import Indexer


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
    indexer.write(b'[["../../out.html", "eA=="], ["a/b.json", "e30="]]')
    assert not list(tmp_path.rglob("out.html"))
    assert (tmp_path / "site/pagefind/a/b.json").read_bytes() == b"{}"
