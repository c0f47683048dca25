"""The indexes count as the pages do, and find by every name."""

import lxml.html

FILES = {
    "actors/pays.yml": "{kind: state, name: Pays, summary: S.}\n",
    "actors/parti.yml": "{kind: organisation, name: Parti, summary: S., country: pays}\n",
    "actors/ada.yml": """\
kind: person
name: Ada Un
summary: P.
country: pays
offices: [{title: secrétaire, organisation: parti, start: 2020, end: .., basis: connu}]
""",
    "events/un.yml": "{kind: visit, name: Un, summary: S., date: 2024, participants: [ada]}\n",
    "events/deux.yml": """\
kind: vote
name: Deux
summary: S.
date: 2023
aliases: [{name: 二, language: zh}, Second]
short_names: [le Deuxième]
participants: [{name: les autres, including: [pays]}]
""",
}


def entries(page):
    root = lxml.html.fragment_fromstring(page.html, create_parent=True)
    return {
        item.xpath(".//a/@data-record")[0]: " ".join(item.text_content().split())
        for item in root.xpath("//*[@data-item]")
    }


def test_an_actor_has_the_events_that_its_page_lists(make_site, read):
    site = make_site(FILES)
    found = entries(site["acteurs/"])
    assert found["ada"].endswith("1 événement")
    assert found["parti"].endswith("1 événement"), "through its secretary"
    assert found["pays"].endswith("2 événements"), "through its people, and within a group"
    for id, count in (("ada", 1), ("parti", 1), ("pays", 2)):
        assert f"Chronologie {count}" in read(site[f"acteurs/{id}/"])


def test_an_event_is_found_by_every_name(make_site):
    root = lxml.html.fragment_fromstring(make_site(FILES)["evenements/"].html, create_parent=True)
    words = root.xpath('//li[.//a[@data-record="deux"]]/@data-words')[0]
    assert words.split() == ["deux", "二", "second", "le", "deuxieme"]
