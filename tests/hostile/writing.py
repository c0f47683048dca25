"""Dossiers made in tests, as files."""

import json
from pathlib import Path
from typing import Any


def write_dossier(
    folder: Path, files: dict[str, dict[str, Any]], settings: dict[str, Any] | None = None
) -> None:
    """Write the fields of each file by its path; an article's body is under the key ''."""
    files = {"dossier.yml": {"title": "Essai", "language": "fr", **(settings or {})}, **files}
    for name, fields in files.items():
        body = fields.get("")
        text = json.dumps({key: value for key, value in fields.items() if key}, ensure_ascii=False)
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = f"---\n{text}\n---\n{body}\n" if name.endswith(".md") else text
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
