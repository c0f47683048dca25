"""Independent origins: who vouches for a fact, counted once."""

import pytest
import yaml

from mkdocs_dossier.trust.origins import find_origins, find_record_origins

ACTORS = {
    "kcna": {"kind": "media", "control": "state"},
    "xinhua": {"kind": "media", "control": "state"},
    "afp": {"kind": "media", "control": "private"},
    "ministere": {"kind": "organisation"},
    "wang": {"kind": "person"},
}
ARTICLES = {
    "de-kcna": {"outlet": "kcna"},
    "de-xinhua": {"outlet": "xinhua"},
    "d-afp": {"outlet": "afp"},
    "de-personne": {"outlet": None},
    "traduit-de-kcna": {"outlet": "afp", "derived_from": {"outlet": "kcna"}},
    "repris-d-afp": {"outlet": None, "derived_from": {"article": "d-afp"}},
    "traduit-d-on-ne-sait-quoi": {"outlet": "afp", "derived_from": {"outlet": None}},
    "tourne": {"outlet": "afp", "derived_from": {"article": "en-rond"}},
    "en-rond": {"outlet": "afp", "derived_from": {"article": "tourne"}},
}


@pytest.fixture
def make(load_dossier):
    """A function that loads a dossier with one event that holds the given statements."""

    def make(*statements):
        common = {"summary": "X."}
        files = {f"actors/{id}.yml": {"name": id, **common, **each} for id, each in ACTORS.items()}
        files["events/e.yml"] = {
            "kind": "meeting",
            "name": "E",
            **common,
            "statements": [
                {"id": f"s{index}", "text": "T.", **each} for index, each in enumerate(statements)
            ],
        }
        texts = {name: yaml.safe_dump(data) for name, data in files.items()}
        for id, each in ARTICLES.items():
            head = yaml.safe_dump({"title": id, "date": "2024", **common, **each})
            texts[f"articles/{id}.md"] = f"---\n{head}---\nTexte.\n"
        return load_dossier(texts)

    return make


def origins_of(dossier):
    [event] = dossier.events.values()
    found = find_origins(event.statements[0], dossier)
    return sorted(found.actors | found.names)


@pytest.mark.parametrize(
    ("sources", "origins"),
    [
        ([{"article": "de-kcna"}, {"article": "d-afp"}], ["afp", "kcna"]),
        ([{"article": "de-kcna"}, {"article": "d-afp", "via": ["kcna"]}], ["kcna"]),
        ([{"article": "d-afp", "via": ["kcna", "xinhua"]}], ["kcna"]),
        ([{"article": "d-afp", "via": [{"name": "les médias"}]}], []),
        ([{"article": "d-afp", "via": [{"name": "un témoin"}, "kcna"]}], []),
        ([{"article": "d-afp", "via": ["wang"]}], ["afp"]),
        (
            [{"article": "d-afp", "via": ["ministere"]}, {"article": "de-kcna"}],
            ["kcna", "ministere"],
        ),
        ([{"article": "de-personne"}], []),
        ([{"article": "traduit-de-kcna"}, {"article": "de-kcna"}], ["kcna"]),
        ([{"article": "repris-d-afp"}, {"article": "d-afp"}], ["afp"]),
        ([{"article": "traduit-d-on-ne-sait-quoi"}], []),
        ([{"article": "tourne"}], []),
        ([{"document": {"title": "D", "publisher": "ministere"}}], ["ministere"]),
        (
            [{"document": {"title": "D", "publisher": {"name": "Journal officiel"}}}],
            ["Journal officiel"],
        ),
        ([{"document": {"title": "D", "publisher": "afp", "via": ["kcna"]}}], ["kcna"]),
        ([{"document": {"title": "D", "publisher": "afp"}, "via": ["kcna"]}], ["kcna"]),
        (
            [
                {"document": {"title": "D", "publisher": "afp", "republisher": {"name": "x.com"}}},
                {"document": {"title": "E", "publisher": {"name": "AFP"}}},
                {"article": "d-afp"},
            ],
            ["afp"],
        ),
        ([{"document": {"title": "D", "publisher": "afp", "via": [{"name": "un inconnu"}]}}], []),
        (
            [{"document": {"title": "D", "publisher": "afp", "via": [{"name": "KCNA"}]}}],
            ["kcna"],
        ),
        ([{"document": {"title": "D", "publisher": "afp", "via": ["wang"]}}], ["afp"]),
        ([{"article": "de-kcna"}, {"article": "d-afp", "against": True}], ["kcna"]),
        ([{"document": {"title": "D"}}], []),
        ([{"statement": "e#s1"}, {"article": "d-afp"}], ["afp", "kcna"]),
        ([{"statement": "e#s2"}], []),
    ],
)
def test_origins(make, sources, origins):
    dossier = make(
        {"sources": sources},
        {"sources": [{"article": "de-kcna"}]},
        {"sources": [{"statement": "e#s0"}]},
    )
    assert origins_of(dossier) == origins


def test_agency_that_speaks_for_itself_is_the_origin_whoever_repeats_it(make):
    dossier = make({"speakers": ["kcna"], "sources": [{"article": "d-afp"}]})
    assert origins_of(dossier) == ["kcna"]


def test_what_is_known_by_a_basis_has_no_origin(make):
    assert origins_of(make({"basis": "fait notoire"})) == []


@pytest.mark.parametrize(
    ("articles", "alone"),
    [
        (["de-kcna"], True),
        (["de-kcna", "de-xinhua"], True),
        (["de-kcna", "d-afp"], False),
        (["de-personne"], False),
    ],
)
def test_state_media_alone(make, articles, alone):
    dossier = make({"sources": [{"article": article} for article in articles]})
    [event] = dossier.events.values()
    assert find_origins(event.statements[0], dossier).state_media_only is alone


def test_event_counts_the_origins_of_all_that_it_holds(make):
    dossier = make({"sources": [{"article": "de-kcna"}]}, {"sources": [{"article": "d-afp"}]})
    assert len(find_record_origins(dossier.events["e"], dossier)) == 2
