"""The theme's layout around pages that differ in a few words only: rendered once, then filled in.

Rendering the theme's templates for every page takes longer than all else that a build does for it.
So they are rendered for each *shape* of page once, with a token in the place of each word that is
the page's own (title, address, headings, content …); a page is then a join of texts. What a
template did to a word (escaped it, took its tags out) is read from what became of the token, which
holds such characters; a shape in which one stands changed in a way that is not known is filled in
by the theme itself, page by page.

Shapes are kept for the next build under the settings of the site and what the theme makes of one
made-up page: where that differs, no kept shape is used. The first page of each kind that needs a
new shape is rendered by the theme all the same, and compared.

Only where nothing but the theme looks at a page: with overrides of templates, with another plugin
or hook that is called for pages, every page goes through MkDocs as any other (`is_plain`).
"""

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site.layout import Frame
from mkdocs_dossier.site.shapes import ODD, Shape, fill, is_text, read_shapes, split_layout

PAGE_EVENTS = (
    "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page",
    "env", "files", "nav",
)  # fmt: skip
"""Whoever listens to one of these may want to see, or change, what a page is."""
THEMES = ("material", "materialx")
"""The theme, and the one that goes on from it."""
ADDRESS = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*/")
"""Addresses that stand in links as they are."""
_ANCHOR = re.compile(r"[\w.:-]*")
_NAME = "frames"

Render = Callable[[Page, Frame], str]
"""A page through all of the theme; the second is the frame that it is given."""


def is_plain(config: MkDocsConfig) -> bool:
    """Whether only this package, and the theme as it is shipped, look at single pages."""
    ours = str(Path(str(files("mkdocs_dossier.site"))) / "theme")
    name = config.theme.name
    listening = (method for event in PAGE_EVENTS for method in config.plugins.events[event])
    return (
        name in THEMES
        and set(config.theme.dirs) <= {ours, *Theme(name).dirs}
        and config.use_directory_urls
        and all(map(is_ours, listening))
    )


def is_ours(method: Any) -> bool:
    """Whether what listens to an event belongs to this package."""
    owner = getattr(method, "__self__", None)  # a hook is a function
    return type(owner).__module__.partition(".")[0] == __name__.partition(".")[0]


Learnt = tuple[dict[str, Shape | None], set[str], bool]

_PROBE = Page(
    *("acteurs/x/", "actor", "T", "D", "<h1>T</h1>"),
    headings=(Heading("a", "A", children=(Heading("b", "B", 3),)),),
)


def describe_layout(render: Render, frame: Frame) -> str:
    """A digest of all that the theme puts around pages: another one where they look otherwise."""
    return hashlib.sha256(render(_PROBE, frame).encode()).hexdigest()


class Frames:
    """Puts pages into the theme's layout. `render` does it the long way.

    `kept` has the shapes of an earlier build; `settings`: all that decides how they look.
    """

    def __init__(self, render: Render, kept: Kept | None = None, settings: str = "") -> None:
        self._render = render
        self._word = secrets.token_hex(8)
        self._kept, self._settings = kept, settings
        self._shapes = read_shapes(kept.last(_NAME, settings) if kept else None)
        self._old = set(self._shapes)
        self._used: set[str] = set()
        self._seen: set[str] = set()
        self._trusted = True

    def join(self, page: Page, frame: Frame) -> str:
        """The finished page, in the bytes that the theme would give."""
        words = dict(_words(page, frame))
        if not (self._trusted and _is_usual(page, words)):
            return self._render(page, frame)
        key = repr(_shape_of(page, frame))
        self._used.add(key)
        if key not in self._shapes:
            self._shapes[key] = self._make(page, frame)
        shape = self._shapes[key]
        if shape is None:
            return self._render(page, frame)
        joined = fill(shape, words)
        if key not in self._old and page.kind not in self._seen:  # does the theme give the same?
            self._seen.add(page.kind)
            whole = self._render(page, frame)
            self._trusted = whole == joined
            return whole
        return joined

    def keep(self, *, all_joined: bool = True) -> None:
        """Leave the shapes to the next build; those not used go if `all_joined`: if no page was
        left as the last build wrote it.
        """
        used = self._used if all_joined else self._used | self._old
        if self._kept and self._trusted and self._old != used:
            shapes = {key: self._shapes[key] for key in sorted(used & self._shapes.keys())}
            self._kept.put_last(_NAME, self._settings, orjson.dumps(shapes))

    def leave(self) -> Learnt:
        """What another process should know of the pages that were joined in this one."""
        return self._shapes, self._used, self._trusted

    def learn(self, learnt: Learnt) -> None:
        """Take over what another process left."""
        shapes, used, trusted = learnt
        self._shapes |= shapes
        self._used |= used
        self._trusted &= trusted

    def _make(self, page: Page, frame: Frame) -> Shape | None:
        """The layout of all pages of this shape; None where it cannot be told from one of them."""
        names = [name for name, _ in _words(page, frame)]
        tokens = {name: self._token(place, name) for place, name in enumerate(names)}
        written = self._render(*_with_words(page, frame, tokens))
        return split_layout(written, self._word, names)

    def _token(self, place: int, name: str) -> str:
        return f"{self._word}x{place}a{ODD if is_text(name) else ''}z"


