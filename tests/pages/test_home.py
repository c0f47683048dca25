"""The home page: its numbers are true, and each of its links leads somewhere."""

ARTICLE = "---\n{title: A, outlet: null, date: 2024, summary: A.}\n---\nTexte.\n"
TOPIC = """\
kind: concept
name: T
summary: T.
sources: [{article: un}, {article: un}]
statements: [{id: s, text: S., sources: [{article: un}]}]
"""


def test_each_source_is_counted_once(make_site, read):
    pages = make_site({"articles/un.md": ARTICLE, "topics/t.yml": TOPIC})
    assert "renvois aux sources 3" in read(pages[""])
