"""Where each thing stands on the site."""

import posixpath

from mkdocs_dossier.locales import Texts
from mkdocs_dossier.model.dossier import Dossier

SECTIONS = ("actors", "events", "places", "topics", "articles")
VIEWS = ("relations", "chronology", "coverage", "corrections", "tags")


class Addresses:
    """Addresses from the site's root, in the words of its language: `acteurs/wang-huning/`."""

    def __init__(self, dossier: Dossier, say: Texts) -> None:
        self._dossier = dossier
        self._words = {name: say(f"address.{name}") for name in (*SECTIONS, *VIEWS)}

    def index(self, name: str) -> str:
        """The index of a section, or the page of a view."""
        return f"{self._words[name]}/"

    def of(self, id: str) -> str | None:
        """The page of a record or article; `id#statement` leads to the statement. None: unknown."""
        base, _, anchor = id.partition("#")
        for section in SECTIONS:
            if base in getattr(self._dossier, section):
                return f"{self._words[section]}/{base}/" + (f"#{anchor}" if anchor else "")
        return None

    def dyad(self, one: str, other: str) -> str:
        """The page of two actors; the order does not matter."""
        first, second = sorted((one, other))
        return f"{self._words['relations']}/{first}--{second}/"


def relative(target: str, page: str) -> str:
    """An address from the root, as a link on the page at another address from the root."""
    path, hash_, anchor = target.partition("#")
    if path == page and hash_:
        return f"#{anchor}"
    link = posixpath.relpath(f"/{path}", f"/{page}")
    return (f"{link}/" if path.endswith("/") or not path else link) + hash_ + anchor
