"""The earlier versions of a dossier's statements; what one content said is kept between builds."""

from pathlib import Path
from typing import Any

import orjson

from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.sections import SECTIONS, Section
from mkdocs_dossier.pages.cited import Past, Version, Words, list_words
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.source.parse import parse_text
from mkdocs_dossier.source.past import Written, list_past, read_blobs

_KEPT = "past"


def read_past(folder: Path, kept: Kept) -> Past:
    """The versions of each file of a dossier's folder that commits have changed."""
    found = {
        path: (section, versions)
        for path, versions in list_past(folder).items()
        if (section := _section_of(path))
    }
    said = _read_contents(folder, found, kept)
    return {
        path: [Version(each.day, each.why, said.get(each.blob, {})) for each in versions]
        for path, (_, versions) in found.items()
    }


def _section_of(path: str) -> Section | None:
    """The section whose file a path names."""
    name, _, file = path.partition("/")
    for section in SECTIONS:
        if section.folder == name and file.endswith(section.ending) and "/" not in file:
            return section
    return None


def _read_contents(
    folder: Path, found: dict[str, tuple[Section, list[Written]]], kept: Kept
) -> dict[str, dict[str, Words]]:
    """What each content says, by its hash."""
    wanted = {each.blob: section for section, versions in found.values() for each in versions}
    keys = {blob: kept.key(_KEPT, (blob, section.folder), "") for blob, section in wanted.items()}
    known = kept.find(keys.values())
    missing = [blob for blob, key in keys.items() if key not in known]
    texts = read_blobs(folder, missing)
    for blob in missing:
        said = _read_statements(texts.get(blob, ""), wanted[blob])
        known[keys[blob]] = orjson.dumps(said)
        kept.put(keys[blob], known[keys[blob]])
    read: dict[str, Any] = {blob: orjson.loads(known[key]) for blob, key in keys.items()}
    return read


def _read_statements(text: str, section: Section) -> dict[str, Words]:
    """The statements of a file as it once was; none of one that cannot be read any more."""
    value = parse_text(text, "", section.model).value
    return list_words(value.statements) if isinstance(value, Identified) else {}
