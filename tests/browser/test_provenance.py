"""A reader asks where things come from, in a real browser."""

import re

from playwright.sync_api import expect

VETO = "evenements/veto-conseil-de-securite/"
WANG = "evenements/entretien-kim-wang/"
HIGHLIGHT = """mark => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = getComputedStyle(mark).backgroundColor;
    return canvas.fillStyle;
}"""


def test_the_veto_shows_both_dates_why_and_from_which_origin(open_page):
    page = open_page(VETO)
    dispute = page.locator(".d-dispute")
    versions = dispute.locator(".d-version")
    assert versions.count() == 2
    boxes = [versions.nth(index).bounding_box() for index in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"], "the versions stand side by side"
    wrong, right = (versions.nth(index).inner_text() for index in range(2))
    assert "27 juillet 2023" in wrong
    assert "mis jeudi leur veto" in wrong
    assert "Kim Jong-un reçoit une délégation chinoise à Pyongyang" in wrong
    assert "26 mai 2022" in right
    assert "Nations unies" in right
    assert "dépêche" in dispute.locator(".d-decision").inner_text()
    assert "contesté" in page.locator(".d-facts").inner_text()
    assert (
        "contesté"
        in open_page("evenements/")
        .locator("li", has_text="Veto de la Chine et de la Russie")
        .inner_text()
    )


def test_one_click_leads_from_a_statement_to_its_passage_without_javascript(open_page):
    page = open_page(WANG, javascript=False)
    statement = page.locator("#amitie-forte")
    chain = statement.locator(".d-chain").first.locator("li")
    assert [step.inner_text() for step in chain.all()][:2] == [
        "dit par Wang Huning",
        "relayé par les médias nord-coréens",
    ]
    assert chain.first.locator("a").get_attribute("href").endswith("acteurs/wang-huning/")
    statement.locator(".d-quote a").first.click()
    mark = page.locator("mark:target")
    assert mark.inner_text() == "resterait forte"
    assert mark.evaluate(HIGHLIGHT) != page.locator("mark:not(:target)").first.evaluate(HIGHLIGHT)
    assert 0 < mark.bounding_box()["y"] < 800, "it stands in view"


def test_a_former_anchor_marks_the_fact_that_it_leads_to(open_page):
    look = "each => getComputedStyle(each).backgroundImage"
    offices = open_page("acteurs/wang-huning/#_office-1").locator(".d-offices > li")
    marked = offices.filter(has=offices.page.locator("#_office-1:target"))
    assert "gradient" in marked.evaluate(look)
    assert offices.first.evaluate(look) == "none"


def test_every_link_to_a_passage_finds_it(open_page):
    page = open_page("acteurs/")
    article = open_page("articles/2024-03-kim-song-nam-pekin/")
    anchors = set(article.locator("mark[id]").evaluate_all("all => all.map(each => each.id)"))
    for path in (WANG, "evenements/entretien-kim-cai/", "evenements/visite-kim-song-nam-pekin/"):
        page = open_page(path)
        targets = page.locator("main .d-quote a[href*='2024-03-kim-song-nam-pekin']").evaluate_all(
            "all => all.map(each => each.hash.slice(1))"
        )
        assert targets
        assert set(targets) <= anchors


def test_a_paragraph_leads_back_to_the_statements_that_rest_on_it(open_page):
    page = open_page("articles/2024-03-kim-song-nam-pekin/#entretien-avec-wang")
    uses = page.locator("#entretien-avec-wang + details")
    uses.locator("summary").click()
    uses.get_by_text("L'amitié entre la Chine et la Corée du Nord restera forte").click()
    page.wait_for_url(re.compile(r"entretien-kim-wang/#amitie-forte$"))
    assert page.locator("#amitie-forte:target").count() == 1


def test_trust_says_origins_state_media_and_status_in_one_line(open_page):
    trust = open_page(WANG).locator("#amitie-forte .d-trust").inner_text()
    assert re.fullmatch(r"1 origine\s: KCNA \(média d'État\) · non vérifié", trust)


def test_a_quote_says_when_it_was_verified(open_page):
    quote = open_page(WANG).locator("#amitie-forte .d-quote").first.inner_text()
    assert re.search(r"vérifiée le \d{1,2}(er)? \w+ \d{4}", quote)


def test_readers_filter_statements_by_trust(open_page):
    page = open_page("acteurs/coree-du-nord/")
    form = page.locator(".d-filter-trust:visible").first
    block = form.locator("xpath=..")
    every = block.locator(".d-statement").count()
    assert every >= 6
    form.get_by_label("médias d'État seuls").check()
    shown = [each.inner_text() for each in block.locator(".d-statement:visible").all()]
    assert 0 < len(shown) < every
    assert all(re.search("médias? d'État", text) for text in shown)
    assert form.locator("output").inner_text() == f"{len(shown)} / {every}"
    form.get_by_label("aucune origine").check()
    assert block.locator(".d-statement:visible").count() == 0
    assert form.locator("output").inner_text().startswith("Aucune déclaration")
    form.get_by_role("button", name="Tout montrer").click()
    expect(block.locator(".d-statement:visible")).to_have_count(every)
    expect(form.locator("output")).to_be_empty()


def test_a_citation_is_copied(open_page):
    page = open_page(WANG)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cite = page.locator("#amitie-forte .d-cite")
    cite.locator("summary").click()
    button = cite.get_by_role("button", name="BibTeX")
    button.click()
    expect(button).to_have_text("Copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@misc{entretien-kim-wang-amitie-forte,")
    assert copied == cite.locator("pre").first.inner_text().strip()


def test_every_kind_of_page_says_how_to_cite_it(open_page):
    for path in ("", WANG, "methode/", "couverture/", "articles/2024-03-kim-song-nam-pekin/"):
        cite = open_page(path, javascript=False).locator(".d-cite-page .d-cite").last
        cite.locator("summary").click()
        assert "Chine – Corée du Nord" in cite.locator(".d-cite__text").inner_text(), path
        assert cite.locator("button:visible").count() == 0, "nothing to press without the script"


def test_zotero_finds_the_article(open_page):
    page = open_page("articles/2024-03-kim-song-nam-pekin/")
    metas = dict(
        page.locator("meta[name^=citation_]").evaluate_all(
            "all => all.map(m => [m.name, m.content])"
        )
    )
    assert (
        metas["citation_title"] == "Des responsables nord-coréens et chinois se réunissent à Pékin"
    )
    assert metas["citation_publication_date"] == "2024/03"
    assert "citation_journal_title" not in metas, "the outlet is unknown"


def test_corrections_have_a_page_and_a_feed(open_page):
    page = open_page("corrections/")
    feed = page.locator("link[rel~=alternate][type='application/atom+xml']").get_attribute("href")
    answer = page.request.get(page.url + feed)
    assert answer.ok
    assert "<feed" in answer.text()


def test_coverage_names_file_and_line(open_page):
    page = open_page("couverture/")
    first = page.locator(".d-coverage li").first
    assert re.search(r"\w+/[\w-]+\.(yml|md), ligne \d+", first.text_content())
