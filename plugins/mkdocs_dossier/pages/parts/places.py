"""Where facts stand on the page of the record that holds them."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.index.keys import name_all
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.pages.values.text import Place


def place_all(sort: str, values: Sequence[Value]) -> Iterator[Place]:
    """The places of one list of facts, in the order of the file."""
    for number, name in enumerate(name_all(values), 1):
        yield Place(f"_{sort}-{name}", f"_{sort}-{number}")
