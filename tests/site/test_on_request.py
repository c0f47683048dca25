"""A preview makes each page and file when it is asked for, and gives what a whole build gives."""

import re
import shutil
import time

import pytest
from edited_project import write_project, write_settings
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_dossier.pages import plan

HOOK = "def on_page_content(html, **given):\n    return html\n"
ADDRESS = "http://127.0.0.1:8000/"


class Preview:
    """`mkdocs serve` in this process: its builds, and what a browser gets."""

    def __init__(self, project):
        self.site = project / "served"
        self.settings = str(project / "mkdocs.yml")
        config = self.load()
        config.plugins.on_startup(command="serve", dirty=False)
        self.plugins = config.plugins
        self.dossier = self.plugins["dossier"]
        self.build()
        self.app = self.dossier.on_request.wrap(self.find, "/")

    def load(self):
        config = load_config(self.settings, site_dir=str(self.site))
        config.site_url = ADDRESS
        return config

    def build(self):
        self.dossier.on_request.guard(lambda: build(self.load(), serve_url=ADDRESS))()

    def find(self, environ, start_response):
        """What MkDocs does: the file, if it is in the site's folder."""
        path = environ["PATH_INFO"].lstrip("/")
        file = (
            self.site / path / "index.html" if path.endswith("/") or not path else self.site / path
        )
        start_response("200 OK" if file.is_file() else "404 Not Found", [])
        return [file.read_bytes()] if file.is_file() else [b""]

    def get(self, path):
        said = []
        parts = self.app({"PATH_INFO": f"/{path}"}, lambda *given: said.append(given))
        return said[0][0][:3], b"".join(parts).decode("utf-8", "replace")

    def close(self):
        self.plugins.on_shutdown()


@pytest.fixture
def project(tmp_path, monkeypatch):
    write_project(tmp_path)
    monkeypatch.delenv("DOSSIER_CACHE", raising=False)
    return tmp_path


@pytest.fixture
def preview(project):
    opened = Preview(project)
    yield opened
    opened.close()


def test_nothing_is_written_before_it_is_asked_for(preview):
    assert not (preview.site / "acteurs/ada/index.html").exists()
    status, page = preview.get("acteurs/ada/")
    assert (status, "Ministre." in page) == ("200", True)
    assert (preview.site / "acteurs/ada/index.html").exists()
    assert not (preview.site / "acteurs/sud/index.html").exists()


def test_a_change_shows_on_every_page_that_tells_of_it(project, preview):
    assert "Voisin de Nord." in preview.get("acteurs/sud/")[1]
    assert "Voisin de Nord." in preview.get("acteurs/")[1]
    file = project / "dossier/actors/sud.yml"
    file.write_text(file.read_text().replace("Voisin de Nord", "Allié de Nord"))
    preview.build()
    assert "Allié de Nord." in preview.get("acteurs/sud/")[1]
    assert "Allié de Nord." in preview.get("acteurs/")[1]
    [table] = [each for each in preview.dossier.downloads if each.address.endswith("actors.csv")]
    assert "Allié de Nord" in preview.get(table.address)[1]


def test_what_is_gone_is_gone_and_what_is_new_is_there(project, preview):
    assert preview.get("lieux/port/")[0] == "200"
    (project / "dossier/places/port.yml").rename(project / "dossier/places/havre.yml")
    with (project / "dossier/places/havre.yml").open("a") as file:
        file.write("former_ids: [port]\n")
    preview.build()
    assert preview.get("lieux/havre/")[0] == "200"
    assert "url=../havre/" in preview.get("lieux/port/")[1]
    assert preview.get("lieux/port/index.json")[0] == "404", "a file of what is no more"
    assert preview.get("lieux/nulle-part/")[0] == "404"


def test_a_fault_in_making_one_page_is_told_there_and_leaves_the_others(preview, monkeypatch):
    def fail(*_):
        raise RuntimeError("<oups>")

    monkeypatch.setitem(plan.GATHER, plan.Actor, fail)
    status, page = preview.get("acteurs/ada/")
    assert status == "200"
    assert "RuntimeError: &lt;oups&gt;" in page
    assert "Un pacte." in preview.get("themes/pacte/")[1]


def test_the_page_of_the_data_tells_how_large_the_files_are_now(project, preview):
    before = preview.get("donnees/")[1]
    file = project / "dossier/actors/sud.yml"
    file.write_text(file.read_text() + f"description: {'mot ' * 20_000}\n")
    preview.build()
    assert preview.get("donnees/")[1] != before


def test_a_file_swept_away_by_a_change_meanwhile_is_written_again(preview):
    find = preview.find

    def sweep_once(environ, start_response):
        preview.app = preview.dossier.on_request.wrap(find, "/")
        shutil.rmtree(preview.site / "acteurs")
        return find(environ, start_response)

    preview.app = preview.dossier.on_request.wrap(sweep_once, "/")
    assert preview.get("acteurs/ada/")[0] in ("200", "404")
    assert preview.get("acteurs/ada/")[0] == "200"


def test_it_gives_the_pages_that_go_through_mkdocs_one_by_one(project):
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    read = {}
    for name, hooks in (("later", "[]"), ("whole", "[hook.py]")):
        write_settings(project, hooks=hooks)
        opened = Preview(project)
        if name == "later":
            addresses = [file.page.place.address for file in opened.dossier.joined]
        read[name] = {each: plain(opened.get(each)[1]) for each in addresses}
        opened.close()
    assert len(addresses) > 15
    assert read["later"] == read["whole"]


def test_nothing_of_an_earlier_state_is_written_once_pages_go_through_mkdocs(project, preview):
    assert preview.get("acteurs/ada/")[0] == "200"
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    write_settings(project, hooks="[hook.py]")
    (project / "dossier/actors/ada.yml").unlink()
    (project / "dossier/events/visite.yml").unlink()
    preview.build()
    assert preview.get("acteurs/sud/")[0] == "200"
    assert preview.get("acteurs/ada/")[0] == "404"


def plain(page):
    """A page without what is another in each preview."""
    return re.sub(r'nonce(="|-)[\w-]+', "nonce", page)


def test_the_index_of_the_search_is_there_through_all_builds(project):
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("dossier", "dossier, dossier-search", 1)
    settings.write_text(text, encoding="utf-8")
    preview = Preview(project)
    end = time.monotonic() + 60
    while not list(preview.site.glob(".dossier-search-*/index")) and time.monotonic() < end:
        time.sleep(0.2)  # whoever asks puts it off
    status, entry = preview.get("pagefind/pagefind-entry.json")
    assert status == "200"
    fragments = {file.name for file in preview.site.glob(".dossier-search-*/index/fragment/*")}
    assert fragments, "one for each page"
    assert not (preview.site / "pagefind/fragment").exists(), "until one is asked for"
    preview.build()
    assert preview.get("pagefind/pagefind-entry.json") == (status, entry)
    assert all(preview.get(f"pagefind/fragment/{name}")[0] == "200" for name in fragments)
    assert preview.get("pagefind/nothing.pf_meta")[0] == "404"
    preview.close()
    assert not list(preview.site.glob(".dossier-search-*"))


def test_advice_waits_until_nobody_waits(preview):
    asked = preview.dossier.on_request
    preview.get("acteurs/ada/")
    begun = time.monotonic()
    asked.wait_for_quiet(0.3)
    assert time.monotonic() - begun > 0.2
