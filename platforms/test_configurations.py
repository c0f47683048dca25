"""Whatever mkdocs.yml says of the theme, graph, filters and search work in a browser."""

import re
import shutil

import pytest
from playwright.sync_api import expect

CONFIGURATIONS = {
    "nothing": "theme: material",
    "no font": "theme: {name: material, font: false}",
    "own colours": "theme: {name: material, palette: {scheme: slate, primary: red, accent: lime}}",
    "two palettes": (
        "theme: {name: material, palette: [{scheme: default, toggle: {icon: material/weather-night,"
        " name: Dark}}, {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}]}"
    ),
    "instant": "theme: {name: material, features: [navigation.instant, navigation.tracking]}",
    "tabs": "theme: {name: material, features: [navigation.tabs, navigation.tabs.sticky]}",
    "no tabs": "theme: {name: material, features: [navigation.sections, toc.integrate]}",
    "flat addresses": "theme: material\nuse_directory_urls: false",
    "an address with a path": "theme: material\nsite_url: https://x.example/a/b/",
    "an own navigation": "theme: material\nnav: [note.md, {Ties: relations/index.md}]",
    "an own folder": "theme: {name: material, custom_dir: over}",
}
PLUGINS = "\nplugins: [dossier, dossier-links, dossier-search, dossier-export]\n"


@pytest.fixture(params=CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def address(request, root, tmp_path, build, serve_folder):
    """Where a site of these settings is served."""
    project = tmp_path / "project"
    shutil.copytree(root / "examples/standard-oil/dossier", project / "dossier")
    (project / "docs").mkdir()
    (project / "docs/note.md").write_text("# Note\n\nStandard Oil.\n", "utf-8")
    (project / "over").mkdir()
    settings = f"site_name: Trial\n{request.param}{PLUGINS}"
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    return serve_folder(build(project, "plugins", "mkdocs"))


def test_graph_filters_and_search_work(address, open_site, see_lines, search):
    page = open_site(f"{address}actors/")
    page.locator("a[href$='relations/']:visible").first.click()  # as a reader gets there
    expect(page.locator("h1")).to_have_text("Relations")
    see_lines(page)
    rows = page.locator("#_facts tr[data-item]:visible")
    every = rows.count()
    expect(page.locator(".d-filter output")).to_have_text(re.compile(r"\d"))  # the script is there
    page.locator(".d-filter select[name=status]").select_option(index=1)
    expect(page).to_have_url(re.compile(r"\?status="))
    expect(rows).not_to_have_count(every)
    assert rows.count() > 0
    page.goto(address)
    search(page, "standard oil", "Standard Oil")
