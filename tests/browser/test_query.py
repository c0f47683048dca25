"""A reader asks the database in the browser, by question and blanks or in SQL."""

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from mkdocs_dossier.exports.csv_tables import read_cell
from mkdocs_dossier.pages.query.gather import read_questions

PATH = "donnees/interroger/"
MET = f"{PATH}?q=met&person=kim-jong-un&from=2023"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
MANY = f"{ENDLESS.partition(' SELECT count')[0]} SELECT i FROM n"
CELLS = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"


@pytest.fixture
def ask(open_page):
    """A function that opens the page and waits for the database."""

    def open_(path=PATH, **how):
        page = open_page(path, **how)
        page.locator("form.d-query").wait_for()
        return page

    return open_


@pytest.fixture
def run_sql(ask):
    """A function that runs SQL on the page, and gives that."""
    page = ask(f"{PATH}?q=sql")

    def run(sql):
        page.locator("textarea").fill(sql)
        page.locator("[data-run]").click()
        return page

    return run


@pytest.fixture(scope="module")
def database(site_dir):
    file = f"file:{site_dir}/donnees/dossier.sqlite?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as connection:
        yield connection


def said(page):
    return page.locator("[data-query-said]")


def test_whom_somebody_met_as_the_database_says_each_with_its_page(ask, database, site_dir):
    page = ask(MET)
    page.locator(".d-answer").wait_for()
    rows = page.locator(".d-answer tbody tr").evaluate_all(CELLS)
    asked = database.execute(
        "SELECT person_name, met_name, coalesce(met_offices, ''), event_name, date,"
        " coalesce(origins, ''),"
        " CASE state_media_only WHEN 1 THEN 'oui' ELSE 'non' END FROM who_met_whom"
        " WHERE person = 'kim-jong-un' AND date_latest >= '2023'"
    )
    assert rows == [list(row) for row in asked]
    assert len(rows) > 5
    links = page.locator(".d-answer tbody a").evaluate_all("all => all.map(each => each.href)")
    assert len(links) >= len(rows)
    for link in links:
        assert (site_dir / urlsplit(link).path.lstrip("/") / "index.html").is_file()
    assert len({link.partition("/evenements/")[2] for link in links}) == len(rows), "each its own"
    expect(page.locator("caption")).to_contain_text("Qui a rencontré Kim Jong-un depuis 2023, dans")
    page.locator("fieldset:not([hidden]) [name=to]").fill("-0043-03")
    written = page.locator("textarea").input_value()
    assert "date_latest_number >= 20230000" in written
    assert "date_earliest_number <= -429601" in written


def test_a_statement_leads_to_its_place_on_the_page(ask):
    page = ask(f"{PATH}?q=said&speaker=wang-huning")
    link = page.locator(".d-answer tbody tr").first.locator("a").last
    target = link.get_attribute("href")
    assert "#" in target
    link.click()
    page.locator(f"[id='{target.partition('#')[2]}']").wait_for()


def test_every_question_can_be_asked_and_each_row_leads_to_what_it_says(ask, site_dir):
    page, led = ask(), set()
    for id in read_questions()["questions"]:
        page.locator("select[name=q]").select_option(id)
        for field in page.locator("fieldset:not([hidden]) [required]").all():
            field.fill("Pékin")
        page.locator("form.d-query [type=submit]").click()
        expect(said(page)).to_contain_text("ligne") if id == "search" else expect(
            said(page)
        ).not_to_have_text("Recherche en cours…")
        assert said(page).get_attribute("data-failed") is None, said(page).text_content()
        if page.locator(".d-answer").is_visible():
            rows = page.locator(".d-answer tbody tr")
            assert rows.count() == page.locator(".d-answer tbody tr:has(a[href])").count(), id
            assert not re.search(r"…|\[|\]| [,.?]", page.locator("caption").text_content()), id
            links = page.locator(".d-answer tbody a").evaluate_all(
                "all => all.map(each => each.href)"
            )
            led |= set(links)
    places = {tuple(urlsplit(link)[2::2]) for link in led if "#" in link}
    kinds = {re.split(r"[-\d]", anchor)[0] for _, anchor in places}
    assert {"_relation", "_office", "_participant"} <= kinds
    for path, anchor in places:
        text = (site_dir / path.lstrip("/") / "index.html").read_text("utf-8")
        assert re.search(f'id="?{re.escape(anchor)}[" >]', text), (path, anchor)


