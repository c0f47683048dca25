"""What does not fit between a statement and its quote, in each language that has a grammar."""

from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.source import load
from mkdocs_dossier.trust.fit.find import find_misfits

CASES = yaml.load(Path(__file__).with_name("cases.yml").read_text("utf-8"), yaml.BaseLoader)
NAMES = {
    "en": {"norway": "Norway", "port-union": "Port Union"},
    "fr": {"norway": "Norvège", "port-union": "Union des ports"},
}


def write_case(write_dossier, language, case):
    names = NAMES[language]
    paragraphs = [text for key in ("before", "paragraph") if (text := case.get(key))]
    source = {"article": "report", "quote": case["quote"]}
    if "fit" in case:
        source["fit"] = case["fit"]
    statement = {"id": "it", **case["statement"], "sources": [source]}
    front = {
        "title": "Harbour",
        "outlet": "le-phare",
        "date": "2024-04-09",
        "summary": "Harbour.",
        "body": case.get("body", "full"),
        "licence": "CC0",
        "language": language,
    }
    dump = yaml.safe_dump
    record = {
        "kind": "concept",
        "name": "Harbour",
        "summary": "Harbour.",
        "statements": [statement],
    }

    def actor(kind, name, **more):
        return dump({"kind": kind, "name": name, "summary": "Some.", **more}, allow_unicode=True)

    return write_dossier(
        {
            "dossier.yml": f"title: Harbour\nlanguage: {language}\n",
            "actors/france.yml": actor("state", "France"),
            "actors/norway.yml": actor("state", names["norway"]),
            "actors/anna-morel.yml": actor("person", "Anna Morel", country="france"),
            "actors/boris-holm.yml": actor("person", "Boris Holm", country="norway"),
            "actors/port-union.yml": actor("organisation", names["port-union"]),
            "actors/le-phare.yml": actor("media", "Le Phare", control="private"),
            "topics/harbour.yml": dump(record, allow_unicode=True),
            "articles/report.md": f"---\n{dump(front)}---\n" + "\n\n".join(paragraphs) + "\n",
        }
    )


@pytest.mark.parametrize(
    ("language", "case"),
    [
        pytest.param(language, case, id=f"{language}: {case['statement']['text']}")
        for language, cases in CASES.items()
        for case in cases
    ],
)
def test_kinds_of_misfit(language, case, write_dossier):
    loaded = load(write_case(write_dossier, language, case))
    assert [each for each in loaded.problems if each.level == "error"] == []
    found = {each.kind for each in find_misfits(loaded.dossier)}
    assert sorted(found) == sorted(case["misfits"])
