"""What is new, as a feed reader sees it."""

import json

import feedparser
import feedparser_rs
import pytest

from mkdocs_dossier.exports.feeds import make_feeds
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.source.history import History

FILES = {
    "actors/anne.yml": "kind: person\nname: Anne <Martin>\nsummary: S.\ntags: [x]\n",
    "actors/boris.yml": "kind: person\nname: Boris\nsummary: S.\n",
    "actors/seul.yml": "kind: person\nname: Seul\nsummary: S.\n",
    "events/e.yml": """kind: meeting
name: Rencontre
summary: Ils se voient & se parlent.
date: 2024-03
participants: [anne, boris]
basis: fait notoire
tags: [x]
statements:
  - {id: a, text: Bien., speakers: [anne], to: [boris], status: refuted, decision: D.}
""",
    "topics/t.yml": """kind: concept
name: Paix
summary: S.
corrections: [{date: 2026-02-01, was: un, now: deux}]
""",
}
HISTORY = History(
    Day(2026, 5, 1),
    {"dossier/events/e.yml": Day(2026, 4, 2)},
    {"dossier/events/e.yml": Day(2025, 1, 3)},
)


@pytest.fixture(scope="module")
def files(load_dossier, publish):
    made = publish(load_dossier(FILES))
    made = Publication(made.indexes, made.mentions, made.site, made.now, HISTORY)
    return {file.path: file.content for file in make_feeds(made)}


def test_feeds_are_those_of_whom_news_are_told(files):
    atom = {path for path in files if path.endswith("feed.xml")}
    assert atom == {
        "feed.xml",
        "acteurs/anne/feed.xml",
        "acteurs/boris/feed.xml",
        "relations/anne--boris/feed.xml",
        "themes/t/feed.xml",
        "etiquettes/x/feed.xml",
    }
    assert {path.replace("feed.xml", "feed.json") for path in atom} <= set(files)


def test_atom_is_well_formed_and_its_dates_are_those_of_the_commits(files):
    feed = feedparser.parse(files["relations/anne--boris/feed.xml"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries] == [
        "Événement : Rencontre",
        "Déclaration : Rencontre",
    ]
    for entry in feed.entries:
        assert entry.published == "2025-01-03T00:00:00Z"
        assert entry.updated == "2026-04-02T00:00:00Z"
    assert feed.feed.updated == "2026-04-02T00:00:00Z"
    assert "Anne <Martin>" in feed.feed.title


def test_json_feed_tells_a_reader_the_same_as_atom(files):
    for path in (path for path in files if path.endswith("feed.xml")):
        atom = feedparser.parse(files[path])
        feed = feedparser_rs.parse(files[path.replace(".xml", ".json")])
        assert (feed.version, feed.bozo) == ("json11", False)
        assert feed.feed.title == atom.feed.title.replace("<Martin>", "")  # it drops what is a tag
        assert [(each.id, each.title, each.link) for each in feed.entries] == [
            (each.id, each.title, each.link) for each in atom.entries
        ]
        assert [each.content[0].value for each in feed.entries] == [
            each.content[0].value for each in atom.entries
        ]


def test_doubt_goes_along(files):
    event, statement = feedparser.parse(files["relations/anne--boris/feed.xml"]).entries
    assert "mars 2024" in event.summary
    assert "Sans source : fait notoire." in event.summary
    assert statement.summary == "Anne <Martin> : Bien. (réfuté) Sans source."
    assert statement.link == "https://exemple.org/d/evenements/e/#a"


def test_both_forms_hold_the_same(files):
    for path, content in files.items():
        if path.endswith("feed.json"):
            feed = json.loads(content)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            atom = feedparser.parse(files[path.replace(".json", ".xml")])
            assert [each["id"] for each in feed["items"]] == [each.id for each in atom.entries]
            assert [each["url"] for each in feed["items"]] == [each.link for each in atom.entries]


def test_ids_stay_when_the_site_moves(load_dossier, publish):
    dossier = load_dossier(FILES)
    feeds = []
    for site in ("https://exemple.org/d/", ""):
        made = {file.path: file.content for file in make_feeds(publish(dossier, site=site))}
        feeds.append(feedparser.parse(made["feed.xml"]))
    assert [each.id for each in feeds[0].entries] == [each.id for each in feeds[1].entries]
    assert len({each.id for each in feeds[0].entries}) == len(feeds[0].entries) == 3


def test_without_any_day_there_is_no_feed(load_dossier, publish):
    files = {name: text for name, text in FILES.items() if not name.startswith("topics")}
    assert list(make_feeds(publish(load_dossier(files), now=None))) == []
