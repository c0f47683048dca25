"""What mkdocs.yml and dossier.yml say that is needed before a dossier is loaded."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_dossier.source import files
from mkdocs_dossier.source.tree import read_tree

SITE_FILE = "mkdocs.yml"


@dataclass(frozen=True)
class SiteSettings:
    """The folder of hand-written pages, whether mkdocs.yml trusts it, whether names are linked."""

    docs: Path
    trusted: bool = False
    links: bool = False


def read_site_settings(folder: Path) -> SiteSettings:
    """The settings in the `mkdocs.yml` of a folder; the usual ones where there is none."""
    try:
        data = read_tree(files.read_text(folder / SITE_FILE)).data
    except (files.Unreadable, yaml.YAMLError):
        data = None
    if not isinstance(data, dict):
        return SiteSettings(folder / "docs")
    docs = data.get("docs_dir")
    plugins = _list_plugins(data.get("plugins"))
    options = plugins.get("dossier")
    trusted = options.get("trusted_docs") if isinstance(options, dict) else None
    return SiteSettings(
        folder / (docs if isinstance(docs, str) and docs else "docs"),
        str(trusted).lower() in ("true", "yes", "on"),
        "dossier-links" in plugins,
    )


def read_language(folder: Path) -> str:
    """The language that the `dossier.yml` of a folder gives, "" if it gives none."""
    try:
        data = read_tree(files.read_text(folder / "dossier.yml")).data
    except (files.Unreadable, yaml.YAMLError):
        data = None
    return str(data.get("language") or "") if isinstance(data, dict) else ""


def are_names_linked(folder: Path) -> bool:
    """Whether names in text become links: as the `mkdocs.yml` there says; without one, yes."""
    return read_site_settings(folder).links or not (folder / SITE_FILE).is_file()


def _list_plugins(written: Any) -> dict[str, Any]:
    """The plugins with their options, from either form in which they may be written."""
    if isinstance(written, dict):
        return written
    found: dict[str, Any] = {}
    for each in written if isinstance(written, list) else []:
        found |= each if isinstance(each, dict) else {str(each): None}
    return found
