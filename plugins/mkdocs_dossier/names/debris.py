"""What scraping leaves in the full text of an article: paths, menus, adverts, teasers of others.

Importing strips it; linking does not look into it. What may be a sentence of the article stays.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_dossier.names.glued import TAG, find_glued, is_signature
from mkdocs_dossier.names.page_lines import (
    Kind,
    Line,
    entries,
    is_date_alone,
    split_lines,
    starting,
    stems,
)
from mkdocs_dossier.names.page_tail import judge_tail
from mkdocs_dossier.names.teasers import find_teasers

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_COUNT = re.compile(
    r"[\d\s.,]{1,12}[km]?\s?(?:min|minutes?|partages?|commentaires?|reactions?|vues?|likes?|shares?|comments?"
    r"|views?|j'aime|retweets?)?|\d{1,2}:\d\d(?:\s*/\s*\d{1,2}:\d\d)?|(?:partages?|commentaires?|shares?|comments?)\s?:?\s?\d[\d\s.,]*"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:[#@]\w+[\s,]*)+"
)
_NO_WORD = re.compile(r"[\W_]+")
_CODE = re.compile(
    r"googletag|\bfunction\s*\(|\b(?:window|document)\.\w|\bvar \w+\s*=|=>\s*\{"
    r"|\b[\w-]+=\"[^\"]*\">"
)
_PARTS = re.compile(r"\s*[|/]\s*|\s+")
_SEPARATED = re.compile(r"\s*[:|/]")
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|(?:19|20)\d\d)")
_HEAD = 12
"""So many lines belong to the head of an article, even below its standfirst."""
_LETTER_LINES = 6
_LETTER_WORDS = 7
_ROLE_WORDS = 6
_CAPITAL = r"[A-ZÀ-Ý][\w.'’-]*"
_PERSON = re.compile(
    rf"{_CAPITAL}(?:\s(?:(?:de|du|van|von|der|el|al|bin|le|la|and|et|&)\s)?{_CAPITAL}){{1,5}}"
    r"(?:\s*(?:[,|–—•·(/]|(?:avec|with|à|in|at|for|pour)\b)[^.!?]{0,80})?|[A-Z]{2,}(?:\s.{0,40})?"
)

_NAME = re.compile(rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,3}}")


class Debris(NamedTuple):
    """A stretch of a text that is not the article, and what it is."""

    start: int
    end: int
    kind: Kind


def find_debris(text: str) -> list[Debris]:
    """The debris of a text, in order, without overlaps; offsets in code points."""
    lines = split_lines(text)
    judged = _judge_lines(lines)
    judged |= judge_tail(lines, judged)
    found = [Debris(lines[at].start, lines[at].end, kind) for at, kind in judged.items()]
    left = [line for at, line in enumerate(lines) if at not in judged]
    for line in left:
        for start, end, kind in find_glued(line.text, last=line is left[-1]):
            found.append(Debris(line.start + start, line.start + end, kind))
    if "<" in text or "&" in text:
        taken = bytearray(len(text))
        for each in found:
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
        tags = (tag.span() for tag in TAG.finditer(text))
        found += [Debris(*span, "tag") for span in tags if not any(taken[slice(*span)])]
    return sorted(found)


def _judge_lines(lines: Sequence[Line]) -> dict[int, Kind]:
    """What each line is that is debris as a whole, by its index."""
    prose = [at for at, line in enumerate(lines) if line.is_prose and not _is_debris(line)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    found: dict[int, Kind] = dict.fromkeys(range(_end_of_menu(lines[:first])), "path")
    found |= _find_offers(lines)
    subject: set[str] = set()
    for at, line in enumerate(lines):
        if at in found:
            continue
        outside = at < first or at > last
        label, rest = _announcement(line, at < first)
        kind = "announcement" if label else _judge(line, at in (0, len(lines) - 1), outside)
        if not kind and at < _HEAD and (_is_byline(line) or (at < first and _signs(lines, at))):
            kind = "byline"
        if kind:
            found[at] = kind
        else:
            subject |= stems(line.text)
        if label and not rest and _has_teasers(label):
            ending = at > first and label in entries("endings")
            below = find_teasers(lines, at, ending, at > first, subject, _is_debris)
            found |= dict.fromkeys(below, "teaser")
    return found


def _is_debris(line: Line) -> bool:
    """Whether a line is debris wherever it stands."""
    return bool(_announcement(line, False)[0] or _judge(line, False, False))


def _announcement(line: Line, leading: bool) -> tuple[str, str]:
    """The words that announce other articles, where a line begins with them, and what follows.

    `leading`: before the first sentence, where « Vidéo : » may begin the article's own title.
    """
    before = starting("before").match(line.plain)
    plain = line.plain[before.end() :].strip() if before else line.plain
    found = starting("announcements", "directly", "alone", "endings").match(plain)
    if found is None:
        return "", ""
    label, rest = found[1], plain[found.end() :]
    if not rest.strip(" :|"):
        return label, ""
    title = rest.strip(" :|")
    if line.words > 30 or (line.is_prose and re.search(r"[.!?]\s+[A-ZÀ-Ý«“\"]", line.text)):
        return "", ""  # the article goes on in the same line
    if label in entries("directly"):
        said = line.words > 20 or line.text.endswith(".")
        return ("", "") if said and not _SEPARATED.match(rest) else (label, title)
    if label in entries("alone") - entries("announcements") or not _SEPARATED.match(rest):
        return "", ""
    if " " not in label and (leading or line.text.endswith(".")):
        return "", ""
    return label, title


def _has_teasers(label: str) -> bool:
    return label in entries("endings") | entries("directly") | entries("alone") or " " in label


def _judge(line: Line, at_edge: bool, outside: bool) -> Kind | None:
    """What a line is by itself. `outside`: before the first sentence or after the last one."""
    plain = line.plain
    if _NO_WORD.fullmatch(line.text):
        return "sign"
    if plain.strip(" :|.") in entries("page"):
        return "page"
    if plain and _COUNT.fullmatch(plain) and not _YEAR.match(plain):
        return "count"
    if _ADDRESS.fullmatch(line.text):
        return "address"
    if _CODE.search(line.text):
        return "tag"
    if _is_path(plain, at_edge) or _is_bar(plain):
        return "path"
    if _is_date(line):
        return "published"
    if _starts(line, "calls", 25 if outside else 12):
        return "page"
    if line.words <= 30 and any(phrase in plain for phrase in entries("phrases")):
        return "page"
    if _starts(line, "credits", 20) or _starts(line, "captions", 60):
        return "credit"
    if outside and is_signature(line.text):
        return "signature"
    if outside and is_date_alone(plain):
        return "published"
    return "byline" if outside and _is_byline(line) else None


def _is_date(line: Line) -> bool:
    """Whether a line says when the article was published, and is no sentence on something else."""
    if line.words > 20 or (line.is_prose and line.words > 8):
        return False
    dated = any(char.isdigit() for char in line.plain)
    return dated and starting("published").match(line.plain.lstrip("(")) is not None


def _starts(line: Line, name: str, words: int) -> bool:
    """Whether a short line begins so; a single word must stand alone or before a sign."""
    found = starting(name).match(line.plain)
    if found is None or line.words > words:
        return False
    label, rest = found[1], line.plain[found.end() :]
    alone = not rest.strip(" :|") or _SEPARATED.match(rest) is not None
    return alone or " " in label or not label[-1].isalpha() or _RIGHTS.match(rest) is not None


def _is_byline(line: Line) -> bool:
    found = starting("bylines").match(line.plain)
    if found is None or line.words > 14 or line.text.endswith((".", "?", "!")):
        return False
    return _PERSON.fullmatch(line.text[len(found[1]) :].strip(": ")) is not None


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line below a title is a name alone, above its role or the date; or that role."""
    if not any(not _is_debris(each) for each in lines[:at]):
        return False
    if _is_role(lines[at]):
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    named = _NAME.fullmatch(lines[at].text) is not None
    return named and below is not None and (_is_role(below) or _is_when(below))


