"""Stretches of a text in which the recognition has no say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.names.automaton import Hit
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.folding import Folded
from mkdocs_dossier.names.forms import Form


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text. `read`: names in it count as named, but are no mentions (headings)."""

    start: int
    end: int
    read: bool = False


def decide(
    hits: list[Hit],
    text: Folded,
    fixed: Mapping[tuple[int, int], str | None],
    bearers: Mapping[str, Bearer],
) -> list[Hit]:
    """The hits with those the curator has decided in place of what overlaps them."""
    decided = sorted(
        (text.place(start), text.place(end), record) for (start, end), record in fixed.items()
    )
    free = _outside(hits, [(start, end) for start, end, _ in decided])
    for start, end, record in decided:
        if record is not None and record in bearers:
            form = Form(text.clean[start:end], bearers[record], "explicit")
            free.append((start, end, (form,)))
    return sorted(free, key=lambda hit: hit[0])


def mask(hits: list[Hit], text: Folded, spans: Sequence[Span]) -> tuple[list[Hit], set[int]]:
    """The hits outside what is not read, and the starts of those that are read but not linked."""
    places = sorted((text.place(span.start), text.place(span.end), span.read) for span in spans)
    kept = _outside(hits, [(start, end) for start, end, read in places if not read])
    shown = _outside(kept, [(start, end) for start, end, read in places if read])
    return kept, {hit[0] for hit in kept} - {hit[0] for hit in shown}


def _outside(hits: list[Hit], spans: list[tuple[int, int]]) -> list[Hit]:
    """The hits that overlap none of the spans; both are in order."""
    kept: list[Hit] = []
    index = 0
    for hit in hits:
        while index < len(spans) and spans[index][1] <= hit[0]:
            index += 1
        if index == len(spans) or hit[1] <= spans[index][0]:
            kept.append(hit)
    return kept
