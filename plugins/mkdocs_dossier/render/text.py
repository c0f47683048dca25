"""Links, texts with names in them, and dates as HTML.

Functions instead of macros: a page has hundreds of each, and a macro costs ten times as much.
"""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from mkdocs_dossier.languages.typography import set_spaces
from mkdocs_dossier.pages.values.text import Link, Text, When


class TextWriter:
    """Writes the words of one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.link = lru_cache(maxsize=20_000)(self._link)  # most stand on many pages

    def words(self, text: str) -> Markup:
        """Plain words, escaped, with the spaces of the language."""
        return escape(set_spaces(text, self._language))

    def _link(self, link: Link) -> Markup:
        """A link; the words alone where it leads nowhere."""
        words = self.words(link.words)
        if link.address is None:
            return words
        record = f' data-record="{escape(link.record)}"' if link.record else ""
        return Markup(f'<a href="{escape(link.address)}"{record}>{words}</a>')

    def links(self, links: Iterable[Link]) -> Markup:
        """Links in a row: « A, B, C »."""
        return Markup(", ").join([self.link(each) for each in links])

    def text(self, text: Text) -> Markup:
        """A text with its names linked. Spaces are set across the links."""
        whole = set_spaces(
            "".join(each if isinstance(each, str) else each.words for each in text), self._language
        )
        parts, at = [], 0
        for each in text:  # setting spaces changes no length
            words = each if isinstance(each, str) else each.words
            shown, at = whole[at : at + len(words)], at + len(words)
            parts.append(
                escape(shown)
                if isinstance(each, str)
                else self.link(Link(shown, each.address, each.record))
            )
        return Markup("").join(parts)

    def when(self, when: When) -> Markup:
        """A date in words, as a `<time>` where it is one sure day."""
        words = self.words(when.words)
        if when.machine:
            return Markup(f'<time class="d-date" datetime="{escape(when.machine)}">{words}</time>')
        unknown = " d-date--unknown" if when.unknown else ""
        doubtful = " d-date--uncertain" if when.doubtful else ""
        return Markup(f'<span class="d-date{unknown}{doubtful}">{words}</span>')
