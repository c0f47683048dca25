"""Whatever mkdocs.yml says of addresses, colours and navigation, each link finds its page."""

from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

PLUGINS = "plugins: [dossier, dossier-links, dossier-search, dossier-export]\n"
NAME = "site_name: Essai\n"
CONFIGURATIONS = {
    "nothing": "theme: material\n",
    "flat addresses": "theme: material\nuse_directory_urls: false\n",
    "an address with a path": "theme: material\nsite_url: https://x.example/a/b/\n",
    "an own navigation": "theme: material\nnav: [note.md, {Gens: acteurs/index.md}]\n",
    "own colours": "theme: {name: material, palette: {scheme: slate, primary: red}}\n",
    "no tabs": "theme: {name: material, features: [navigation.sections, toc.integrate]}\n",
    "an own folder": "theme: {name: material, custom_dir: over}\n",
}


@pytest.mark.parametrize("settings", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_links_find_their_pages(project, build, settings):
    (project / "over").mkdir()
    (project / "docs/note.md").write_text("# Note\n\nAnne Martin et [[anne-martin]].\n")
    (project / "mkdocs.yml").write_text(NAME + settings + PLUGINS)
    done = build("--strict")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert "acteurs/anne-martin/index.html" in files
    lost, count = set(), 0
    for name in (name for name in files if name.endswith(".html") and name != "404.html"):
        root = lxml.html.fromstring((site / name).read_text(encoding="utf-8"))
        for link in root.xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src"):
            target = urlsplit(urljoin(f"https://site.test/{name}", link))
            if target.hostname != "site.test":
                continue
            path = unquote(target.path).removeprefix("/")
            count += 1
            if (f"{path}index.html" if path.endswith("/") or not path else path) not in files:
                lost.add((name, link))
    assert count > 50
    assert lost == set()
    page = lxml.html.parse(site / "acteurs/anne-martin/index.html").getroot()
    [menu] = page.find_class("md-sidebar--primary")
    assert (menu.get("hidden") is None) == ("features" in settings)  # without tabs, it leads on
