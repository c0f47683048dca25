"""Every page can be reached from the home page in three clicks."""

import re
from urllib.parse import unquote, urldefrag, urljoin

LINK = re.compile(r"<a\b[^>]*?\bhref=[\"']?([^\"' >]+)")


def follow_links(site_dir, page):
    """The pages that a page links to, as paths within the site."""
    text = (site_dir / page).read_text()
    for target in LINK.findall(text):
        address = unquote(urldefrag(urljoin(f"http://site/{page}", target)).url)
        if address.startswith("http://site/"):
            path = address.removeprefix("http://site/")
            yield path + "index.html" if path.endswith("/") or not path else path


def count_clicks(site_dir):
    """The pages that can be reached from the home page, with the clicks that it takes."""
    clicks, waiting = {"index.html": 0}, ["index.html"]
    for page in waiting:
        for target in follow_links(site_dir, page):
            if target not in clicks and target.endswith(".html") and (site_dir / target).exists():
                clicks[target] = clicks[page] + 1
                waiting.append(target)
    return clicks


def is_redirect(path):
    return 'http-equiv="refresh"' in path.read_text()


def test_every_page_is_three_clicks_from_home(site_dir):
    clicks = count_clicks(site_dir)
    pages = {
        path.relative_to(site_dir).as_posix()
        for path in site_dir.rglob("*.html")
        if path.name != "404.html" and not is_redirect(path)
    }
    assert pages - clicks.keys() == set()
    assert {page: count for page, count in clicks.items() if count > 3} == {}


def test_a_page_without_a_way_to_it_is_found(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a class="x" href="a/#top">a</a> <a href="//b/">b</a>')
    (tmp_path / "a/index.html").write_text('<a href="../">home</a>')
    (tmp_path / "lost.html").write_text('<a href="index.html">home</a>')
    assert count_clicks(tmp_path) == {"index.html": 0, "a/index.html": 1}
