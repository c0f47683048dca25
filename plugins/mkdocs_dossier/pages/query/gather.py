"""From the files of the formats to the value of the page of the questions."""

import importlib.resources
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.languages.typography import set_spaces
from mkdocs_dossier.pages.assets import FOLDER, Asset
from mkdocs_dossier.pages.data.gather import DATABASE, find_database, say_size
from mkdocs_dossier.pages.query.value import Blank, Clause, QueryPage, Question
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.text import Link

ENGINE = f"{FOLDER}/sqlite"
TABLES = "csv"
_OFFERED = (DATABASE, TABLES, "json")
_BLANK = re.compile(r"\{([a-z]+)\}")
_OPEN = re.compile(r"[\[\]]")


def gather_query(scope: Scope) -> QueryPage:
    """Twenty questions, in the words of the site's language."""
    site, say = scope.site, scope.site.texts
    mains = {each.format: each for each in site.downloads if each.example}
    database = find_database(site)
    assert database is not None
    offered = [
        Link(say(f"query.downloads.{name}"), scope.url(mains[name].address))
        for name in _OFFERED
        if name in mains
    ]
    data = scope.url(site.addresses.index("data"))
    return QueryPage(
        scope.url(database.address),
        database.size,
        say_size(database.size, say),
        scope.url(f"{FOLDER}/query.css"),
        scope.url(f"{ENGINE}/sqlite3.mjs"),
        scope.root or "./",
        site.features.site,
        _say_words(say),
        tuple(word_questions(say)),
        (*offered, Link(say("query.downloads.all"), data)),
        f"{data}#{TABLES}",
    )


def engine_files(site: Site) -> Iterator[Asset]:
    """SQLite for browsers with its licence, where a page needs it."""
    if find_database(site):
        folder = importlib.resources.files("mkdocs_dossier.pages.query") / "sqlite"
        for file in sorted(folder.iterdir(), key=lambda each: each.name):
            yield Asset(f"{ENGINE}/{file.name}", file.read_bytes())


@cache
def read_questions() -> dict[str, Any]:
    """`questions.yml`: the SQL of all questions, their blanks, and what fills these."""
    file = importlib.resources.files("mkdocs_dossier.pages.query") / "questions.yml"
    read: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return read


def word_questions(say: Texts) -> Iterator[Question]:
    """All questions in a language; what its words have in square brackets is an open clause."""
    known = read_questions()
    for id, question in known["questions"].items():
        blanks = {
            name: _blank(id, name, given, say)
            for name, given in {**known["blanks"], **question.get("blanks", {})}.items()
        }
        clauses = []
        for number, words in enumerate(_OPEN.split(say(f"query.questions.{id}"))):
            parts: list[str | Blank] = list(_BLANK.split(words))
            parts[1::2] = [blanks[str(name)] for name in parts[1::2]]
            clauses.append(Clause(tuple(part for part in parts if part), bool(number % 2)))
        closed = (part for clause in clauses if not clause.open for part in clause.parts)
        title = "".join(part if isinstance(part, str) else f"[{part.label}]" for part in closed)
        yield Question(
            id, title, tuple(each for each in clauses if each.parts), question["sql"].strip()
        )


def _blank(question: str, name: str, given: dict[str, Any], say: Texts) -> Blank:
    choose, open_ = given.get("choose"), given.get("open", False)
    options = read_questions()["choices"][choose] if choose else ""
    any_ = say(f"query.any.{question}") if choose and open_ else ""
    label = say(f"query.blanks.{name}")
    return Blank(name, label, options, given.get("write", ""), open_, any_)


def _say_words(say: Texts) -> str:
    """What the script says, in order of their keys: texts of the site, not of the dossier."""
    words: dict[str, Any] = {
        name: {
            key: set_spaces(text, say.language) for key, text in say.under(f"query.{name}").items()
        }
        for name in ("columns", "kinds", "words", "count", "failed")
    }
    for name in ("working", "loading", "none", "cut", "sql-own", "sql-shared"):
        words[name] = set_spaces(say(f"query.{name}"), say.language)
    return json.dumps(words, ensure_ascii=False, sort_keys=True)