def test_an_open_blank_is_not_said_and_no_space_comes_before_a_comma(ask):
    page = ask(f"{PATH}?q=met")
    caption = page.locator("caption")
    expect(caption).to_have_text("Qui a rencontré qui, dans quelle fonction, d'après qui\u202f?")
    page.locator("fieldset:not([hidden]) input").last.fill("2024")
    page.keyboard.press("Enter")
    expect(caption).to_contain_text("Qui a rencontré qui jusqu'à 2024, dans quelle fonction")
    left = "each => each.getBoundingClientRect().left"
    right = "each => each.getBoundingClientRect().right"
    blank = page.locator("fieldset:not([hidden]) input").last.evaluate(right)
    comma = page.locator("fieldset:not([hidden]) [data-clause] > span").last.evaluate(left)
    assert abs(comma - blank) < 2


@pytest.mark.parametrize("id", read_questions()["questions"])
def test_no_question_is_wider_than_a_phone(ask, id):
    page = ask(f"{PATH}?q={id}", width=360)
    page.locator("fieldset:not([hidden])").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_question_and_blanks_stand_in_the_address_and_back_undoes_a_question(ask):
    page = ask()
    page.locator("fieldset:not([hidden]) select").select_option("xi-jinping")
    page.locator("fieldset:not([hidden]) input").first.fill("2024")
    page.keyboard.press("Enter")
    page.locator(".d-answer").wait_for()
    assert urlsplit(page.url).query == "q=met&person=xi-jinping&from=2024"
    page.locator("select[name=q]").select_option("state-media")
    page.locator("form.d-query [type=submit]").click()
    page.wait_for_url("**?q=state-media")
    page.go_back()
    expect(page.locator("caption")).to_contain_text("Xi Jinping")
    assert page.locator("fieldset:not([hidden]) input").first.input_value() == "2024"


def test_sql_is_that_of_the_question_and_may_be_changed(ask):
    page = ask(MET)
    page.locator(".d-query summary").click()
    sql = page.locator("textarea").input_value()
    assert "person = 'kim-jong-un'" in sql
    page.locator("textarea").fill("SELECT count(*) AS count FROM events")
    page.locator("[data-run]").click()
    expect(page.locator(".d-answer th")).to_have_text("Combien")


def test_sql_of_an_address_is_shown_and_not_run(ask):
    page = ask(f"{PATH}?q=sql&sql={quote('SELECT 1 AS rumour')}")
    assert page.locator("textarea").input_value() == "SELECT 1 AS rumour"
    expect(said(page)).to_contain_text("celle du dossier"[:6])
    assert page.locator(".d-answer").count() == 0
    page.locator("[data-run]").click()
    expect(page.locator(".d-answer td")).to_have_text("1")


def test_what_the_database_holds_is_text(run_sql):
    page = run_sql("SELECT '<img src=x onerror=\"ran=1\">' AS \"<b>a</b>\", '[[wang-huning|W]]' b")
    assert page.locator(".d-answer td").all_text_contents() == ['<img src=x onerror="ran=1">', "W"]
    assert page.locator(".d-answer th").first.text_content() == "<b>a</b>"
    assert page.locator(".d-answer img").count() == 0
    run_sql("SELECT 'javascript:ran=1' AS address, 'https://example.org/' AS id, '//x.org/a/' c")
    assert page.locator(".d-answer td a").count() == 0


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT * FROM nowhere", "ni table ni vue « nowhere »"),
        ("SELECT colour FROM events", "pas de colonne « colour »"),
        ("SELECT FROM events", "à partir de « FROM »"),
        ("SELECT (1", "s'interrompt"),
        ("SELECT nix(1)", "pas de fonction « nix »"),
        ("SELECT id FROM events JOIN facts", "plusieurs tables"),
        ("DELETE FROM events", "non changées"),
        ("ATTACH 'x.db' AS x", "non changées"),
        ("SELECT zeroblob(30000000)", "trop de mémoire"),
        (" ", "rien à exécuter"),
    ],
)
def test_an_error_is_said_in_plain_words(run_sql, sql, words):
    page = run_sql(sql)
    expect(said(page)).to_contain_text(words.replace("« ", "«\u00a0").replace(" »", "\u00a0»"))
    assert said(page).get_attribute("data-failed") == ""


