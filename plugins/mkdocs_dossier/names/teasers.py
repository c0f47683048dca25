"""Which lines below an announcement are titles and texts of other articles."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from mkdocs_dossier.names.page_lines import Line, entries, stems

_SHARED = 2
_FRESH = 2
_RUN = 3


def find_teasers(lines: Sequence[Line], at: int, ending: bool, subject: AbstractSet[str]) -> range:
    """The lines after the announcement at `at` that belong to it.

    Titles have no full stop. A sentence below one is its blurb if it takes up the title's words,
    and those were no `subject` of the article before. After the announcements that stand at the end
    of a page (`ending`) a sentence must speak of the article's own subject to be the article's.
    What is the article's is kept in doubt: a teaser that stays can be seen, a lost sentence cannot.
    """
    titles: set[str] = set()
    below_title = False
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.plain.strip(" :|") in entries("endings"):
            return range(at + 1, index)
        found = stems(line.text)
        if line.is_prose and not (index == at + 1 and _is_question(line)):
            fresh = len((found & titles) - subject)
            repeats = fresh >= _FRESH and fresh >= len(found & subject)
            if not repeats and (not ending or len(_run(lines, index) & subject) >= _SHARED):
                return range(at + 1, index)
            below_title = False
        elif not below_title:
            titles, below_title = found, True
            continue
        titles |= found
    return range(at + 1, len(lines))


def _run(lines: Sequence[Line], start: int) -> set[str]:
    """Of what a few sentences speak that follow each other."""
    found: set[str] = set()
    for line in lines[start : start + _RUN]:
        if not line.is_prose:
            break
        found |= stems(line.text)
    return found


def _is_question(line: Line) -> bool:
    return line.text.endswith(("?", "!")) and line.words <= 20 and "." not in line.text
