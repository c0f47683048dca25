"""Which lines below an announcement are titles and texts of other articles."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from mkdocs_dossier.names.page_lines import Line, entries, stems

_FRESH = 2
_BLURB = 10
_LINE_END, _FEW = 2, 4


def find_teasers(
    lines: Sequence[Line],
    at: int,
    ending: bool,
    begun: bool,
    subject: AbstractSet[str],
    is_debris: Callable[[Line], bool],
) -> range:
    """The lines after the announcement at `at` that belong to it. `begun`: the article has.

    Titles have no full stop. A sentence below one is its blurb if it takes up the title's words and
    nothing of the article's `subject`. After the announcements that stand at the end of a page
    (`ending`) a single sentence must speak of that subject to be the article's; paragraphs that
    follow each other are the article's. In doubt all is kept: a teaser that stays can be seen, a
    lost sentence cannot.
    """
    titles: set[str] = set()
    below_title = False
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.plain.strip(" :|") in entries("endings"):
            return range(at + 1, index)
        found = stems(line.text)
        prose = line.is_prose or _is_wrapped(lines, index)
        if prose and not is_debris(line) and not _is_question(lines, index, at):
            fresh = len((found & titles) - subject)
            shared = len(found & subject)
            if ending:
                repeats = fresh >= _FRESH and fresh >= shared
                touches = shared > 0 or (line.words < _BLURB and not fresh)
                own = _goes_on(lines, index, is_debris) or (touches and not repeats)
            else:
                own = shared > 0 or fresh < _FRESH or not begun
            if own or not titles:
                return range(at + 1, index)
            below_title = False
        elif not below_title:
            titles, below_title = found, True
            continue
        titles |= found
    return range(at + 1, len(lines))


def _is_wrapped(lines: Sequence[Line], index: int) -> bool:
    """Whether the sentence of a line goes on in the next one, right below."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    near = below is not None and below.start - lines[index].end <= _LINE_END
    return near and below is not None and below.text[0].islower() and below.words > _FEW


def _goes_on(lines: Sequence[Line], at: int, is_debris: Callable[[Line], bool]) -> bool:
    """Whether the next line, debris left aside, is prose as well."""
    for line in lines[at + 1 :]:
        if not is_debris(line):
            return line.is_prose
    return False


def _is_question(lines: Sequence[Line], index: int, at: int) -> bool:
    """Whether a line is a title that asks or calls: the first one, or one above another title."""
    line = lines[index]
    above_title = index + 1 < len(lines) and not lines[index + 1].is_prose
    return (
        (index == at + 1 or above_title)
        and line.text.endswith(("?", "!"))
        and line.words <= 20
        and "." not in line.text
    )
