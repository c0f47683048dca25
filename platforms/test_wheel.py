"""With the wheel alone, in an empty environment far from the repository: a new dossier is checked,
built, previewed and read in a browser, in French, in English and in a language without a folder;
and every Python that is there makes the same bytes.
"""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from commands import run, variables
from lxml import etree
from playwright.sync_api import expect

LANGUAGES = {
    "fr": ("acteurs", "lieux", "donnees", "naufrage", "Naufrage du Titanic"),
    "en": ("actors", "places", "data", "sinking", "Sinking of the Titanic"),
    "ja": ("actors", "places", "data", "sinking", "Sinking of the Titanic"),
}
"""What addresses are called, what is typed into the search, and what is found."""
SITE_URL = "https://x.example/d/"
PIP = ("-m", "pip", "--quiet")


@pytest.fixture(scope="module")
def install(root, tmp_path_factory):
    """A function that gives the Python of an environment, made by an interpreter, in which nothing
    is installed but the wheel and what it asks for, in the versions to which the site is pinned.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", folder, root / "plugins")
    [wheel] = folder.glob("*.whl")
    pins = (root / "requirements.txt").read_text().splitlines()
    (folder / "pins.txt").write_text("\n".join(line for line in pins if line[:2] != "-e") + "\n")

    def install_(interpreter):
        python = tmp_path_factory.mktemp("venv") / "bin/python"
        run(interpreter, "-m", "venv", python.parents[1])
        run(python, *PIP, "install", "--constraint", folder / "pins.txt", wheel)
        return python

    return install_


@pytest.fixture(scope="module")
def python(install):
    """The Python of such an environment."""
    return install(sys.executable)


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def project(python, language, tmp_path_factory):
    """A dossier begun in that language, in a repository: feeds tell what commits change."""
    folder = tmp_path_factory.mktemp("new") / "d"
    run(python.parent / "dossier", "init", folder, "--language", language, cwd=folder.parent)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "A commit")):
        run("git", *words, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def site(python, project):
    """Its site, built strictly."""
    said = run(python.parent / "mkdocs", "build", "--strict", cwd=project, SITE_URL=SITE_URL)
    assert "WARNING" not in said, said
    return project / "site"


@pytest.fixture
def preview(python, project, tmp_path):
    """The address of a running preview."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [python.parent / "mkdocs", "serve", "--livereload", "--dev-addr", host]
    with (tmp_path / "log").open("wb") as log:
        running = subprocess.Popen(
            command, cwd=project, stdout=log, stderr=subprocess.STDOUT, env=variables()
        )
    said = tmp_path / "log"
    end = time.monotonic() + 60
    while "Serving on" not in said.read_text() and time.monotonic() < end:
        time.sleep(0.1)
    yield f"http://{host}/"
    running.terminate()
    running.wait(timeout=30)
    assert "Traceback" not in said.read_text()
    assert "WARNING" not in said.read_text()


def test_the_package_is_that_of_the_wheel(python, tmp_path):
    said = run(python, "-c", "import mkdocs_dossier as it; print(it.__file__)", cwd=tmp_path)
    assert said.startswith(str(python.parents[1]))
    assert run(python.parent / "dossier", "--version", cwd=tmp_path).startswith("dossier, version ")


def test_nothing_is_wrong_with_a_new_dossier(python, project, language):
    said = run(python.parent / "dossier", "check", cwd=project)
    assert "error" not in said
    assert "warning" not in said


def test_readers_find_search_relations_and_map(
    site, language, serve_folder, open_site, see_lines, search
):
    _, places, _, typed, found = LANGUAGES[language]
    address = serve_folder(site)
    page = open_site(f"{address}relations/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    see_lines(page, enough=2)
    expect(page.locator(".d-filter output")).to_be_visible()
    page.goto(f"{address}{places}/")
    [box] = [each.bounding_box() for each in page.locator(".d-map svg:visible").all()]
    assert box["width"] > 300
    expect(page.locator(".d-map svg a:visible").first).to_be_visible()
    page.goto(address)
    search(page, typed, found)


def test_what_is_new_is_told_by_feeds(site, language):
    actors, _, data, _, _ = LANGUAGES[language]
    home = etree.parse(site / "index.html", etree.HTMLParser())
    links = home.xpath("//head/link[@type='application/atom+xml']/@href")
    assert links
    for link in links:
        entries = etree.parse(site / link).findall("{*}entry/{*}link")
        assert all(each.get("href").startswith(SITE_URL) for each in entries)
    told = json.loads((site / data / "feed.json").read_text("utf-8"))
    assert len(told["items"]) == len(etree.parse(site / data / "feed.xml").findall("{*}entry")) > 2
    assert (site / actors / "bruce-ismay/feed.xml").exists()
    assert (site / data / "events.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")


def test_a_preview_serves_what_is_asked_for(project, preview, language, open_site, search):
    actors, places, _, typed, found = LANGUAGES[language]
    for path in ("", f"{actors}/bruce-ismay/", f"{places}/", "relations/", "sitemap.xml"):
        with urllib.request.urlopen(preview + path, timeout=60) as answer:
            assert answer.status == 200
            assert answer.read()
    page = open_site(f"{preview}{actors}/bruce-ismay/")
    expect(page.locator("h1")).to_contain_text("Bruce Ismay")
    search(page, typed, found)


@pytest.mark.parametrize("version", ["3.12", "3.13", "3.14"])
def test_other_pythons_make_the_same_bytes(install, python, root, tmp_path, version):
    other = find_interpreter(version)
    if other is None:
        pytest.skip(f"Python {version} is not installed")
    project = tmp_path / "project"
    shutil.copytree(root / "examples/standard-oil", project, ignore=shutil.ignore_patterns("site"))
    sites = []
    for each in (python, install(other)):
        shutil.rmtree(project / ".cache", ignore_errors=True)
        run(each.parent / "mkdocs", "build", "--strict", cwd=project, SITE_URL=SITE_URL)
        files = [path for path in sorted((project / "site").rglob("*")) if path.is_file()]
        sites.append({path.relative_to(project): path.read_bytes() for path in files})
        shutil.rmtree(project / "site")
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []


def find_interpreter(version):
    """Where a Python of a version is, that runs; None without one."""
    found = shutil.which(f"python{version}")
    runs = found and subprocess.run([found, "-c", ""], capture_output=True).returncode == 0
    return found if runs else None
