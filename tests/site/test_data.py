"""The page of the data, within `mkdocs build`."""

import json

import lxml.html
import pytest

from mkdocs_dossier.exports import FORMATS
from mkdocs_dossier.languages import languages, texts


def with_exports(project, nav=""):
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("[dossier]", "[dossier, dossier-export]")
    config.write_text(text + nav, encoding="utf-8")


def test_every_file_of_the_data_is_listed_with_its_size_and_stands_there(project, build):
    with_exports(project)
    assert build("--strict").returncode == 0
    page = lxml.html.parse(project / "site/donnees/index.html").getroot()
    linked = {
        (project / "site/donnees" / href).resolve()
        for href in page.xpath("//ul[contains(@class, 'd-data__files')]//a/@href")
    }
    assert linked
    assert all(path.is_file() for path in linked)
    written = {
        path.resolve()
        for path in (project / "site/donnees").rglob("*")
        if path.is_file() and path.name != "index.html"
    }
    assert written - linked == set()
    sections = page.xpath("//h2/@id")
    assert [each for each in FORMATS if each in sections] == [*sections]
    assert "csv" in sections
    footer = page.xpath("//div[@class='md-copyright']//a/@href")
    assert "./" in footer or "." in footer


def test_without_the_plugin_there_is_no_page_and_no_link_to_it(project, build):
    config = project / "mkdocs.yml"
    nav = "nav:\n  - Note: note.md\n  - À propos:\n      - Données: donnees/index.md\n"
    config.write_text(config.read_text(encoding="utf-8") + nav, encoding="utf-8")
    done = build("--strict")
    assert done.returncode == 0, done.stderr
    assert not (project / "site/donnees").exists()
    for page in (project / "site").rglob("*.html"):
        assert "donnees" not in page.read_text(encoding="utf-8"), page
    with_exports(project)
    assert build("--strict").returncode == 0
    assert "donnees/" in (project / "site/note/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", languages())
def test_every_format_has_its_words_and_two_lines_of_use(language):
    say = texts(language)
    for name, each in FORMATS.items():
        for part in ("title", "about", "limits"):
            assert f"data.formats.{name}.{part}" in say
        assert len(each.example.splitlines()) == 2
        assert "{file}" in each.example


def test_page_of_a_record_leads_to_its_data(project, build):
    with_exports(project)
    config = project / "mkdocs.yml"
    extras = config.read_text("utf-8").replace(
        "dossier-export]", "dossier-export: {extras: [books]}]"
    )
    config.write_text(extras, encoding="utf-8")
    assert build("--strict").returncode == 0
    assert (project / "site/donnees/dossier.pdf").read_bytes().startswith(b"%PDF")
    page = lxml.html.parse(project / "site/acteurs/anne-martin/index.html").getroot()
    [link] = page.xpath("//div[@class='d-foot']//a[@type='application/json']/@href")
    text = (project / "site/acteurs/anne-martin/index.md").read_text("utf-8")
    assert text.startswith("# Anne Martin\n")
    [head] = page.xpath("//head/link[@type='application/json']/@href")
    assert link == head
    entry = (project / "site/acteurs/anne-martin" / link).resolve()
    assert json.loads(entry.read_text("utf-8"))["id"] == "anne-martin"
