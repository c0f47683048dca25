"""The home page: its numbers are true, and each of its links leads somewhere."""

import posixpath

import lxml.html
import pytest

ARTICLE = "---\n{title: A, outlet: null, date: 2024, summary: A.}\n---\nTexte.\n"
TOPIC = """\
kind: concept
name: T
summary: T.
sources: [{article: un}, {article: un}]
statements: [{id: s, text: S., sources: [{article: un}]}]
"""
STATES = {
    f"actors/{id}.yml": f"{{kind: state, name: {id}, summary: S.}}\n" for id in ("nord", "sud")
}
PEOPLE = {
    f"actors/{id}.yml": f"{{kind: person, name: {id}, summary: P., country: {country}}}\n"
    for id, country in (("ada", "nord"), ("bo", "sud"))
}
EVENT = "{{kind: {kind}, name: {name}, summary: E., date: {date}, participants: [{who}]}}\n"


def find_dead_links(site):
    """Links between pages that lead to no page, or to an anchor that the page has not."""
    roots = {
        address: lxml.html.fragment_fromstring(page.html, create_parent=True)
        for address, page in site.items()
    }
    anchors = {address: set(root.xpath("//@id")) for address, root in roots.items()}
    for address, root in roots.items():
        for link in root.xpath("//a/@href"):
            path, _, anchor = link.partition("#")
            path = path.partition("?")[0]
            if "://" in link or path.endswith(".xml"):
                continue
            target = posixpath.normpath(posixpath.join("/", address, path)).strip("/")
            target = f"{target}/" if target else ""
            if target not in site or (anchor and anchor not in anchors[target]):
                yield address, link


def test_each_source_is_counted_once(make_site, read):
    pages = make_site({"articles/un.md": ARTICLE, "topics/t.yml": TOPIC})
    assert "renvois aux sources 3" in read(pages[""])


@pytest.mark.parametrize(
    "files",
    [
        {},
        PEOPLE | STATES,
        {"events/e.yml": EVENT.format(kind="vote", name="V", date="2024-03-21", who="")},
        STATES | {"events/e.yml": EVENT.format(kind="vote", name="V", date=2024, who="nord, sud")},
        PEOPLE
        | STATES
        | {"events/e.yml": EVENT.format(kind="visit", name="V", date=2024, who="ada, bo")},
        PEOPLE
        | STATES
        | {"events/e.yml": EVENT.format(kind="meeting", name="M", date=2024, who="ada, bo")}
        | {"events/f.yml": EVENT.format(kind="vote", name="V", date=2023, who="ada, bo")},
    ],
    ids=[
        "nothing",
        "nobody met",
        "no date is uncertain",
        "one event of two states",
        "a visit is no meeting",
        "all",
    ],
)
def test_no_link_leads_nowhere(files, make_site):
    assert list(find_dead_links(make_site(files))) == []


def test_the_start_offers_what_there_is(make_site, read):
    meeting = EVENT.format(kind="meeting", name="M", date=2024, who="ada, bo")
    vote = EVENT.format(kind="vote", name="V", date=2023, who="ada, bo")
    text = read(make_site(PEOPLE | STATES | {"events/e.yml": meeting, "events/f.yml": vote})[""])
    assert "Qui a rencontré ada ?" in text
    assert "nord – sud : ce qui les lie" in text


def test_the_latest_events_are_the_latest_and_dated(make_site, read):
    files = {
        f"events/e{year}.yml": EVENT.format(kind="visit", name=f"Visite {year}", date=year, who="")
        for year in range(2010, 2016)
    }
    files["events/sommet.yml"] = (
        "{kind: summit, name: Le sommet, summary: S., date: 2015-09, part_of: e2015}\n"
    )
    files["events/rien.yml"] = "{kind: visit, name: Sans date, summary: S.}\n"
    text = read(make_site(files)[""])
    latest = text[text.index("Derniers événements") :]
    assert [
        name
        for name in ("Le sommet", "Visite 2015", "Visite 2012", "Visite 2011")
        if name in latest
    ] == [
        "Le sommet",
        "Visite 2015",
        "Visite 2012",
    ]
    assert "Sans date" not in latest


def test_both_texts_of_the_home_page_may_write_one_anchor(make_site):
    settings = "title: T\nlanguage: fr\nintroduction: 'Un. {#a}'\ninclusion: 'Deux. {#a}'\n"
    page = make_site({"dossier.yml": settings})[""]
    ids = lxml.html.fragment_fromstring(page.html, create_parent=True).xpath("//p/@id")
    assert ids == ["_introduction-a", "_inclusion-a"]
