"""The whole change as one page that needs no other file: passages, graph and matrix, both sides."""

import difflib
import importlib.resources
import re
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_dossier.cli.changes.report import GROUPS, ChangeReport, values_of
from mkdocs_dossier.curate.diff import Change
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.relations.gather import gather_relations
from mkdocs_dossier.pages.relations.value import RelationsPage
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.rules.report import print_safely

_MOST_WORDS = 3000
_WORDS = re.compile(r"\s+|[^\s]+")
_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_DARK = re.compile(r'@media screen \{ body\[[^]]*="slate"\] (\{[^}]*\})')


@dataclass(frozen=True)
class Passage:
    """A change with both versions, cut into stretches that both have and others."""

    change: Change
    title: str
    old: tuple[tuple[bool, str], ...]
    new: tuple[tuple[bool, str], ...]


def write_html(report: ChangeReport, before: Dossier | None, after: Dossier | None) -> str:
    """The page. A side that is None has errors, and no figures."""
    say = report.say
    renderer = Renderer(say)
    folder = importlib.resources.files(__package__)
    template = renderer.environment.from_string(
        folder.joinpath("report.html").read_text(encoding="utf-8")
    )
    files = say("diff.report.files")
    title = say("diff.report.title", base=report.base, head=report.head or files)
    groups = [(say(f"diff.group.{group}"), _passages(report, group)) for group in GROUPS]
    sides = [_gather(before, say("diff.report.before")), _gather(after, say("diff.report.after"))]
    html = template.render(
        language=say.language,
        title=print_safely(title),
        verdict=report.verdict(),
        score=report.score(),
        groups=[each for each in groups if each[1]],
        unread=report.differences.unread,
        sides=sides,
        same=_count_pairs(sides[0].page) == _count_pairs(sides[1].page),
        counts=[_count_pairs(side.page) for side in sides],
        style=Markup(_read_style()),
    )
    return re.sub(r' (?:href|tabindex)="[^"]*"', "", html)  # the pages are not here


@dataclass(frozen=True)
class Side:
    """One version: its heading, and what its page of relations shows; None: it has errors."""

    title: str
    page: RelationsPage | None


def _gather(dossier: Dossier | None, title: str) -> Side:
    if dossier is None:
        return Side(title, None)
    site = Site(Indexes(dossier), Features())
    return Side(title, gather_relations(Scope(site, site.addresses.index("relations"))))


def _count_pairs(page: RelationsPage | None) -> dict[str, int]:
    if page is None:
        return {}
    cells = (cell for row in page.matrix for cell in row.cells if cell)
    return {cell.of: cell.count for cell in cells}


def _passages(report: ChangeReport, group: str) -> list[Passage]:
    return [_cut(each, report.title(each)) for each in report.of(group)]


def _cut(change: Change, title: str) -> Passage:
    values = values_of(change)
    if len(values) == 2:
        old, new = mark_words(*map(print_safely, values))
        return Passage(change, title, old, new)
    whole = tuple((False, print_safely(each)) for each in values)
    return Passage(change, title, *((whole, ()) if change.old else ((), whole)))


Stretches = tuple[tuple[bool, str], ...]


def mark_words(old: str, new: str) -> tuple[Stretches, Stretches]:
    """Both texts as stretches with whether the other has them too."""
    one, other = _WORDS.findall(old), _WORDS.findall(new)
    if len(one) + len(other) > _MOST_WORDS:
        return ((False, old),), ((False, new),)
    left: list[tuple[bool, str]] = []
    right: list[tuple[bool, str]] = []
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if last > first:
            left.append((tag == "equal", "".join(one[first:last])))
        if end > start:
            right.append((tag == "equal", "".join(other[start:end])))
    return tuple(left), tuple(right)


def _read_style() -> str:
    """The site's own sheets, without the faces that lie in other files."""
    assets = importlib.resources.files("mkdocs_dossier").joinpath("pages/assets")
    sheets = [assets.joinpath(name).read_text("utf-8") for name in ("dossier.css", "views.css")]
    [dark] = _DARK.finditer(assets.joinpath("theme.css").read_text("utf-8"))
    own = importlib.resources.files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    # the theme's scheme is that of the reader's system here
    colours = f"@media screen and (prefers-color-scheme: dark) {{ body {dark[1]} }}"
    return _FONT.sub("", "\n".join([*sheets, colours, own]))
