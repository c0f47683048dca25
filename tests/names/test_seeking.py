"""What a text may name, found without reading it, holds all that it names."""

from pathlib import Path

from mkdocs_dossier.index.mentions import list_prose
from mkdocs_dossier.names.reader import Reader
from mkdocs_dossier.names.seeking import Seeker
from mkdocs_dossier.source import load

FROZEN = Path(__file__).parents[1] / "dossiers/frozen/dossier"


def test_no_name_is_read_that_was_not_possible():
    dossier = load(FROZEN).dossier
    reader, records = Reader(dossier), frozenset(each.id for each in dossier.records())
    seeker = Seeker(reader, records)
    named = 0
    for article in dossier.articles.values():
        possible = seeker.list_possible(article.text, reader.language_of(article))
        for mention in reader.read_article(article).mentions:
            assert mention.how == "explicit" or mention.record in possible, article.id
            named += 1
    for record in dossier.records():
        for _, text in list_prose(record):
            for mention in reader.read_prose(text, record.id).mentions:
                assert mention.how == "explicit" or mention.record in seeker.list_possible(text)
                named += 1
    assert named > 100


def test_a_capital_is_possible_for_its_government():
    dossier = load(FROZEN).dossier
    governed = {
        str(place.government_of): place.name
        for place in dossier.places.values()
        if place.government_of
    }
    assert governed
    for state, capital in governed.items():
        text = f"Une délégation de {capital} est arrivée."
        assert Seeker(Reader(dossier), {state}).list_possible(text) == {state}
