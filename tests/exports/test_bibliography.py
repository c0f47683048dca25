"""Citations of the whole, read by the programs that take them."""

import json

import pytest
import rispy
from pybtex.database import parse_string

from mkdocs_dossier.exports.bibliography import make_bibliography

DOCUMENT = "document: {title: S/PV.9048, publisher: norvie, date: 2022-05-26}"
FILES = {
    "actors/norvie.yml": "kind: state\nname: Norvie\nsummary: Un État.\n",
    "events/e.yml": f"""kind: meeting
name: Rencontre
summary: S.
sources: [{{{DOCUMENT}}}]
statements:
  - {{id: b-c, text: Un., speakers: [norvie], sources: [{{{DOCUMENT}}}]}}
""",
    "events/e-b.yml": """kind: meeting
name: Autre rencontre
summary: S.
statements:
  - {id: c, text: "Deux {accolades} & 100 %.", speakers: [norvie], basis: fait notoire}
""",
}


def read_files(publication):
    return {
        file.path.rpartition("/")[2]: file.content.decode()
        for file in make_bibliography(publication)
    }


@pytest.fixture(scope="module")
def files(frozen):
    return read_files(frozen)


def test_counts_agree_in_all_three_formats(frozen, files):
    for name, least in (
        ("sources", len(frozen.dossier.articles)),
        ("statements", len(frozen.indexes.said)),
    ):
        csl = json.loads(files[f"{name}.json"])
        ids = [item["id"] for item in csl]
        assert len(ids) == len(set(ids)) >= least
        assert len(rispy.loads(files[f"{name}.ris"])) == len(ids)
        assert len(parse_string(files[f"{name}.bib"], "bibtex").entries) == len(ids)


def test_what_stands_behind_each_record_is_among_the_sources(frozen, files):
    uses = json.loads(files["uses.json"])
    ids = {item["id"] for item in json.loads(files["sources.json"])}
    assert {id for each in uses.values() for id in each} == ids
    assert {id for id in uses if uses[id][0] == id} == set(frozen.dossier.articles)
    assert uses["entretien-kim-wang"]


def test_a_statement_names_the_agency_and_the_article_behind_it(files):
    items = {item["id"]: item for item in json.loads(files["statements.json"])}
    item = items["entretien-kim-wang:amitie-forte"]
    assert item["URL"].endswith("/evenements/entretien-kim-wang/#amitie-forte")
    assert "Kim Song-nam" in item["note"] or "Pékin" in item["note"]


def test_a_document_is_cited_once_and_ids_never_meet(load_dossier, publish):
    files = read_files(publish(load_dossier(FILES)))
    [document] = json.loads(files["sources.json"])
    assert document["title"] == "S/PV.9048"
    assert document["publisher"] == "Norvie"
    assert document["type"] == "document"
    [entry] = rispy.loads(files["sources.ris"])
    assert entry["type_of_reference"] == "GEN"
    entries = parse_string(files["statements.bib"], "bibtex").entries
    assert sorted(entries) == ["e-b:c", "e:b-c"]


def test_an_archived_copy_goes_along_and_an_address_that_is_none_does_not(load_dossier, publish):
    """`archive_location` is where Zotero keeps the place in an archive, AN the same in RIS."""
    copy = "https://web.archive.org/web/2024/https://x.example/a_b"
    document = f"{{title: Rapport, url: 'https://x.example/r', archive_url: '{copy}'}}"
    event = "kind: meeting\nname: R{0}\nsummary: S.\nsources: [{{document: {1}}}]\n"
    article = "---\ntitle: Un {0}\noutlet: null\ndate: 2024-05\nsummary: S.\n{1}---\nT.\n"
    files = read_files(
        publish(
            load_dossier(
                {
                    "events/a.yml": event.format("a", document),
                    "events/b.yml": event.format(
                        "b", "{title: Rapport, url: 'https://x.example/r'}"
                    ),
                    "articles/copy.md": article.format("copie", f"archive_url: '{copy}'\n"),
                    "articles/none.md": article.format("sans", ""),
                }
            )
        )
    )
    csl = {each["title"]: each for each in json.loads(files["sources.json"])}
    assert [csl[title].get("archive_location") for title in ("Rapport", "Un copie", "Un sans")] == [
        copy, copy, None,
    ]  # fmt: skip
    ris = {
        each["title"]: each.get("accession_number") for each in rispy.loads(files["sources.ris"])
    }
    assert ris == {"Rapport": copy, "Un copie": copy, "Un sans": None}
    notes = [
        entry.fields.get("note", "")
        for entry in parse_string(files["sources.bib"], "bibtex").entries.values()
    ]
    assert sorted(note.replace("\\_", "_") for note in notes) == ["", *2 * [f"archive: {copy}"]]


def test_without_a_known_site_no_address_is_made_up(load_dossier, publish):
    files = read_files(publish(load_dossier(FILES), site=""))
    assert not any("URL" in item for item in json.loads(files["statements.json"]))


def test_a_dossier_without_sources_gives_files_without_entries(load_dossier, publish):
    files = read_files(publish(load_dossier({})))
    assert json.loads(files["sources.json"]) == []
    assert files["sources.bib"] == files["sources.ris"] == ""
