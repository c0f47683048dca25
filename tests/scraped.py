"""Scraped articles, read as `dossier import` does, on one day."""

from pathlib import Path
from typing import Any

from mkdocs_dossier.curate.press.article import Scraped, read_scraped
from mkdocs_dossier.model.dossier import Dossier

CASES = Path(__file__).parent / "curate/cases/import"
TODAY = "2026-11-01"


def read(dossier: Dossier, text: str | bytes, **options: Any) -> Scraped:
    """What is left of an article, and what is proposed of it."""
    raw = text if isinstance(text, bytes) else text.encode()
    return read_scraped(dossier, raw, TODAY, **options)
