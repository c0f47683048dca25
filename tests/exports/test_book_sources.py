"""The sources of facts in the copies to read."""

import io
import zipfile

from lxml import html

from mkdocs_dossier.exports import FORMATS

ANNE = """\
kind: person
name: Anne
summary: S.
offices:
  - title: juge
    date: 2020
    sources:
      - document: {title: Acte, url: "https://a.example/1", archive_url: "https://kept.example/1"}
      - document: {title: Autre, archive_url: "ftp://kept.example/2"}
"""


def test_the_archived_copy_of_a_document_stands_beside_it(load_dossier, publish):
    owned = publish(load_dossier({"actors/anne.yml": ANNE}))
    [page], [book] = FORMATS["html"].make(owned), FORMATS["epub"].make(owned)
    [line] = html.fromstring(page.content).xpath("//li[a[text()='Acte']]")
    assert [(each.text, each.get("href")) for each in line.iter("a")] == [
        ("Acte", "https://a.example/1"),
        ("copie archivée", "https://kept.example/1"),
    ]
    with zipfile.ZipFile(io.BytesIO(book.content)) as archive:
        chapter = archive.read("EPUB/anne.xhtml").decode()
    assert 'href="https://kept.example/1"' in chapter
    assert "kept.example/2" not in chapter, "no address of the web"
