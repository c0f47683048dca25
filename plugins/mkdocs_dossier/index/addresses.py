"""Where each thing stands on the site."""

import posixpath
from collections.abc import Iterator

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.reads import Service, made_once
from mkdocs_dossier.model.references import is_id
from mkdocs_dossier.model.sections import SECTIONS


class Addresses(Service):
    """Addresses from the site's root, in the words of its language: `acteurs/wang-huning/`."""

    def __init__(self, dossier: Dossier, say: Texts) -> None:
        self._dossier = dossier
        self._words = say.under("address")

    def index(self, name: str) -> str:
        """The index of a section, or the page of a view."""
        return f"{self._words[name]}/"

    def of(self, id: str) -> str | None:
        """The page of a record or article; `id#statement` leads to the statement. None: unknown."""
        base, _, anchor = id.partition("#")
        page = self._pages.get(base)
        return f"{page}#{anchor}" if page and anchor else page

    @made_once
    def _pages(self) -> dict[str, str]:
        return {
            id: f"{self._words[section.folder]}/{id}/"
            for section in reversed(SECTIONS)
            for id in self._dossier.held_in(section)
        }

    def live(self) -> set[str]:
        """Every address that must never die: of records, statements and former ids."""
        found: set[str] = set()
        for record in self._dossier.everything():
            page = self.of(record.id) or ""
            section = page.partition("/")[0]
            found |= {
                page,
                *(f"{section}/{former}/" for former in filter(is_id, record.former_ids)),
            }
            found |= {f"{page}#{each.id}" for each in record.statements if is_id(each.id or "")}
        return found

    def answered(self) -> set[str]:
        """What still leads to its record: the live ones, and its statements under former ids."""
        return self.live() | {
            f"{(self.of(record.id) or '').partition('/')[0]}/{former}/#{each.id}"
            for record in self._dossier.everything()
            for former in filter(is_id, record.former_ids)
            for each in record.statements
            if is_id(each.id or "")
        }

    def dyad(self, one: str, other: str) -> str:
        """The page of two actors; the order does not matter."""
        first, second = sorted((one, other))
        return f"{self._words['relations']}/{first}--{second}/"

    def part(self, view: str, number: int) -> str:
        """A page of a view that may have several, from 1."""
        return self.index(view) + (f"{number}/" if number > 1 else "")


def relative(target: str, page: str) -> str:
    """An address from the root, as a link on the page at another address from the root."""
    path, hash_, anchor = target.partition("#")
    if path == page and hash_:
        return f"#{anchor}"
    folder = page if page.endswith("/") else posixpath.dirname(page)  # a page may be `a/b.html`
    link = posixpath.relpath(f"/{path}", f"/{folder}")
    return (f"{link}/" if path.endswith("/") or not path else link) + hash_ + anchor


def read_addresses(text: str) -> Iterator[tuple[int, str]]:
    """The addresses in an `addresses.txt`, with their lines; `#` lines are remarks."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()
