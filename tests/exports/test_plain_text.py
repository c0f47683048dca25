"""The dossier as prose for machines: doubt stands in each sentence."""

import re

import pytest
from markdown_it import MarkdownIt

from mkdocs_dossier.exports.plain_text import make_texts

EVENT = """kind: meeting
name: Rencontre [secrète]
summary: Ils se voient.
date: 2024-03~
basis: fait notoire
participants: [{actor: anne, role: host, basis: fait notoire}]
statements:
  - {id: a, text: Un refus., speakers: [anne], status: refuted, decision: D.}
  - {id: b, text: Un accord., speakers: [{name: les analystes}]}
disputes:
  - {about: date, versions: [{value: "2024", basis: b}, {value: "2023", basis: b}]}
"""
FILES = {"actors/anne.yml": "kind: person\nname: Anne\nsummary: S.\n", "events/e.yml": EVENT}


@pytest.fixture(scope="module")
def texts(load_dossier, publish):
    made = make_texts(publish(load_dossier(FILES)))
    return {file.path: file.content.decode() for file in made}


def test_each_page_has_a_text_and_the_list_leads_to_it(frozen):
    made = {file.path: file.content.decode() for file in make_texts(frozen)}
    listed = set(re.findall(r"\]\((\S+)\): ", made.pop("llms.txt")))
    assert listed == {f"{frozen.site}{path}" for path in made}
    assert len(made) == len(list(frozen.dossier.everything()))


def test_status_and_origins_stand_in_each_sentence(texts):
    event = texts["evenements/e/index.md"]
    assert "- Anne : Un refus. [vers mars 2024] (réfuté. Sans source.)" in event
    assert "- les analystes : Un accord. [vers mars 2024] (non vérifié. Sans source.)" in event
    assert "- Anne (hôte). (Sans source : fait notoire.)" in event
    assert "Rien n'est tranché." in event
    assert "(réfuté. Sans source.)" in texts["acteurs/anne/index.md"]
    statements = [line for line in event.splitlines() if line.startswith("- ")]
    assert all("source" in line.casefold() for line in statements)


def test_a_name_in_brackets_is_a_name(texts):
    tokens = MarkdownIt().parse(texts["llms.txt"])
    links = [
        child.attrs["href"]
        for token in tokens
        for child in token.children or []
        if child.type == "link_open"
    ]
    assert links == [f"https://exemple.org/d/{path}" for path in texts if path != "llms.txt"]
