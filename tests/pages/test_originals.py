"""Links to the originals on the web: archived, and to the words that were found there."""

import hashlib

import lxml.html

QUOTE = "l'amitié restera forte"
ARTICLE = f"""---
title: Un article
outlet: null
date: 2024-03-22
summary: S.
url: https://exemple.org/a?b=1&c
archive_url: https://archive.org/x
retrieved: 2024-04-02
full_text_sha256: {"0" * 64}
---
Il l'a dit : {QUOTE}.
"""
EVENT = f"""kind: meeting
name: Rencontre
summary: S.
statements:
  - id: forte
    text: Elle restera forte.
    sources: [{{article: a, quote: "{QUOTE}"}}]
"""
VERIFIED = f"""quotes:
  - quote: {hashlib.sha256(QUOTE.encode()).hexdigest()}
    text: {"0" * 64}
    date: 2024-05-01
"""


def test_a_verified_quote_leads_to_its_words_in_the_original(make_pages):
    files = {"articles/a.md": ARTICLE, "events/e.yml": EVENT}
    plain = lxml.html.fromstring(make_pages(files)["e"].html)
    assert plain.xpath("//a[contains(@href, ':~:text')]") == [], "nobody has looked it up"
    page = lxml.html.fromstring(make_pages({**files, "verified.yml": VERIFIED})["e"].html)
    [link] = set(page.xpath("//a[contains(@href, ':~:text')]/@href"))
    assert link == "https://exemple.org/a?b=1&c#:~:text=l%27amiti%C3%A9%20restera%20forte"
    for found in page.xpath("//a[contains(@href, ':~:text')]"):
        assert found.get("data-originalurl") == "https://exemple.org/a?b=1&c"
        assert found.get("data-versionurl") == "https://archive.org/x"
        assert found.get("data-versiondate") == "2024-04-02"


def test_the_link_to_a_document_says_where_and_when_it_was_kept(make_pages, read):
    document = "title: D, url: 'https://exemple.org/d', date: 2024-03-01"
    kept = "retrieved: 2024-04-02, archive_url: 'https://archive.org/d'"
    for more, expected in ((kept, "https://archive.org/d"), ("", None)):
        source = f"sources: [{{document: {{{document}, {more}}}, quote: q}}]\n"
        event = "kind: meeting\nname: E\nsummary: S.\ndate: 2024-03\n" + source
        made = make_pages({"events/e.yml": event})["e"]
        links = lxml.html.fromstring(made.html).xpath("//a[@href='https://exemple.org/d']")
        assert links
        for link in links:
            assert link.get("data-originalurl") == "https://exemple.org/d"
            assert link.get("data-versionurl") == expected
            assert link.get("data-versiondate") == (expected and "2024-04-02")
        assert ("consulté le 2 avril 2024 copie archivée" in read(made)) == bool(expected)


def test_an_archived_copy_is_on_the_web_or_none(make_pages):
    document = "{title: D, url: 'https://exemple.org/d', archive_url: 'javascript:x'}"
    event = f"kind: meeting\nname: E\nsummary: S.\nsources: [{{document: {document}}}]\n"
    assert "javascript" not in make_pages({"events/e.yml": event})["e"].html


def test_the_link_to_an_article_says_where_and_when_it_was_kept(make_pages):
    page = lxml.html.fromstring(make_pages({"articles/a.md": ARTICLE})["a"].html)
    [link] = page.xpath("//a[@data-originalurl]")
    assert link.get("data-originalurl") == link.get("href") == "https://exemple.org/a?b=1&c"
    assert link.get("data-versionurl") == "https://archive.org/x"
    assert link.get("data-versiondate") == "2024-04-02"