def _is_role(line: Line) -> bool:
    """Whether a line says as what somebody writes (« Seoul correspondent »)."""
    words = re.findall(r"[^\W\d_]+", line.plain)
    known = bool(set(words) & entries("roles"))
    return known and line.words < _ROLE_WORDS and not line.is_prose


def _is_when(line: Line) -> bool:
    return _is_date(line) or is_date_alone(line.plain)


def _is_path(plain: str, at_edge: bool) -> bool:
    """Whether a line is made of a news site's sections alone (« Accueil Actu Monde »)."""
    parts = [part for part in _PARTS.split(plain) if part]
    if not parts or parts[0] not in entries("sections"):
        return False
    if parts[0] in entries("homes") and plain.count(" | ") + plain.count(" / ") > 1:
        return True
    if len(parts) == 1 and not at_edge:
        return False
    return all(part in entries("sections") for part in parts)


def _is_bar(plain: str) -> bool:
    """Whether a line is made of a page's buttons, most of them known (« Journal | S'abonner »)."""
    parts = [part.strip() for part in plain.split("|") if part.strip()]
    known = sum(
        part in entries("page") or part in entries("sections") or part in entries("calls")
        for part in parts
    )
    return len(parts) > 1 and known * 2 > len(parts) and len(plain) < 120


def _find_offers(lines: Sequence[Line]) -> dict[int, Kind]:
    """The lines of boxes that offer newsletters: from their name to the button, a few words."""
    found: dict[int, Kind] = {}
    for at, line in enumerate(lines):
        if line.plain.strip(" :|") not in entries("letters"):
            continue
        for end in range(at + 1, min(at + 2 + _LETTER_LINES, len(lines))):
            each = lines[end]
            if each.plain.strip(" :|") in entries("subscribing"):
                found |= dict.fromkeys(range(at, end + 1), "page")
                break
            if each.is_prose and each.words > _LETTER_WORDS and not _is_debris(each):
                break  # the article's
    return found


def _end_of_menu(lines: Sequence[Line]) -> int:
    """How many lines before the first sentence are a menu: words alone, sections for the most."""
    sections: list[bool] = []
    for line in lines:
        page = _is_debris(line)
        if not page and (line.words > 3 or not line.text[-1].isalpha()):
            break
        sections.append(page or _is_path(line.plain, True))
    while sections and not sections[-1]:
        sections.pop()
    return len(sections) if len(sections) > 2 and sum(sections) * 2 > len(sections) else 0
