"""A made dossier of any size, for measurements: python bench/made_dossier.py FOLDER RECORDS

Names overlap (a few hundred surnames and given names), a page has about 15 links, events have 2 to
10 participants, articles 300 to 800 words with quotes, statements their sources. The same number
gives the same files. FOLDER becomes a project: mkdocs.yml, docs/ and dossier/.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import yaml

from mkdocs_dossier.model.slug import slugify

SHARES = {"state": 2, "media": 3, "organisation": 12, "person": 38, "place": 7, "topic": 8}
"""How many of a hundred records are of each kind; events take 25, articles 5."""
EVENT_SHARE, ARTICLE_SHARE = 25, 5
SYLLABLES = (
    "ba chen dor el fa gri han il jo kar lem mor na ou pel qua ris sol tan ur va wei xi yan zor"
)
WORDS = (
    "accord commerce frontière délégation discours échange entretien budget frontalier ministre "
    "projet réunion texte usine port chemin train récolte énergie rapport question réponse visite "
    "coopération route année mois semaine ville province région travail effort résultat intérêt "
    "prudent commun nouveau durable officiel public régulier important pendant après avant contre "
    "avec selon dans pour sans sous entre vers annonce prépare examine signe salue rappelle étudie"
)
_WORDS = WORDS.split()
KINDS = ("visit", "meeting", "summit", "parade", "message", "vote", "agreement", "ceremony")
ROLES = ("host", "guest", "visitor", "participant", "delegation-head")
ACTS = ("say", "promise", "deny", "accuse", "praise", "wish", "propose")
NEAR = 160
"""Those who meet are near each other in the list of actors, so that pairs meet again."""


@dataclass
class Made:
    """The records so far: ids by kind, names by id, and the files to write."""

    chance: random.Random
    ids: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, name: str) -> str:
        """A new id for a name that no other record has."""
        base = slugify(name)
        id = base if base not in self.names else f"{base}-{len(self.names)}"
        self.ids.setdefault(kind, []).append(id)
        self.names[id] = name
        return id

    def words(self, count: int) -> str:
        """So many words, with about one name in twenty words."""
        known = list(self.names.values())[:4000]
        found = [
            self.chance.choice(known) if self.chance.random() < 0.05 else self.chance.choice(_WORDS)
            for _ in range(count)
        ]
        return " ".join(found)

    def prose(self, words: int) -> str:
        """Sentences of 8 to 20 words."""
        found: list[str] = []
        while words > 0:
            length = self.chance.randint(8, 20)
            sentence = self.words(length)
            found.append(sentence[0].upper() + sentence[1:] + ".")
            words -= length
        return " ".join(found)

    def day(self) -> date:
        """A day of the years 1990 to 2025."""
        return date(1990, 1, 1) + timedelta(days=self.chance.randrange(36 * 365))


def write_dossier(folder: Path, records: int) -> None:
    """Write the project; `records` counts actors, events, places, topics and articles."""
    made = Made(random.Random(records))
    for kind, share in SHARES.items():
        for _ in range(max(3, records * share // 100)):
            made.add(kind, _free_name(made, kind))
    actors = [id for kind in ("state", "media", "organisation", "person") for id in made.ids[kind]]
    events = [f"event-{number}" for number in range(records * EVENT_SHARE // 100)]
    articles = [f"article-{number}" for number in range(max(2, records * ARTICLE_SHARE // 100))]
    quotes = {id: [made.words(9) for _ in range(8)] for id in articles}
    for id in actors:
        _put(made, "actors", id, _actor(made, id, actors, quotes))
    for id in made.ids["place"]:
        _put(made, "places", id, _place(made, id))
    for id in made.ids["topic"]:
        _put(made, "topics", id, {**_head(made, "concept", id), "about": _some(made, actors, 3)})
    for id in events:
        _put(made, "events", id, _event(made, id, actors, quotes))
    for id in articles:
        made.files[f"dossier/articles/{id}.md"] = _article(made, id, quotes[id])
    made.files["dossier/dossier.yml"] = "title: Dossier fait\nlanguage: fr\n"
    made.files["docs/index.md"] = "# Accueil\n\nUn dossier fait pour mesurer.\n"
    made.files["mkdocs.yml"] = MKDOCS
    for path, text in made.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


MKDOCS = """site_name: Dossier fait
site_url: https://dossier.example/
plugins: [dossier, dossier-links, dossier-search, dossier-export]
theme: {name: material, language: fr, font: false}
"""


def _free_name(made: Made, kind: str) -> str:
    taken = set(made.names.values())
    syllables = SYLLABLES.split()
    while True:
        words = ["".join(made.chance.choices(syllables, k=made.chance.choice((1, 2, 2))))]
        words.append("".join(made.chance.choices(syllables, k=made.chance.choice((2, 2, 3)))))
        if kind == "organisation":
            words.insert(0, made.chance.choice(("Parti", "Comité", "Institut", "Ministère")))
        name = " ".join(word.capitalize() for word in words)
        if name not in taken:
            return name


def _put(made: Made, section: str, id: str, record: dict[str, object]) -> None:
    text = yaml.dump(record, allow_unicode=True, sort_keys=False, width=96)
    made.files[f"dossier/{section}/{id}.yml"] = text


def _some(made: Made, ids: list[str], most: int) -> list[str]:
    return made.chance.sample(ids, made.chance.randint(1, most))


def _head(made: Made, kind: str, id: str) -> dict[str, object]:
    return {
        "kind": kind,
        "name": made.names.get(id, id.replace("-", " ").capitalize()),
        "summary": made.prose(18),
        "description": "\n\n".join(made.prose(60) for _ in range(3)),
    }


def _source(made: Made, quotes: dict[str, list[str]]) -> dict[str, object]:
    article = made.chance.choice(list(quotes))
    source: dict[str, object] = {"article": article, "quote": made.chance.choice(quotes[article])}
    if made.chance.random() < 0.5:
        source["via"] = [made.chance.choice(made.ids["media"])]
    return source


def _actor(
    made: Made, id: str, actors: list[str], quotes: dict[str, list[str]]
) -> dict[str, object]:
    kind = next(kind for kind, ids in made.ids.items() if id in ids)
    record = _head(made, kind, id)
    if kind in ("state", "organisation"):
        bodies = [each for each in made.ids["organisation"] if each != id]
        record["relations"] = [
            {"type": "supports", "with": each, "sources": [_source(made, quotes)]}
            for each in _some(made, bodies, 4)
        ]
    if kind != "state":
        record["country"] = made.chance.choice(made.ids["state"])
    if kind == "media":
        record["control"] = made.chance.choice(("state", "private"))
    if kind == "person":
        record["offices"] = [
            {
                "title": f"président de {made.names[body]}",
                "organisation": body,
                "start": str(made.day().year),
                "sources": [_source(made, quotes)],
            }
            for body in _some(made, made.ids["organisation"], 2)
        ]
    return record


def _place(made: Made, id: str) -> dict[str, object]:
    where = [round(made.chance.uniform(-50, 60), 2), round(made.chance.uniform(-120, 140), 2)]
    country = made.chance.choice(made.ids["state"])
    return {**_head(made, "city", id), "country": country, "coordinates": where}


def _event(
    made: Made, id: str, actors: list[str], quotes: dict[str, list[str]]
) -> dict[str, object]:
    first = made.chance.randrange(len(actors))
    near = [*actors, *actors][first : first + min(NEAR, len(actors))]
    present = made.chance.sample(near, made.chance.randint(2, 10))
    record = _head(made, made.chance.choice(KINDS), id)
    record["name"] = f"{made.words(5).capitalize()} {id.partition('-')[2]}"
    record["date"] = str(made.day())
    record["place"] = made.chance.choice(made.ids["place"])
    record["about"] = _some(made, made.ids["topic"], 2)
    record["participants"] = [
        {"actor": each, "role": made.chance.choice(ROLES), "sources": [_source(made, quotes)]}
        for each in present
    ]
    record["statements"] = [
        {
            "id": f"statement-{number}",
            "text": made.prose(14),
            "speakers": [speaker],
            "to": [made.chance.choice(present)],
            "about": _some(made, actors, 2),
            "act": made.chance.choice(ACTS),
            "form": "indirect",
            "sources": [_source(made, quotes) for _ in range(made.chance.randint(1, 3))],
        }
        for number, speaker in enumerate(made.chance.sample(present, min(2, len(present))), 1)
    ]
    record["sources"] = [_source(made, quotes)]
    return record


def _article(made: Made, id: str, quotes: list[str]) -> str:
    head = {
        "title": made.words(7).capitalize(),
        "outlet": made.chance.choice(made.ids["media"]),
        "date": str(made.day()),
        "language": "fr",
        "body": "account",
        "summary": made.prose(16),
    }
    front = yaml.dump(head, allow_unicode=True, sort_keys=False, width=96)
    return f"---\n{front}---\n" + "\n\n".join(_paragraphs(made, quotes)) + "\n"


def _paragraphs(made: Made, quotes: list[str]) -> Iterator[str]:
    for quote in quotes:
        around = made.chance.randint(30, 90)
        yield f"{made.prose(around // 2)} Il parle : « {quote} ». {made.prose(around // 2)}"


if __name__ == "__main__":
    write_dossier(Path(sys.argv[1]), int(sys.argv[2]))
