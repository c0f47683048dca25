"""What makes an archive copy citable: CITATION.cff, RO-Crate, and the checksums of every file."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.dossier import Dossier

VARIABLE = "DOSSIER_EDITION"
"""In the environment of a build: the name of the edition that it makes."""
SUMS, EDITION = "SHA256SUMS", "edition.json"
CITATION, CRATE = "CITATION.cff", "ro-crate-metadata.json"
SITE, DATA = "site", "data"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_SUM = re.compile(r"([0-9a-f]{64})  (.+)")
_LICENCE = re.compile(r"(?:CC-BY(?:-NC)?(?:-SA|-ND)?-\d\.\d|CC0-1\.0)")


class InvalidEdition(Exception):
    """A folder that is no edition; `key` is a message key below `edition`, with its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Edition:
    """An edition: its name, the commit it was made from and that one's day, the site's address."""

    name: str
    commit: str
    date: str
    site: str


def write_papers(edition: Edition, dossier: Dossier, files: Mapping[str, int]) -> dict[str, str]:
    """The texts of an edition's own files but the checksums, by name; `files` are all others by
    path, with their sizes in bytes.
    """
    return {
        CITATION: _write_citation(edition, dossier),
        CRATE: _write_json(_describe_crate(edition, dossier, files)),
        EDITION: _write_json(asdict(edition)),
    }


def _write_citation(edition: Edition, dossier: Dossier) -> str:
    """CITATION.cff (1.2.0): JSON strings are strings of YAML too."""
    settings = dossier.settings
    licence = spdx(settings.licence)
    fields = {
        "title": one_line(settings.title),
        "abstract": one_line(settings.summary or ""),
        "version": edition.name,
        "date-released": edition.date,
        "commit": edition.commit,
        "license": licence or "",
        "url": edition.site,
    }
    author = json.dumps(one_line(settings.publisher or settings.title), ensure_ascii=False)
    lines = ["cff-version: 1.2.0", 'message: "Cite this edition."', "type: dataset"]
    lines += [f"authors:\n  - name: {author}"]
    lines += [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value
    ]
    return "\n".join(lines) + "\n"


def _describe_crate(edition: Edition, dossier: Dossier, files: Mapping[str, int]) -> dict[str, Any]:
    """RO-Crate 1.1: each file of the data; the site is one thing."""
    settings = dossier.settings
    data = {path: size for path, size in files.items() if path.startswith(f"{DATA}/")}
    pages = any(path.startswith(f"{SITE}/") for path in files)
    parts = [{"@id": path} for path in (CITATION, EDITION, SUMS, *data)]
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": one_line(settings.title),
        "description": one_line(settings.summary or settings.title),
        "datePublished": edition.date,
        "version": edition.name,
        "identifier": edition.commit,
        "hasPart": [*parts, *([{"@id": f"{SITE}/"}] if pages else [])],
    }
    if edition.site:
        root["url"] = edition.site
    licence = _describe_licence(settings.licence)
    if licence:
        root["license"] = {"@id": licence[0]["@id"]}
    publisher = one_line(settings.publisher or "")
    if publisher:
        root |= {"author": {"@id": _PUBLISHER}, "publisher": {"@id": _PUBLISHER}}
    described: list[dict[str, Any]] = [
        {
            "@id": CRATE,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        root,
        *(_describe_file(name) for name in (CITATION, EDITION, SUMS)),
        *(_describe_file(path) | {"contentSize": str(size)} for path, size in data.items()),
    ]
    if pages:
        described.append({"@id": f"{SITE}/", "@type": "Dataset", "name": SITE})
    described += licence
    if publisher:
        described.append({"@id": _PUBLISHER, "@type": "Organization", "name": publisher})
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": described}


def _describe_licence(licence: str | None) -> list[dict[str, Any]]:
    """A thing of its own, as RO-Crate wants it; nothing where there is none."""
    if not licence:
        return []
    known = spdx(licence)
    id = f"https://spdx.org/licenses/{known}" if known else "#licence"
    return [{"@id": id, "@type": "CreativeWork", "name": one_line(licence)}]


def _describe_file(path: str) -> dict[str, str]:
    name = path.rpartition("/")[2]
    endings = (name[at:] for at, sign in enumerate(name) if sign == ".")
    kind = next((_KINDS[each] for each in endings if each in _KINDS), _PLAIN)
    return {"@id": path, "@type": "File", "name": path, "encodingFormat": kind}


_PUBLISHER = "#publisher"
_PLAIN = "text/plain"
_KINDS = {
    ".bib": "application/x-bibtex",
    ".cff": "application/yaml",
    ".csv": "text/csv",
    ".epub": "application/epub+zip",
    ".ftm.json": "application/x-ndjson",
    ".gexf": "application/xml",
    ".graphml": "application/xml",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".ris": "application/x-research-info-systems",
    ".schema.json": "application/schema+json",
    ".sqlite": "application/vnd.sqlite3",
    ".ttl": "text/turtle",
    ".txt": _PLAIN,
    ".xml": "application/atom+xml",
}
"""What the files of all formats are, by the longest ending that one has: machines know few."""


def spdx(licence: str | None) -> str | None:
    """The SPDX name of a licence of Creative Commons as it is usually written; else None."""
    name = (licence or "").strip().upper().replace(" ", "-")
    return name if _LICENCE.fullmatch(name) else None


def write_sums(sums: Mapping[str, str]) -> str:
    """SHA256SUMS, as `sha256sum --check` reads it."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))


def read_sums(text: str) -> dict[str, str]:
    """The checksums by path. Raises InvalidEdition for a line that is none, or leads outside."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _SUM.fullmatch(line)
        parts = match[2].split("/") if match else []
        if not match or any(part in ("", ".", "..") for part in parts) or "\\" in match[2]:
            raise InvalidEdition("sums", line=str(number), path=SUMS)
        found[match[2]] = match[1]
    return found


def read_edition(text: str) -> Edition:
    """What `edition.json` says. Raises InvalidEdition where it is not what a release writes."""
    try:
        fields = json.loads(text)
        edition = Edition(**fields)
    except (ValueError, TypeError, RecursionError):
        raise InvalidEdition("unreadable", path=EDITION) from None
    values = asdict(edition).values()
    if not all(isinstance(value, str) for value in values):
        raise InvalidEdition("unreadable", path=EDITION)
    if not NAME.fullmatch(edition.name) or not _COMMIT.fullmatch(edition.commit):
        raise InvalidEdition("unreadable", path=EDITION)
    return edition


def sum_files(folder: Path) -> dict[str, str]:
    """The checksum of each file below a folder by its path, without that of the checksums; links
    are not followed, and none counts.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(folder).as_posix()
            if name != SUMS:
                with path.open("rb") as file:
                    found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _write_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
