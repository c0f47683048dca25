"""From the files of all formats to the value of their page."""

from collections.abc import Iterable
from itertools import groupby

from babel.numbers import format_decimal

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.dates import day
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.pages.data.value import DataPage, Download, FileLine, FormatGroup
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.text import Link

DATABASE = "sqlite"
"""The format that can be asked."""
_UNITS = ("b", "kb", "mb")
_STEP = 1000
_WHOLE = 10  # from so many on, no decimals


def gather_data(scope: Scope) -> DataPage:
    """A section for each format, in the order in which they were made."""
    site = scope.site
    now = site.features.now
    made = groupby(site.downloads, key=lambda each: each.format)
    return DataPage(
        site.when(day(now)) if now else None,
        site.dossier.settings.licence,
        tuple(
            site.texts.plural(f"data.counts.{each.folder}", len(site.dossier.held_in(each)))
            for each in SECTIONS
        ),
        tuple(_gather_format(scope, name, list(files)) for name, files in made),
        scope.url(site.addresses.index("query")) if find_database(site) else None,
    )


def _gather_format(scope: Scope, name: str, files: list[Download]) -> FormatGroup:
    say = scope.site.texts
    main = next((each for each in files if each.example), files[0])
    beside: list[Download] = []
    listed: list[Download] = []
    for each in files:
        apart = each.beside and not each.title and each is not main
        (beside if apart else listed).append(each)
    folder = scope.address
    return FormatGroup(
        name,
        say(f"data.formats.{name}.title"),
        say(f"data.formats.{name}.about"),
        say(f"data.formats.{name}.limits"),
        main.example.replace("{file}", f"{scope.site.features.site}{main.address}"),
        tuple(
            FileLine(
                Link(each.address.removeprefix(folder), scope.url(each.address)),
                each.title,
                say_size(each.size, say),
                each.rows,
            )
            for each in listed
        ),
        say_size(_add(listed), say),
        len(beside),
        say_size(_add(beside), say),
    )


def _add(files: Iterable[Download]) -> int:
    return sum(each.size for each in files)


def say_size(size: int, say: Texts) -> str:
    """A number of bytes in words: « 12 ko »."""
    number, unit = float(size), 0
    while number >= _STEP and unit < len(_UNITS) - 1:
        number, unit = number / _STEP, unit + 1
    rounded = round(number) if number >= _WHOLE or not unit else round(number, 1)
    words = str(format_decimal(rounded, locale=say.locale)).replace("\u202f", "\u00a0")
    return say(f"data.size.{_UNITS[unit]}", number=words)


def find_database(site: Site) -> Download | None:
    """The database among the files of the formats, if it is made."""
    return next((each for each in site.downloads if each.format == DATABASE and each.example), None)