def _is_usual(page: Page, words: dict[str, str]) -> bool:
    """Whether the tokens stand for these words: none is trimmed, no address or anchor escaped."""
    return (
        "<h1" in page.html
        and ADDRESS.fullmatch(page.address) is not None
        and all(
            word == word.strip() if is_text(name) else _ANCHOR.fullmatch(word)
            for name, word in words.items()
            if name not in ("html", "head", "cite")
        )
    )


def _shape_of(page: Page, frame: Frame) -> tuple[Any, ...]:
    """What decides how the layout looks, besides the words that are filled in."""
    given = tuple(
        bool(value) if each.name in _OPTIONAL else _under(page, value)
        for each in fields(frame)
        if each.name not in ("t", *_FILLED - _OPTIONAL)
        for value in (getattr(frame, each.name),)
    )
    return (
        page.address.rstrip("/").rpartition("/")[0],
        page.kind,
        bool(page.description),
        bool(frame.head),
        bool(frame.cite),
        _outline(page.headings),
        given,
    )


def _under(page: Page, value: Any) -> Any:
    """What follows the page's own address in an address of the frame; any other value as it is."""
    own = isinstance(value, str) and value.startswith(page.address)
    return (value.removeprefix(page.address),) if own else value


_OPTIONAL = frozenset({"updated", "updated_said", "edit", "report", "record"})
_FILLED = _OPTIONAL | {"title", "head", "cite"}


def _outline(headings: Iterable[Heading]) -> tuple[Any, ...]:
    return tuple((each.level, _outline(each.children)) for each in headings)


def _words(page: Page, frame: Frame) -> Iterator[tuple[str, str]]:
    """Each word of a page that its layout shows, by name."""
    yield "address", page.address.rstrip("/").rpartition("/")[2]
    yield "title", page.title
    yield "description", page.description
    yield "html", page.html
    for number, heading in enumerate(_walk(page.headings)):
        yield f"anchor {number}", heading.id
        yield f"heading {number}", heading.title
    yield "name", frame.title
    for name in ("updated", "updated_said", "edit", "report", "record", "head", "cite"):
        yield name, str(getattr(frame, name) or "")


def _walk(headings: Iterable[Heading]) -> Iterator[Heading]:
    for heading in headings:
        yield heading
        yield from _walk(heading.children)


def _with_words(page: Page, frame: Frame, words: dict[str, str]) -> tuple[Page, Frame]:
    """The page and its frame with other words, where it has any."""
    folder = page.address.rstrip("/").rpartition("/")[0]
    address = f"{folder}/{words['address']}/" if folder else f"{words['address']}/"
    numbers = iter(range(10**6))

    def rename(heading: Heading) -> Heading:
        number = next(numbers)
        children = tuple(map(rename, heading.children))
        id, title = words[f"anchor {number}"], words[f"heading {number}"]
        return replace(heading, id=id, title=title, children=children)

    shown: dict[str, Any] = {name: words[name] for name in _OPTIONAL if getattr(frame, name)}
    for name in ("head", "cite"):
        if getattr(frame, name):
            shown[name] = Markup(words[name])
    for each in fields(frame):
        value = getattr(frame, each.name)
        if each.name not in _FILLED and _under(page, value) != value:
            shown[each.name] = f"{address}{_under(page, value)[0]}"
    return (
        replace(
            page,
            address=address,
            title=words["title"],
            description=words["description"] if page.description else "",
            html=f"<h1 {words['html']}",
            headings=tuple(map(rename, page.headings)),
        ),
        replace(frame, title=words["name"], **shown),
    )
