"""The dossier in other formats: one file a format, found by its FORMAT."""

import importlib.util
import pkgutil
from collections.abc import Collection, Iterator

from mkdocs_dossier.exports.format import EXTRAS, File, Format
from mkdocs_dossier.exports.publication import DATA, Publication


def _find_formats() -> Iterator[Format]:
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        if hasattr(module, "FORMAT"):
            yield module.FORMAT


FORMATS: dict[str, Format] = {
    each.name: each for each in sorted(_find_formats(), key=lambda each: (each.order, each.name))
}
"""All formats by name, in the order in which a page lists them."""


USUAL: tuple[Format, ...] = tuple(each for each in FORMATS.values() if not each.extra)
"""Those that are made without being asked for."""


def formats_with(extras: Collection[str]) -> list[Format]:
    """The usual ones, and those that need one of these extras of the package."""
    return [each for each in FORMATS.values() if not each.extra or each.extra in extras]


def is_installed(extra: str) -> bool:
    """Whether what an extra brings is there."""
    return importlib.util.find_spec(EXTRAS[extra]) is not None


def site_path(publication: Publication, file: File) -> str:
    """Where a file stands on the site, from its root."""
    return file.path if file.beside else f"{publication.addresses.index(DATA)}{file.path}"
