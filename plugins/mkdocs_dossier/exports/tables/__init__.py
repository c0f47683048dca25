"""The dossier as tables: what every format with rows is made from."""

from mkdocs_dossier.exports.tables.facts import FACT_TABLES
from mkdocs_dossier.exports.tables.records import RECORD_TABLES
from mkdocs_dossier.exports.tables.seen import SEEN_TABLES
from mkdocs_dossier.exports.tables.sources import SOURCE_TABLES
from mkdocs_dossier.exports.tables.table import Table

TABLES: tuple[Table, ...] = (*RECORD_TABLES, *FACT_TABLES, *SOURCE_TABLES, *SEEN_TABLES)
"""All tables; each refers to tables before it, or to itself, but for those that facts refer to."""
