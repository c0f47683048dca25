"""What templates can ask about where things come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.model.dates import Date, InvalidDate, day, parse
from mkdocs_dossier.model.provenance import Source, Statement
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.views.chain import Chain, trace
from mkdocs_dossier.views.disputed import disputes_of, is_disputed, is_kept

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press


def provenance_helpers(press: Press) -> dict[str, Callable[..., Any]]:
    """The functions for the template environment, by name."""

    def chain(source: Source, statement: Statement | None = None) -> Chain:
        return trace(source, press.dossier, statement)

    def cited(source: Source) -> str:
        """The text of the statement that a source refers to."""
        ref = source.statement
        found = press.dossier.statement(ref.record, ref.statement) if ref else None
        return found.text if found else str(ref)

    def passage(source: Source) -> str | None:
        """The address of the quoted passage."""
        return press.addresses.of(source.article) if source.article else None

    def field_label(field: str) -> str:
        key = f"provenance.field.{field}"
        return press.texts(key) if key in press.texts else field

    def value_words(record: Identified, field: str, value: str) -> str:
        """A disputed value as readers know it: a kind by its label, an id by its name."""
        if field == "kind":
            return press.term("kind", value, record.section)
        found = press.dossier.get(value)
        return found.title_text if found else value

    def day_words(value: dt.date) -> str:
        return press.date(day(value))

    return {
        "as_date": as_date,
        "chain": chain,
        "cited": cited,
        "day_words": day_words,
        "disputes_of": disputes_of,
        "field_label": field_label,
        "is_disputed": is_disputed,
        "is_kept": is_kept,
        "page_of": press.addresses.of,
        "passage": passage,
        "value_words": value_words,
    }


def as_date(value: str | None) -> Date | None:
    """The value of a disputed field as a date, None when it is something else."""
    try:
        return parse(value) if value else None
    except InvalidDate:
        return None
