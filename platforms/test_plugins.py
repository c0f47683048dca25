"""A dossier beside plugins of others, named before its own or after: each does its work."""

import shutil
import subprocess

import lxml.html
import pytest

REDIRECTS = "{gone.md: note.md, was/ismay.md: actors/bruce-ismay.md, old.md: actors/index.md}"
LANGUAGES = """\
[{locale: en, name: English, build: true, default: true}, {locale: fr, name: Français, build: true}]
"""
PLUGINS = {
    "redirects": f"redirects: {{redirect_maps: {REDIRECTS}}}",
    "macros": "macros",
    "blog": "blog",
    "i18n": f"i18n: {{docs_structure: suffix, languages: {LANGUAGES.strip()}}}",
}
OURS = ("dossier: {trusted_docs: true}", "dossier-links", "dossier-search", "dossier-export")
FILES = {
    "docs/note.md": "# Note\n\nThe Titanic sank in {{ 1911 + 1 }}; [[bruce-ismay]].\n",
    "docs/note.fr.md": "# Remarque\n\nLe Titanic, {{ 1911 + 1 }} ; [[bruce-ismay]].\n",
    "docs/blog/posts/first.md": (
        "---\ndate: 2024-01-31\n---\n# First\n\nThe Titanic sank.\n\n<!-- more -->\n\nIt did.\n"
    ),
}
NEEDED = {"docs/note.fr.md": "i18n", "docs/blog/posts/first.md": "blog"}


@pytest.fixture(scope="module")
def start(tmp_path_factory, environment):
    """A new dossier in English."""
    folder = tmp_path_factory.mktemp("start") / "project"
    command = [environment("plugins"), "-m", "mkdocs_dossier", "init", folder]
    subprocess.run([*command, "--language", "en"], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def make(start, build, tmp_path_factory):
    """A function that builds it beside plugins, which stand before the dossier's own or after."""

    def make_(*names, last=False):
        project = tmp_path_factory.mktemp("beside") / "project"
        shutil.copytree(start, project)
        for path, text in FILES.items():
            if path not in NEEDED or NEEDED[path] in names:
                (project / path).parent.mkdir(parents=True, exist_ok=True)
                (project / path).write_text(text, "utf-8")
        given = [PLUGINS[name] for name in names]
        listed = [*OURS, *given] if last else [*given, *OURS]
        (project / "mkdocs.yml").write_text(
            "site_name: Trial\ntheme: {name: material}\nplugins:\n"
            + "".join(f"  - {each}\n" for each in listed),
            "utf-8",
        )
        return build(project, "plugins", "mkdocs")

    return make_


@pytest.fixture(scope="module")
def plain(make):
    """The site without plugins of others."""
    return read_contents(make())


def read(site, path):
    return lxml.html.parse(site / path).getroot()


def read_contents(site):
    """The language and the text of each page of the dossier, by its path."""
    return {
        path.relative_to(site).as_posix(): (root.get("lang"), content[0].text_content().split())
        for path in sorted(site.rglob("*.html"))
        if (root := lxml.html.parse(path).getroot()).xpath("//meta[@name='dossier:record']")
        and (content := root.xpath("//article"))
    }


def find_dead_links(site):
    """Links of all pages to pages that are not there."""
    for path in sorted(site.rglob("index.html")):
        for link in read(site, path).xpath("//a/@href"):
            target = (path.parent / link.partition("#")[0].partition("?")[0]).resolve()
            if ":" not in link and not (target.is_file() or (target / "index.html").is_file()):
                yield path.relative_to(site).as_posix(), link


@pytest.mark.parametrize("last", [False, True], ids=["before", "after"])
class TestEach:
    def test_redirects_lead_to_pages_of_the_dossier(self, make, plain, last):
        site = make("redirects", last=last)
        for page, target in (("was/ismay", "../../actors/bruce-ismay/"), ("old", "../actors/")):
            assert f'url={target}"' in (site / page / "index.html").read_text()
        assert read_contents(site) == plain
        assert list(find_dead_links(site)) == []

    def test_macros_are_put_into_pages_by_hand(self, make, plain, last):
        site = make("macros", last=last)
        [content] = read(site, "note/index.html").xpath("//article")
        assert "sank in 1912; " in content.text_content()
        assert {"../topics/titanic/", "../actors/bruce-ismay/"} <= set(content.xpath(".//a/@href"))
        assert read_contents(site) == plain

    def test_a_blog_names_what_the_dossier_holds(self, make, plain, last):
        site = make("blog", last=last)
        post = "blog/2024/01/31/first/index.html"
        links = read(site, post).xpath("//article//a/@href")
        assert "../../../../../topics/titanic/" in links
        assert read_contents(site) == plain
        assert list(find_dead_links(site)) == []

    def test_the_dossier_stands_once_where_docs_are_translated(self, make, plain, last):
        site = make("i18n", last=last)
        page = read(site, "fr/note/index.html")
        assert page.get("lang") == "fr"
        links = page.xpath("//article//a/@href")
        assert "../../actors/bruce-ismay/" in links
        assert read_contents(site) == plain
        assert not (site / "fr/actors").exists()
        assert (site / "pagefind/pagefind-entry.json").exists()
        assert "actors/bruce-ismay/</loc>" in (site / "sitemap.xml").read_text()


@pytest.mark.parametrize(
    "names", [("redirects", "macros", "blog"), ("macros", "i18n", "redirects")]
)
def test_several_together(make, plain, names):
    site = make(*names)
    assert read_contents(site) == plain
    assert 'url=../../actors/bruce-ismay/"' in (site / "was/ismay/index.html").read_text()
    assert "1912" in (site / "note/index.html").read_text()
