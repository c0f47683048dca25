"""Words with links, prose, and dates as a page shows them."""

from mkdocs_dossier.model.frozen import frozen


@frozen
class Link:
    """A link to a page, relative to the one that shows it; no `address`: the words alone.

    `record` is the id of the record or article that it leads to, empty for any other page.
    """

    words: str
    address: str | None = None
    record: str = ""


@frozen
class Place:
    """Where a fact stands on its page. `former` still leads there: so it was called by its number
    among the others, which may have moved since.
    """

    anchor: str
    former: str


Text = tuple[str | Link, ...]
"""A text without Markdown, its names linked."""


@frozen
class Mentioned:
    """A name in a prose text (code points `start` to `end`) and where it leads."""

    start: int
    end: int
    record: str
    address: str


@frozen
class Prose:
    """Markdown with its names placed.

    `mentions` are in order; `targets` says for each `[[target]]` that the text writes what it leads
    to, `pictures` for each path of a picture its address. `level` is that of the text's highest
    headings; ids inside start with `prefix`.
    """

    markdown: str
    mentions: tuple[Mentioned, ...] = ()
    targets: tuple[tuple[str, Link], ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    level: int = 3
    prefix: str = ""


@frozen
class When:
    """A date in words. `machine` is its ISO form where it is one sure day.

    No date at all is `When(words, unknown=True)`.
    """

    words: str
    machine: str | None = None
    doubtful: bool = False
    unknown: bool = False


@frozen
class Heading:
    """A section of a page: its anchor, its title, and how many things it lists (0: not said)."""

    id: str
    title: str
    count: int = 0
