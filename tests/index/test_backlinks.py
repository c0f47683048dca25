"""Where a record is named, and with whom."""

import pytest

from mkdocs_dossier.index.backlinks import Backlinks
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions

ACTOR = "kind: {kind}\nname: {name}\nsummary: {summary}\n"
ARTICLE = "---\ntitle: T\noutlet: null\ndate: {date}\nlanguage: fr\nsummary: S.\n---\n{body}"
FILES = {
    "actors/chine.yml": ACTOR.format(kind="state", name="Chine", summary="Un État."),
    "actors/russie.yml": ACTOR.format(kind="state", name="Russie", summary="Voisine de la Chine.")
    + "statements:\n  - {id: plainte, text: Elle se plaint., basis: fait notoire}\n",
    "actors/xi.yml": ACTOR.format(kind="person", name="Xi Jinping", summary="Xi dirige la Chine."),
    "articles/a.md": ARTICLE.format(
        date="2024-01",
        body="La Chine dort. M. Durand écrit à la *Chine*. La Chine et la [[xi|direction]] parlent."
        "\n\nLa Russie seule.\n",
    ),
    "articles/b.md": ARTICLE.format(
        date="2025", body="La Chine et la Russie. {#fin}\n\nXi Jinping."
    ),
    "articles/d.md": ARTICLE.format(date="2020", body="Voir [[russie#plainte]] encore.\n"),
    "articles/c.md": ARTICLE.format(date="null", body="## La Chine\n\n[[russie]] parle.\n"),
}


@pytest.fixture(scope="module")
def mentions(load_dossier) -> Mentions:
    return Mentions(load_dossier(FILES))


@pytest.fixture(scope="module")
def backlinks(mentions) -> Backlinks:
    return Backlinks(Indexes(mentions.dossier), mentions)


def show(place):
    return "".join(f"<{text}>" if named else text for text, named in place.pieces)


def test_articles_come_newest_first_with_sentences_around_the_name(backlinks):
    links = backlinks.from_articles("chine")
    assert [(link.holder.id, link.count) for link in links] == [("b", 1), ("a", 3)]
    assert [show(place) for place in links[1].places] == [
        "La <Chine> dort.",
        "M. Durand écrit à la <Chine>.",
        "La <Chine> et la direction parlent.",
    ]
    assert links[0].places[0].anchor == "fin"


def test_an_explicit_link_shows_what_readers_see(backlinks):
    assert show(backlinks.from_articles("xi")[1].places[0]) == "La Chine et la <direction> parlent."
    russie = {link.holder.id: link.places for link in backlinks.from_articles("russie")}
    assert show(russie["c"][0]) == "<Russie> parle."
    assert show(russie["d"][0]) == "Voir <Russie> encore."


def test_a_heading_gives_no_backlink(backlinks):
    assert "c" not in [link.holder.id for link in backlinks.from_articles("chine")]


def test_records_that_name_it_but_never_itself(backlinks):
    assert [link.holder.id for link in backlinks.from_records("chine")] == ["russie", "xi"]
    assert backlinks.from_records("xi") == []


def test_who_is_named_with_whom(backlinks):
    together = backlinks.together
    assert together["chine"] == [("russie", 1, 2), ("xi", 1, 2)]
    assert "chine" in [other for other, _, _ in together["xi"]]
    assert together["nobody"] == []
