"""The description of all tables as a Frictionless Data Package (version 1 of its specification)."""

import json
from typing import Any

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.exports.reference import describe_field
from mkdocs_dossier.exports.tables import TABLES
from mkdocs_dossier.exports.tables.table import NUMBER, Column, Form, Table
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.slug import slugify

_TYPES: dict[Form, str] = {"edtf": "string", "day": "string", "order": "integer"}
_DAY = r"'?-?\d{4}-\d{2}-\d{2}"


def describe_package(publication: Publication, rows: dict[str, int]) -> bytes:
    """`datapackage.json`; `rows` says how many each table has."""
    dossier, say = publication.dossier, publication.texts
    settings = dossier.settings
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": slugify(settings.title) or "dossier",
        "title": settings.title,
        "description": say("data.package"),
        "homepage": publication.site or None,
        "created": f"{publication.now}T00:00:00Z" if publication.now else None,
        "licenses": [{"name": settings.licence}] if settings.licence else None,
        "resources": [_describe_table(table, rows[table.name], say) for table in TABLES],
    }
    kept = {key: value for key, value in package.items() if value is not None}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode()


def _describe_table(table: Table, rows: int, say: Texts) -> dict[str, Any]:
    keys = [
        {
            "fields": column.name,
            "reference": {
                "resource": "" if column.to == table.name else column.to,
                "fields": first_column(column.to),
            },
        }
        for column in table.columns
        if column.to
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": say(f"data.tables.{table.name}"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": rows,
        "schema": {
            "fields": [_describe_column(table, column, say) for column in table.columns],
            "primaryKey": table.key_names,
            "foreignKeys": keys,
        },
    }


def _describe_column(table: Table, column: Column, say: Texts) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.form == "day":
        constraints["pattern"] = _DAY
    field = {
        "name": column.name,
        "type": _TYPES.get(column.form, column.form),
        "description": describe_column(table, column, say),
    }
    return {**field, "constraints": constraints} if constraints else field


def describe_column(table: Table, column: Column, say: Texts) -> str:
    """What a column holds: in its own words, else those of the field that it is."""
    if column.form == "order":
        return say("data.columns.order", column=column.name.removesuffix(f"_{NUMBER}"))
    base, _, end = column.name.rpartition("_")
    if column.form == "day":
        return say(f"data.columns.{end}", column=base)
    for key in (f"data.columns.{table.name}.{column.name}", f"data.columns.{column.name}"):
        if key in say:
            return say(key)
    assert column.of is not None, f"{table.name}.{column.name} has no words"
    return describe_field(column.of, column.name.removeprefix("document_"), say)


def first_column(table: str) -> str:
    """The column that others refer to."""
    return next(each.columns[0].name for each in TABLES if each.name == table)
