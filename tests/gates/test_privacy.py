"""A reader's browser asks nobody but the site itself."""

import re
from html.parser import HTMLParser

import pytest

# Relations of <link> that a browser does not fetch.
INERT = {"alternate", "author", "canonical", "license", "me", "next", "prev", "search", "up"}
ELSEWHERE = re.compile(r"\s*(https?:|wss?:|ftp:)?//", re.IGNORECASE)
CSS_ELSEWHERE = re.compile(r"(?:url\(|@import)\s*['\"]?\s*(?:https?:)?//[^)'\"]*", re.IGNORECASE)


class _Resources(HTMLParser):
    """Gathers what a page would fetch from elsewhere."""

    def __init__(self):
        super().__init__()
        self.external = []
        self._tag = ""

    def handle_starttag(self, tag, attributes):
        self._tag = tag
        given = {name: value or "" for name, value in attributes}
        fetched = [given.get(name, "") for name in ("src", "poster", "data", "background")]
        fetched += [source.strip() for source in given.get("srcset", "").split(",")]
        if tag == "link" and not set(given.get("rel", "").lower().split()) <= INERT:
            fetched.append(given.get("href", ""))
        if tag in ("image", "use", "feImage", "feimage"):
            fetched += [given.get("href", ""), given.get("xlink:href", "")]
        self.external += [address for address in fetched if ELSEWHERE.match(address)]
        self.external += CSS_ELSEWHERE.findall(given.get("style", ""))

    def handle_data(self, data):
        if self._tag == "style":
            self.external += CSS_ELSEWHERE.findall(data)


def find_external(html):
    resources = _Resources()
    resources.feed(html)
    return resources.external


def test_no_page_names_a_resource_elsewhere(site_dir):
    pages = sorted(site_dir.rglob("*.html"))
    assert pages
    found = {page.relative_to(site_dir): find_external(page.read_text()) for page in pages}
    assert {page: external for page, external in found.items() if external} == {}


def test_no_style_sheet_names_a_resource_elsewhere(site_dir):
    sheets = sorted(site_dir.rglob("*.css"))
    assert sheets
    found = {
        sheet.relative_to(site_dir): CSS_ELSEWHERE.findall(sheet.read_text()) for sheet in sheets
    }
    assert {sheet: external for sheet, external in found.items() if external} == {}


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<img srcset="a.png 1x, //cdn.example/b.png 2x">',
        '<link rel="preload stylesheet" href="https://cdn.example/x.css">',
        "<style>@import 'https://cdn.example/x.css'</style>",
        '<p style="background: url(//cdn.example/x.png)">',
    ],
)
def test_a_resource_elsewhere_is_found(html):
    assert len(find_external(html)) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">x</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<img src="../assets/x.png" srcset="a.png 1x, b.png 2x">',
        "<style>a { background: url(data:image/svg+xml;utf8,x) }</style>",
    ],
)
def test_a_link_or_a_local_resource_is_no_fault(html):
    assert find_external(html) == []


def test_reading_a_page_asks_nobody_else(page_path, open_page, site_url):
    page = open_page("about:blank")
    asked, failed, errors = [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if not response.ok else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site_url + page_path, wait_until="networkidle")
    page.mouse.wheel(0, 100_000)  # images that load when they come into view
    page.wait_for_load_state("networkidle")
    assert site_url + page_path in asked
    own = (site_url, "data:", "blob:" + site_url)
    assert [address for address in asked if not address.startswith(own)] == []
    assert failed == []
    assert errors == []
