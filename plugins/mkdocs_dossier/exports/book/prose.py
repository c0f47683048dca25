"""Prose as blocks: whatever a text in Markdown holds becomes words, emphasis, links and lists."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from lxml import html

from mkdocs_dossier.exports.book.value import Block, Entry, Form, Line, Run, Style
from mkdocs_dossier.languages.one_line import drop_unfit
from mkdocs_dossier.model.web import is_web_address

_STYLES: dict[str, Style] = {"strong": "strong", "em": "em", "code": "code"}
_FORMS: dict[str, Form] = {"blockquote": "quote", "pre": "code"}
_HEADING = re.compile(r"h([1-6])")
_LISTS, _ROWS = ("ul", "ol"), "table"
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def read_html(written: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML that is safe."""
    if not written.strip():
        return ()
    return tuple(_blocks(html.fragment_fromstring(written, create_parent="div")))


def _blocks(parent: Any) -> Iterator[Block]:
    loose: list[Run] = _words(parent.text or "")
    for child in parent:
        if _is_block(child):
            yield from _text_of(loose)
            loose = []
            yield from _block(child)
        else:
            loose += _inside(child, Run(""))
        loose += _words(child.tail or "")
    yield from _text_of(loose)


def _is_block(element: Any) -> bool:
    tag = element.tag
    known = ("p", "div", "hr", "figure", _ROWS, *_LISTS, *_FORMS)
    return isinstance(tag, str) and (tag in known or bool(_HEADING.fullmatch(tag)))


def _text_of(runs: Iterable[Run]) -> Iterator[Block]:
    line = tidy(runs)
    if line:
        yield Block("text", (line,))


def _block(element: Any) -> Iterator[Block]:
    tag = element.tag
    heading = _HEADING.fullmatch(tag)
    if heading:
        line = tidy(_inside(element, Run("")))
        yield from [Block("heading", (line,), level=max(1, int(heading[1]) - 2))] if line else []
    elif tag in _LISTS:
        entries = tuple(_entry(each) for each in element if each.tag == "li")
        yield from [Block("list", entries=entries)] if entries else []
    elif tag == _ROWS:
        rows = (tidy(_row(each)) for each in element.iter("tr"))
        entries = tuple(Entry(line) for line in rows if line)
        yield from [Block("list", entries=entries)] if entries else []
    elif tag == "pre":
        text = drop_unfit("".join(element.itertext())).rstrip("\n")
        yield Block("code", tuple((Run(line),) for line in text.split("\n")))
    elif tag == "p":
        yield from _text_of(_inside(element, Run("")))
    else:
        form = _FORMS.get(tag)
        for block in _blocks(element):
            yield replace(block, form=form) if form and block.form == "text" else block


def _entry(item: Any) -> Entry:
    """What is deeper than one step goes one step deep."""
    lines: list[Line] = []
    for block in _blocks(item):
        lines += block.lines
        for entry in block.entries:
            lines += [entry.line, *entry.under]
    return Entry(lines[0] if lines else (), tuple(lines[1:]))


def _row(row: Any) -> Iterator[Run]:
    for number, cell in enumerate(row):
        if number:
            yield Run(" | ")
        yield from _inside(cell, Run(""))


def _inside(element: Any, look: Run) -> list[Run]:
    if not isinstance(element.tag, str):
        return []
    if element.tag == "br":
        return [replace(look, text=" ")]
    if element.tag == "img":
        return _words(element.get("alt", ""), look)
    look = replace(look, style=_STYLES.get(element.tag, look.style))
    if element.tag == "a":
        address = element.get("href", "")
        inside = address.startswith("#")
        look = replace(look, to=address[1:] if inside else address)
        look = look if inside or is_web_address(address) else replace(look, to="")
    runs = _words(element.text or "", look)
    for child in element:
        runs += _inside(child, look)
        runs += _words(child.tail or "", look)
    return runs


def _words(text: str, look: Run = Run("")) -> list[Run]:  # noqa: B008 (it is frozen)
    return [replace(look, text=_SPACES.sub(" ", drop_unfit(text)))] if text else []


def tidy(runs: Iterable[Run]) -> Line:
    """Runs as a line: none empty, no spaces at its ends."""
    line = [run for run in runs if run.text]
    while line and not line[0].text.strip():
        del line[0]
    while line and not line[-1].text.strip():
        del line[-1]
    if line and line[0].text[0].isspace():
        line[0] = replace(line[0], text=line[0].text.lstrip())
    if line and line[-1].text[-1].isspace():
        line[-1] = replace(line[-1], text=line[-1].text.rstrip())
    return tuple(line)
