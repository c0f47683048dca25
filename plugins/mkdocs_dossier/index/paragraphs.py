"""The paragraphs of an article's body and their anchors."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.places import position_of
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.slug import slugify

ANCHOR_WORDS = 5
_BLOCK = re.compile(r"(?:^[^\S\r\n]*\S[^\r\n]*(?:\r\n|\r|\n|\Z))+", re.MULTILINE)
_NAMED = re.compile(r"\[\[([^\[\]|\n]+)")
_ANCHOR = re.compile(r"\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*\Z")


@dataclass(frozen=True)
class Paragraph:
    """A block of text. `line` is its first line in the file; `plain` what a reader sees of it.

    `start` and `end` are its offsets in the article's text.
    """

    anchor: str
    line: int
    plain: str
    start: int = 0
    end: int = 0


def list_paragraphs(article: Article, name_of: Callable[[str], str] = str) -> list[Paragraph]:
    """The paragraphs of the body in order; headings are none."""
    named = dict.fromkeys(each.strip() for each in _NAMED.findall(article.text))
    shown = tuple((id, name_of(id)) for id in named)
    return list(_list_paragraphs(article.text, article.body_line, shown))


@lru_cache(maxsize=4096)
def _list_paragraphs(
    body: str, body_line: int, shown: tuple[tuple[str, str], ...]
) -> tuple[Paragraph, ...]:
    """Several ask for those of an article, and a preview again after each change of another file.

    `shown`: what the records that the text names are called.
    """
    found: list[Paragraph] = []
    anchors, names = Anchors(), dict(shown)
    for block in _BLOCK.finditer(body):
        text = block.group()
        if text.lstrip().startswith("#"):
            continue
        line = body_line + position_of(body, block.start())[0] - 1
        plain = read_plain(text, lambda id: names.get(id, id)).strip()
        given = _ANCHOR.search(text)
        anchor = anchors.take(plain, given[1] if given else None)
        found.append(Paragraph(anchor, line, plain, *block.span()))
    return tuple(found)


class Anchors:
    """Gives each paragraph its anchor: the one written there, else from its first words.

    None of those `taken` already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}  # where to go on, of many paragraphs that begin alike

    def take(self, plain: str, given: str | None = None, prefix: str = "") -> str:
        """The anchor of the next paragraph; never the same twice. `prefix` is for one not given."""
        base = given or prefix + slugify(plain, ANCHOR_WORDS)
        count = self._counts.get(base, 1)
        anchor = base if count == 1 else f"{base}-{count}"
        while anchor in self._taken:
            count += 1
            anchor = f"{base}-{count}"
        self._counts[base] = count
        self._taken.add(anchor)
        return anchor