def test_an_endless_question_leaves_the_page_alone_and_can_be_stopped(run_sql):
    page = run_sql(ENDLESS)
    assert page.evaluate("document.title")
    page.locator("[data-stop]").click()
    expect(said(page)).to_contain_text("Arrêté")
    run_sql("SELECT 2 AS two")
    expect(page.locator(".d-answer td")).to_have_text("2")


def test_an_endless_question_ends_by_itself(run_sql):
    page = run_sql(ENDLESS)
    expect(said(page)).to_contain_text("10 secondes", timeout=20_000)


def test_of_a_long_answer_the_first_rows(run_sql):
    page = run_sql(MANY)
    expect(said(page)).to_contain_text("premières lignes")
    assert page.locator(".d-answer tbody tr").count() == 1000


def test_the_answer_can_be_taken_as_csv_and_runs_nothing_in_a_spreadsheet(run_sql):
    page = run_sql("SELECT '=1+1' AS a, 'x;=2' AS b, 'say \"hi\",\n' AS c, NULL AS d, 3 AS e")
    page.locator(".d-answer").wait_for()
    with page.expect_download() as taken:
        page.locator("[data-query-take] a").first.click()
    text = taken.value.path().read_bytes().decode()
    head, row = csv.reader(io.StringIO(text, newline=""))
    assert head == ["a", "b", "c", "d", "e"]
    assert row == ["'=1+1", "x;'=2", 'say "hi",\n', "", "3"]
    assert [read_cell(each) for each in row[:2]] == ["=1+1", "x;=2"]


def test_the_answer_can_be_taken_as_json(run_sql):
    page = run_sql("SELECT '=1+1' AS a, NULL AS b, 3 AS b, '</script>' AS c")
    page.locator(".d-answer").wait_for()
    with page.expect_download() as taken:
        page.locator("[data-query-take] a").last.click()
    assert taken.value.suggested_filename.endswith(".json")
    found = json.loads(taken.value.path().read_bytes())
    assert found == [{"a": "=1+1", "b": None, "b_2": 3, "c": "</script>"}]


def test_an_address_that_asks_for_what_is_not_there_says_so(ask):
    page = ask(f"{PATH}?q=met&person=nobody")
    expect(said(page)).to_contain_text("nobody")
    page = ask(f"{PATH}?q=nothing")
    expect(said(page)).to_contain_text("nothing")
    page = ask(f"{PATH}?q=met&from=soon")
    expect(said(page)).to_contain_text("« soon »".replace("« ", "«\u00a0").replace(" »", "\u00a0»"))


def test_without_javascript_the_downloads_are_listed(open_page, site_dir):
    page = open_page(PATH, javascript=False)
    assert not page.locator("form.d-query").is_visible()
    links = page.locator("[data-query-off] a").evaluate_all("all => all.map(each => each.href)")
    assert any(link.endswith(".sqlite") for link in links)
    for link in links:
        path = site_dir / urlsplit(link).path.lstrip("/")
        assert (path if path.suffix else path / "index.html").is_file()


def test_where_the_database_is_missing_the_page_says_so(open_page, site_url):
    page = open_page("about:blank")
    page.route("**/*.sqlite", lambda route: route.fulfill(status=404))
    page.goto(site_url + PATH)
    expect(said(page)).to_contain_text("404")
    assert page.locator("[data-query-off]").is_visible()


def test_much_data_is_loaded_only_when_the_reader_says_so(open_page, site_url, site_dir):
    page = open_page("about:blank")
    html = (site_dir / PATH / "index.html").read_text("utf-8")
    large = re.sub(r'data-bytes="\d+"', 'data-bytes="61000000"', html)
    page.route(
        "**/interroger/?*", lambda route: route.fulfill(body=large, content_type="text/html")
    )
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}{MET}", wait_until="networkidle")
    assert not [url for url in asked if url.endswith(".sqlite")]
    page.locator("[data-query-load]").click()
    page.locator(".d-answer").wait_for()
    assert not page.locator("[data-query-load]").is_visible()


def test_only_this_page_loads_the_database(open_page, site_url):
    page = open_page("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("donnees/", "acteurs/wang-huning/"):
        page.goto(site_url + path, wait_until="networkidle")
    assert not [url for url in asked if "sqlite" in url or "query" in url]
