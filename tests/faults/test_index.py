"""The search's index: made by a program of others, which may fail."""

import gzip
import json

import pytest

from mkdocs_dossier.pages.search_index import settle_index
from mkdocs_dossier.site.pagefind import IndexingFailed, Pagefind

PAGE = (
    "<html lang=fr><title>{0}</title><main data-pagefind-body><h1>{0}</h1> paix {0}</main></html>"
)


def test_an_index_is_settled():
    documents = [(f"{name}/", PAGE.format(name)) for name in ("chine", "guerre")]
    made = Pagefind().index(documents, "fr")
    index = settle_index(made)
    (meta,) = [path for path in index if path.endswith(".pf_meta")]
    assert index[meta][4:10] == b"\0\0\0\0\2\xff", "no time and no system, in any Python"
    assert meta[9:-8] in json.loads(index["pagefind-entry.json"])["languages"]["fr"]["hash"]
    fragments = [index[path] for path in index if path.startswith("fragment/")]
    assert sorted(b"/guerre/" in gzip.decompress(each) for each in fragments) == [False, True]
    assert not [path for path in index if "ui" in path], "what nobody asks for"
    assert index == settle_index(Pagefind().index(documents, "fr"))


def test_what_pagefind_says_is_told():
    with pytest.raises(IndexingFailed, match="invalid type: null"):
        Pagefind().index(iter([("a/", None)]), "fr")


def test_documents_that_cannot_be_read_end_it():
    def read():
        yield "a/", PAGE.format("a")
        raise OSError(5, "unreadable")

    with pytest.raises(IndexingFailed):
        Pagefind().index(read(), "fr")


def test_one_that_was_closed_ends():
    pagefind = Pagefind()
    pagefind.close()
    with pytest.raises(IndexingFailed):
        pagefind.index([("a/", PAGE.format("a"))], "fr")
