"""All that the page of the questions shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.text import Link


@frozen
class Blank:
    """A blank of a question: what is chosen is one of `options` (an SQL query for id and label), or
    written, if that is empty. `write`: 'since' or 'until' (a year or a date), or 'words'; `open`:
    it may stay empty; `any`: what it is called then, where it is chosen.
    """

    name: str
    label: str
    options: str
    write: str
    open: bool
    any: str


@frozen
class Clause:
    """Words in order, blanks among them. `open`: not said where its blanks stay empty."""

    parts: tuple[str | Blank, ...]
    open: bool


@frozen
class Question:
    """A question, clause by clause, and the SQL that answers it. `title` has no open clauses."""

    id: str
    title: str
    clauses: tuple[Clause, ...]
    sql: str


@frozen
class QueryPage:
    """The questions, the database that they are asked of, and what to take away without a script.

    `bytes` and `size` (in words) are those of the database; `site` is the site's own address, by
    which addresses in the database begin; `words` what the script says, as JSON; `tables` where the
    tables are described.
    """

    database: str
    bytes: int
    size: str
    style: str
    engine: str
    root: str
    site: str
    words: str
    questions: tuple[Question, ...]
    downloads: tuple[Link, ...]
    tables: str
