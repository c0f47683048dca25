"""The same dossier through another program and another theme gives the same pages.

Through ProperDocs every byte is the same, but for the generator's name. MaterialX lays pages out in
its own way: what a page says, what its head tells other programs, and every file that is no page
are the same.
"""

import re
import shutil
import subprocess

import lxml.html
import pytest
from lxml import etree

GENERATOR = re.compile(rb'<meta name="generator" content="([^"]*)">')
THEIRS = re.compile(r"assets/(?:images|javascripts|stylesheets)/")
"""What a theme brings along; what is ours lies in assets/dossier/."""
STYLE = re.compile(r"style-src [^;]*")
"""What the policy says of style sheets: it knows the element that imports the theme's."""
PROJECTS = ("shipped", "standard-oil", "new")


@pytest.fixture(scope="module", params=PROJECTS)
def project(request, root, tmp_path_factory, environment):
    """A folder with a dossier: the shipped one, the example in English, a new one in German."""
    folder = tmp_path_factory.mktemp(request.param) / "project"
    if request.param == "new":
        command = [environment("properdocs"), "-m", "mkdocs_dossier", "init", folder]
        subprocess.run([*command, "--language", "de"], check=True, capture_output=True)
        return folder
    source = root if request.param == "shipped" else root / "examples" / request.param
    for name in ("dossier", "docs"):
        shutil.copytree(source / name, folder / name)
    shutil.copy(source / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def expected(project, build):
    """The site through MkDocs and Material."""
    return build(project, "properdocs", "mkdocs", "expected")


def read_files(site):
    """Every file of a site, by its path."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def find_different(one, other):
    """The paths of files that two sites have not alike."""
    return sorted(name for name in one | other if one.get(name) != other.get(name))


def test_properdocs_gives_the_same_bytes(project, expected, build):
    wanted = read_files(expected)
    found = read_files(build(project, "properdocs", "properdocs", "properdocs"))
    names = {name for page in found.values() for name in GENERATOR.findall(page)}
    assert len(names) == 1
    assert b"ProperDocs" in names.pop()
    for files in (wanted, found):
        for name, content in files.items():
            files[name] = GENERATOR.sub(b"", content)
    assert len(wanted) > 50
    assert find_different(wanted, found) == []


def test_materialx_gives_the_same_pages(project, expected, build):
    wanted = read_files(expected)
    settings = project / "mkdocs.yml"
    written = settings.read_text("utf-8")
    settings.write_text(written.replace("name: material\n", "name: materialx\n"), "utf-8")
    try:
        found = read_files(build(project, "materialx", "properdocs", "materialx"))
    finally:
        settings.write_text(written, "utf-8")
    assert any(b"mkdocs-materialx" in name for name in GENERATOR.findall(found["index.html"]))
    pages = [name for name in wanted if name.endswith(".html")]
    for files in (wanted, found):
        for name in list(files):
            if THEIRS.match(name):
                del files[name]
            elif name in pages and b"</article>" in files[name]:
                files[name] = describe_page(files[name])
    assert len(pages) > 15
    assert find_different(wanted, found) == []


def describe_page(page):
    """What a page says, whatever its layout: its language, its head, its content, its footer."""
    root = lxml.html.document_fromstring(page)
    head = [
        STYLE.sub("style-src", " ".join(etree.tostring(each, encoding="unicode").split()))
        for each in root.head
        if each.get("name") != "generator"
        and not THEIRS.search(each.get("href") or (each.text or "" if each.tag == "style" else ""))
    ]
    [content] = root.xpath("//article[contains(@class, 'md-content__inner')]")
    modules = root.xpath("//script[@type='module']/@src")
    links = root.xpath("//header//a/@href | //footer//a/@href | //nav//a/@href")
    written = [etree.tostring(each, encoding="unicode").strip() for each in content]
    return root.get("lang"), head, written, modules, sorted(set(links))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_materialx_shows_graph_and_search(
    root, tmp_path, build, serve_folder, open_site, see_lines, search, scheme, width
):
    project = tmp_path / "project"
    shutil.copytree(root / "examples/standard-oil", project, ignore=shutil.ignore_patterns("site"))
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("name: material\n", "name: materialx\n"))
    address = serve_folder(build(project, "materialx", "properdocs"))
    page = open_site(f"{address}relations/", width=width, scheme=scheme)
    see_lines(page)
    page.goto(address)
    search(page, "standard oil", "Standard Oil")
