"""The policy of the pages in a real browser: what the site needs works, and nothing else runs."""

import pytest
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_dossier.site import pages

KINDS = (
    "",
    "404.html",
    "acteurs/",
    "acteurs/wang-huning/",
    "acteurs/chine/",
    "evenements/veto-conseil-de-securite/",
    "articles/2025-09-kim-xi-pekin/",
    "lieux/",
    "lieux/pekin/",
    "themes/missile-hwasong/",
    "relations/",
    "relations/chine--coree-du-nord/",
    "chronologie/",
    "etiquettes/",
    "lectures/visites-pekin-pyongyang/",
    "corrections/",
    "couverture/",
    "methode/",
)
COUNT = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


@pytest.fixture
def watch(open_page, site_url):
    """A function that opens a page of the site under watch; and gives what the policy refused."""

    def open_(path, **options):
        page = open_page("about:blank", **options)
        page.add_init_script(COUNT)
        page.goto(site_url + path, wait_until="networkidle")
        return page

    return open_


@pytest.mark.parametrize("path", KINDS)
def test_no_page_needs_what_its_policy_refuses(watch, path):
    page = watch(path)
    assert page.evaluate("violations") == []


def test_search_cards_filters_and_palette_work_under_the_policy(watch):
    page = watch("acteurs/")
    page.keyboard.press("/")
    page.fill("#d-search input", "pekin")
    page.locator("#d-search strong").first.wait_for()
    page.click("#d-search .d-search-close")
    page.locator(".md-content a[data-record]").first.hover()
    page.locator(".d-preview").wait_for(state="visible")
    before = page.locator("body").get_attribute("data-md-color-media")
    page.locator("label[for^=__palette]:visible").first.click()
    assert page.locator("body").get_attribute("data-md-color-media") != before
    assert page.evaluate("violations") == []


def test_the_palette_chosen_is_there_from_the_first_paint_of_the_next_page(watch, site_url):
    page = watch("methode/")
    page.locator("label[for^=__palette]:visible").first.click()
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.goto(f"{site_url}couverture/")
    assert page.locator("body").get_attribute("data-md-color-media") == chosen


NAME = (
    "<img src=x onerror=ran=1><script>ran=1</script><svg onload=ran=1><a href='javascript:ran=1'>"
)


def test_what_slips_through_all_escaping_does_not_run(
    tmp_path, monkeypatch, serve_folder, open_page
):
    monkeypatch.setattr(pages, "escape", Markup)
    files = {
        "mkdocs.yml": "site_name: Essai\ntheme: material\nplugins: [dossier]\n",
        "docs/note.md": "# Note\n",
        "dossier/dossier.yml": "title: Essai\nlanguage: fr\n",
        "dossier/actors/zed.yml": f'kind: person\nname: "Zed {NAME}"\nsummary: Une.\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert NAME in (tmp_path / "site/acteurs/zed/index.html").read_text()
    page = open_page(f"{serve_folder(tmp_path / 'site')}acteurs/zed/")
    page.wait_for_load_state("networkidle")
    page.locator("a[href^=javascript]").first.dispatch_event("click")
    assert page.evaluate("typeof ran") == "undefined"
    assert page.locator("html.js").count() == 1, "the theme's own scripts run"
