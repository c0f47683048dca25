"""Code in Markdown as people and site generators write it: in lists and in boxes too."""

import re
from collections.abc import Iterator

from mkdocs_dossier.names.spans import Span

_BOX = re.compile(r"[ \t]*(?:!!!|\?\?\?|===)(?![^\s\"+])")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|[0-9]+[.)])[ \t]")
_VIEW = re.compile(r":::[ \t]")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_STEP = 4


def find_blocks(text: str) -> Iterator[Span]:
    """What of a hand-written page is code, the title of a box, or a view: no name is linked there.

    A block set off by four spaces is code unless a list or a box around it asks for these.
    """
    at, fence, opened = 0, "", 0
    around = [0]
    blank, code = True, False
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        bare = line.strip()
        if fence:
            if bare.startswith(fence) and not bare.strip(fence[0]):
                yield Span(opened, at)
                fence = ""
            continue
        if not bare:
            blank = True
            continue
        indent = _measure(line)
        while indent < around[-1]:
            around.pop()
        code = indent - around[-1] >= _STEP and (blank or code)
        blank = False
        if found := _FENCE.match(line):
            fence, opened = found[1], start
        elif code or _VIEW.match(line):
            yield Span(start, at)
        elif _BOX.match(line):
            around.append(around[-1] + _STEP)
            yield Span(start, at)
        elif _ITEM.match(line):
            around.append(around[-1] + _STEP)
    if fence:
        yield Span(opened, at)


def _measure(line: str) -> int:
    column = 0
    for sign in line:
        if sign not in " \t":
            break
        column += _STEP - column % _STEP if sign == "\t" else 1
    return column
