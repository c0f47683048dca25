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
    "donnees/interroger/",
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
    page.fill("#_search input", "pekin")
    page.locator("#_search strong").first.wait_for()
    page.click("#_search .d-search-close")
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


@pytest.fixture
def publish(tmp_path, serve_folder):
    """A function that builds a small project with a record of this name, and gives its page."""

    def run(name):
        files = {
            "mkdocs.yml": "site_name: Essai\ntheme: material\nplugins: [dossier]\n",
            "docs/note.md": "# Note\n",
            "dossier/dossier.yml": "title: Essai\nlanguage: fr\n",
            "dossier/actors/zed.yml": f'kind: person\nname: "{name}"\nsummary: Une.\n',
        }
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        config = load_config(str(tmp_path / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        return f"{serve_folder(tmp_path / 'site')}acteurs/zed/"

    return run


def test_what_slips_through_all_escaping_does_not_run(publish, tmp_path, monkeypatch, open_page):
    monkeypatch.setattr(pages, "escape", Markup)
    page = open_page(publish(f"Zed {NAME}"))
    assert NAME in (tmp_path / "site/acteurs/zed/index.html").read_text()
    page.wait_for_load_state("networkidle")
    page.locator("a[href^=javascript]").first.dispatch_event("click")
    assert page.evaluate("typeof ran") == "undefined"
    assert page.locator("html.js").count() == 1, "the theme's own scripts run"


def test_colours_and_face_hang_on_no_setting_of_the_theme(publish, open_page):
    page = open_page(publish("Zed"))
    style = "(name) => getComputedStyle(document.body).getPropertyValue(name)"
    for name in ("--d-paper", "--d-tone-friend", "--d-state-1"):
        assert page.evaluate(style, name), name
    assert page.evaluate(style, "background-color") == "rgb(253, 252, 250)"
    assert "Inter" in page.evaluate(style, "font-family")


def test_a_name_that_runs_the_other_way_stays_within_itself(publish, open_page):
    page = open_page(publish("محمد"))
    title = page.locator("h1").evaluate("(element) => getComputedStyle(element).unicodeBidi")
    assert title == "isolate"
