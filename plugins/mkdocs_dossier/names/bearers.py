"""A dossier's records as far as their names go."""

from collections.abc import Iterator
from functools import cache

from babel import Locale, localedata

from mkdocs_dossier.languages import languages
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.records import Actor, Place, Record
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.persons import is_family_first, shapes


def list_bearers(dossier: Dossier) -> Iterator[Bearer]:
    """All records of a dossier as bearers of names, in its order."""
    for record in dossier.records():
        yield Bearer(
            record=record.id,
            kind=record.kind,
            name=record.name,
            section=record.section,
            aliases=tuple(alias.name for alias in record.aliases),
            short_names=tuple(record.short_names),
            never_link=tuple(record.never_link),
            family_first=_find_order(record, dossier),
            government_of=record.government_of if isinstance(record, Place) else None,
        )


def _find_order(record: Record, dossier: Dossier) -> bool | None:
    """As the record says; else as the name looks; else as is usual in the person's country."""
    if not isinstance(record, Actor) or record.kind != "person":
        return None
    if record.name_order:
        return record.name_order == "family-first"
    shape = is_family_first(record.name)
    country = dossier.actors.get(record.country or "")
    if shape is not None or country is None:
        return shape
    names = (country.name, *(alias.name for alias in country.aliases))
    known = [_country_codes(dossier.language), *map(_country_codes, languages())]
    codes = {each.get(name.casefold()) for each in known for name in names}
    return True if codes & shapes("family_first_countries") else None


@cache
def _country_codes(language: str) -> dict[str, str]:
    """The codes of countries by their names in a language, or nothing for an unknown language."""
    code = language.split("-")[0].lower()
    territories = Locale(code).territories if code in localedata.locale_identifiers() else {}
    return {name.casefold(): code for code, name in territories.items() if len(code) == 2}
