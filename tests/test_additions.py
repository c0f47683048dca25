"""What CONTRIBUTING says of a new rule, page, format, question, language and word: one of each is
added to a copy of the package as it says, and nothing else.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import lxml.html
import pytest
import yaml
from cli_projects import write_project

WORDS = {
    "rules": {"loud-name": "Nobody shouts.", "quiet-name": "A name has a capital."},
    "problems": {"loud-name": "'{found}' shouts", "quiet-name": "'{found}' whispers"},
    "data": {"formats": {"names": {"title": "Names", "about": "All of them.", "limits": "None."}}},
    "query": {"questions": {"named": "Who is called {words}?"}},
    "namesakes": {"title": "Namesakes", "description": "Who is called alike."},
    "address": {"namesakes": "namesakes"},
}
PACKAGE = {
    "rules/loud_name.py": """\
        from mkdocs_dossier.rules.finding import Finding

        RULE = "loud-name"


        def check(context):
            for id, record in context.dossier.actors.items():
                if record.name.isupper():
                    yield Finding(RULE, id, ("name",), {"found": record.name})
        """,
    "rules/quiet_name.py": """\
        from mkdocs_dossier.rules.finding import Finding

        RULE = "quiet-name"
        LEVEL = "warning"


        def check(context):
            for id, record in context.dossier.actors.items():
                if record.name.islower():
                    yield Finding(RULE, id, ("name",), {"found": record.name}, level=LEVEL)
        """,
    "exports/names.py": """\
        from mkdocs_dossier.exports.format import File, Format


        def make(publication):
            names = sorted(each.name for each in publication.dossier.actors.values())
            yield File("names.txt", "\\n".join(names).encode(), main=True)


        FORMAT = Format("names", make, "cat {file}\\nwc -l {file}", 999)
        """,
    "pages/namesakes/__init__.py": "",
    "pages/namesakes/gather.py": """\
        from dataclasses import dataclass


        @dataclass(frozen=True, slots=True)
        class Namesakes:
            first: str


        def gather_namesakes(scope):
            return Namesakes(min(each.name for each in scope.site.dossier.actors.values()))
        """,
    "pages/namesakes/namesakes.html": "<h1>{{ t('namesakes.title') }}</h1><p>{{ page.first }}</p>",
    "languages/eo/problems.yml": "summary: {clean: neniu eraro}\n",
    "languages/eo/pages.yml": "address: {actors: aktoroj}\n",
    "languages/eo/vocabulary.yml": "kinds: {actor: {person: {eo: persono}}}\n",
    "languages/eo/words/names.yml": "titles: sinjorino\n",
    "curate/starter/eo/dossier/dossier.yml": "title: $title\nlanguage: $language\n",
    "curate/starter/eo/dossier/actors/ada.yml": "kind: person\nname: Ada Lovelace\nsummary: A.\n",
    "curate/starter/eo/dossier/articles/noto.md": (
        "---\ntitle: Noto\noutlet: null\ndate: 1843\nlanguage: eo\nsummary: N.\n---\n"
        "Sinjorino Lovelace kalkulas.\n"
    ),
}
DOSSIER = {
    "mkdocs.yml": (
        "site_name: E\ntheme: material\nplugins: [dossier, dossier-export]\n"
        "nav: [{Home: index.md}, {Note: note.md}, {Names: namesakes/index.md}]\n"
    ),
    "docs/note.md": "# Note\n",
    "dossier/dossier.yml": "title: Essay\nlanguage: en\n",
    "dossier/vocabulary.yml": (
        "kinds: {actor: {firm: {en: firm, plural: {en: firms}}}}\n"
        "relation_types: {owner-of: {tone: body, en: {forward: owns, backward: owned by}}}\n"
    ),
    "dossier/actors/ada.yml": (
        "kind: person\nname: Ada\nsummary: A person.\n"
        "relations: [{type: owner-of, with: mill, basis: well known}]\n"
    ),
    "dossier/actors/mill.yml": "kind: firm\nname: Mill\nsummary: A firm.\n",
}


@pytest.fixture(scope="module")
def run(root, tmp_path_factory):
    """A function that runs a module of the copy in the folder of a small project."""
    folder = tmp_path_factory.mktemp("additions")
    copy = folder / "lib/mkdocs_dossier"
    shutil.copytree(
        root / "plugins/mkdocs_dossier", copy, ignore=shutil.ignore_patterns("__pycache__")
    )
    for path, text in PACKAGE.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        lines = (line.removeprefix(" " * 8) for line in text.splitlines(keepends=True))
        (copy / path).write_text("".join(lines), encoding="utf-8")
    for language in ("fr", "en"):
        (copy / "languages" / language / "added.yml").write_text(yaml.safe_dump(WORDS))
    plan = copy / "pages/plan.py"
    plan.write_text(
        "from mkdocs_dossier.pages.namesakes.gather import gather_namesakes\n"
        + plan.read_text(encoding="utf-8").replace(
            '    yield from _plan_each(site, "tag"',
            '    yield _plan_view(site, "namesakes", gather_namesakes)\n'
            '    yield from _plan_each(site, "tag"',
        ),
        encoding="utf-8",
    )
    with (copy / "pages/query/questions.yml").open("a", encoding="utf-8") as file:
        sql = "SELECT name, id FROM records WHERE name = :words"
        file.write(f"  named:\n    blanks: {{words: {{write: words}}}}\n    sql: {sql}\n")
    write_project(folder / "project", DOSSIER)

    def run_(*command):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder / "project",
            env={**os.environ, "PYTHONPATH": str(folder / "lib"), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
        )
        return done, folder / "project"

    return run_


@pytest.fixture(scope="module")
def site(run):
    """The site of the project."""
    done, project = run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project / "site"


def read(site, page):
    return lxml.html.parse(site / page / "index.html").getroot().text_content()


def test_a_rule_is_one_file(run):
    _, project = run("mkdocs_dossier", "schema", "check")
    files = [project / f"dossier/actors/{name}.yml" for name in ("loud", "quiet")]
    for file, name in zip(files, ("LOUD", "quiet"), strict=True):
        file.write_text(f"kind: person\nname: {name}\nsummary: A person.\n")
    done, _ = run("mkdocs_dossier", "check")
    for file in files:
        file.unlink()
    assert "actors/loud.yml:2:7: error: 'LOUD' shouts [loud-name]" in done.stdout
    assert "actors/quiet.yml:2:7: warning: 'quiet' whispers [quiet-name]" in done.stdout
    assert "Nobody shouts." in run("mkdocs_dossier", "check", "--explain", "loud-name")[0].stdout


def test_a_page_kind_is_one_folder_and_a_line(site):
    assert "NamesakesAda" in read(site, "namesakes")


def test_a_format_is_one_file(site, run):
    assert (site / "data/names.txt").read_text() == "Ada\nMill"
    assert "All of them." in read(site, "data")
    done, project = run("mkdocs_dossier", "export", "--format", "names", "--out", "out")
    assert done.returncode == 0, done.stderr
    assert (project / "out/names.txt").is_file()


def test_a_question_is_one_entry(site):
    assert "Who is called" in (site / "data/ask/index.html").read_text()


def test_a_word_is_one_entry(site):
    assert "owns" in read(site, "actors/ada")
    assert "owned by" in read(site, "actors/mill")
    assert "Firms" in read(site, "actors")
    with closing(sqlite3.connect(site / "data/dossier.sqlite")) as database:
        kinds = database.execute("SELECT kind FROM actors ORDER BY id").fetchall()
    assert kinds == [("person",), ("firm",)]
    assert "owner-of" in json.dumps(json.loads((site / "actors/ada/index.json").read_text()))


def test_a_language_is_one_folder(run):
    done, project = run("mkdocs_dossier", "init", "eo", "--language", "eo", "--title", "Titolo")
    assert done.returncode == 0, done.stderr
    assert (project / "eo/dossier/actors/ada.yml").is_file(), "its own example"
    done, _ = run("mkdocs_dossier", "check", "--dossier", "eo/dossier")
    assert (done.stdout, "neniu eraro" in done.stderr) == ("", True)
    export = ("export", "--dossier", "eo/dossier", "--format")
    run("mkdocs_dossier", *export, "prose", "--format", "csv", "--out", "eo")
    told = (project / "eo/aktoroj/ada/index.md").read_text(encoding="utf-8")
    assert "Ada Lovelace" in told
    assert "persono" in (project / "eo/csv/terms.csv").read_text(encoding="utf-8")
    done, _ = run("mkdocs_dossier", "mentions", "--dossier", "eo/dossier", "--format", "jsonl")
    assert [json.loads(line)["record"] for line in done.stdout.splitlines()] == ["ada"]
