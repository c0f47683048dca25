"""Too much of anything is told at once, whatever it is, and takes no time."""

import time

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.model import limits

TOPIC = "kind: concept\nname: A\nsummary: Une notion.\nbasis: fait notoire\n"
ARTICLE = "---\ntitle: B\noutlet: null\ndate: null\nsummary: Un article.\n---\n"


@pytest.fixture
def check(tmp_path, monkeypatch):
    """A function that checks a dossier of these files: the lines that are errors."""
    monkeypatch.chdir(tmp_path)

    def run(files):
        for name, text in {"dossier.yml": "title: Essai\nlanguage: fr\n", **files}.items():
            file = tmp_path / "dossier" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        done = CliRunner().invoke(main, ["check"])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return [line for line in done.stdout.splitlines() if ": error: " in line]

    return run


FIELDS = {
    "values": "notes: [" + ", ".join(["{text: a, sources: [" + "{}, " * 120 + "]}"] * 200) + "]\n",
    "items": "about: [" + "a, " * 501 + "]\n",
    "fields": "notes:\n" + f"- {'un mot ' * 250}\n" * 60,
    "long text": f"description: {'un mot ' * 3000}\n",
    "long name": f"aliases: [{'Anna ' * 41}]\n",
    "aliases": "aliases: [" + ", ".join(f"a{number}" for number in range(51)) + "]\n",
    "tags": "tags: [" + ", ".join(f"t{number}" for number in range(31)) + "]\n",
    "nesting": "tags: " + "[" * 21 + "]" * 21 + "\n",
    "date": "start: Y17E999999999\n",
    "lists": f"description: {'1. ' * 500}\n",
}
BODIES = {
    "length": "Un mot.\n\n" * 12_000,
    "paragraphs": "a\n\n" * 1_001,
    "paragraph": "Un mot, " * 1_300,
    "spaces": "a" + " " * 200 + "b",
    "one letter": "a" * 200,
    "brackets": "[[ " * 21,
    "pictures": "![x](" * 21,
    "stars": "*a " * 1_001,
    "quotations": "> " * 11 + "a",
    "lists": "- " * 11 + "a",
    "indents": " " * 60 + "- a",
}


@pytest.mark.parametrize("name", FIELDS)
def test_field_that_is_too_much(name, check):
    lines = check({"topics/a.yml": TOPIC + FIELDS[name]})
    assert all(line.startswith("dossier/topics/a.yml:") for line in lines)
    said = "sort du calendrier" if name == "date" else "au plus"
    assert any(said in line for line in lines)


@pytest.mark.parametrize("name", BODIES)
def test_body_that_is_too_much(name, check):
    [line] = check({"articles/b.md": ARTICLE + BODIES[name]})
    assert line.startswith("dossier/articles/b.md:")
    assert line.endswith("[limit]")


SLOW = {
    "links": "[[a" + " " * 90 + "\n",
    "comments": "<!-- a\n",
    "ticks": "".join("`" * number + " a " for number in range(1, 40)) + "\n\n",
    "capitals": "WANG HUNING PEKIN " * 500 + "\n\n",
    "acronyms": "Organisation du Traité (OT) " * 30 + "\n\n",
    "code": "    a\n",
    "pictures": "![x](y\n\n",
    "anchors": "a {#b}\n\n",
}


@pytest.mark.parametrize("name", SLOW)
def test_text_within_the_limits_takes_no_time(name, check):
    """Ten times as long as it takes alone, on a machine that does other things too."""
    body = (SLOW[name] * 40_000)[: limits.BODY]
    body = "\n\n".join(body.split("\n\n")[: limits.PARAGRAPHS - 1])
    names = "kind: organisation\nname: Organisation du Traité\nsummary: Un groupe.\n"
    person = "kind: person\nname: Wang Huning\nsummary: Une personne.\n"
    files = {"actors/o.yml": names, "actors/w.yml": person, "articles/b.md": ARTICLE + body}
    start = time.process_time()
    check(files)
    assert time.process_time() - start < 5


def test_of_many_problems_of_one_rule_the_first_are_told(check):
    many = ", ".join(f"un-{number}" for number in range(300))
    lines = check({"topics/a.yml": f"{TOPIC}about: [{many}]\n"})
    assert len(lines) == limits.PROBLEMS + 1
    assert "et 200 autres problèmes de même sorte dans ce fichier" in lines[-1]
    bad = "sources:\n" + "- {article: [], quote: {x: y}}\n" * 300
    lines = check({"topics/a.yml": TOPIC + bad})
    assert len(lines) == limits.PROBLEMS + 1
