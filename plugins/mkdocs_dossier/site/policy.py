"""A Content-Security-Policy in every page: what slips through all escaping still does not run.

Scripts come from the site itself, inline ones only where a template of the theme wrote them. To
tell those from what a text may have smuggled in, templates are marked as they are loaded, with a
word that no text can know; the finished page is then searched for marked elements, their hashes go
into the policy, and the marks go. So the policy follows whatever features a theme switches on.

WebAssembly, of the search and of the database, runs in workers alone: a worker from a file of the
site has the policy of that file's own answer, not of the page, so no page needs to allow it.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Callable, Iterable
from types import CodeType
from typing import Any

import mkdocs
from jinja2 import BaseLoader, BytecodeCache, Environment
from jinja2.bccache import Bucket

from mkdocs_dossier.render.templates import KeptTemplates

_OPENING = re.compile(r"<(script|style)(?=[\s>])", re.IGNORECASE)
_DATA = re.compile(r"\btype=[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)
_RULES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),  # the theme's own style sheets hold icons as data
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
)


_HIDDEN = "data-written-by-theme"
"""Stands for the mark of a process, where others may read it."""


class Marks:
    """The mark of one process, which stands in its templates and in no finished page."""

    def __init__(self) -> None:
        self._word = f"data-written-by-theme-{secrets.token_hex(16)}"
        self._marked = re.compile(
            rf"<(?P<tag>script|style) {self._word}(?P<given>[^>]*)>(?P<text>.*?)</(?P=tag)\s*>",
            re.IGNORECASE | re.DOTALL,
        )

    def mark(self, source: str) -> str:
        """The source of a template, or a trusted page, with its scripts and styles marked."""
        return _OPENING.sub(rf"<\1 {self._word}", source)

    def find(self, page: str) -> tuple[list[str], list[str]]:
        """The marked inline scripts and styles of a page."""
        found: dict[str, list[str]] = {"script": [], "style": []}
        for each in self._marked.finditer(page):
            if _DATA.search(each["given"]):
                continue
            found[each["tag"].lower()].append(each["text"])
        return found["script"], found["style"]

    def remove(self, page: str) -> str:
        """The page as it is published."""
        return page.replace(f" {self._word}", "")

    def hide(self, code: CodeType) -> CodeType:
        """A compiled template that others may read: without the mark of this process."""
        return _exchange(code, self._word, _HIDDEN)

    def show(self, code: CodeType) -> CodeType:
        """One that was hidden, with the mark of this process."""
        return _exchange(code, _HIDDEN, self._word)


def _exchange(code: CodeType, old: str, new: str) -> CodeType:
    """A program with another word in its texts."""

    def change(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(old, new)
        if isinstance(value, tuple):
            return tuple(map(change, value))
        return _exchange(value, old, new) if isinstance(value, CodeType) else value

    return code.replace(co_consts=change(code.co_consts))


def mark_templates(environment: Environment, marks: Marks) -> None:
    """Let all templates that the environment loads from now on be marked."""
    if environment.loader is not None:
        environment.loader = _MarkingLoader(environment.loader, marks)


class _MarkingLoader(BaseLoader):
    def __init__(self, loader: BaseLoader, marks: Marks) -> None:
        self._loader, self._marks = loader, marks

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, file, current = self._loader.get_source(environment, template)
        return self._marks.mark(source), file, current

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()


class Compiled(BytecodeCache):
    """The theme's templates, compiled once for all builds of a preview; a changed one anew."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is known of a template, if its source is still the same."""
        checksum, code = self._known.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a template."""
        self._known[bucket.key] = bucket.checksum, bucket.bytecode_to_string()


class CompiledTheme(KeptTemplates):
    """The templates of a theme as it is shipped, compiled once for all builds of all sites."""

    def __init__(self, marks: Marks, environment: Environment) -> None:
        super().__init__(f"MkDocs {mkdocs.__version__} {sorted(environment.extensions)}")
        self._marks = marks

    def get_source_checksum(self, source: str) -> str:
        """As that of the template without marks."""
        return super().get_source_checksum(self._marks.remove(source))

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is known of a template, with the marks of this process."""
        super().load_bytecode(bucket)
        if bucket.code:
            bucket.code = self._marks.show(bucket.code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave a template to other processes, without the marks of this one."""
        code = bucket.code
        bucket.code = self._marks.hide(code) if code else None
        super().dump_bytecode(bucket)
        bucket.code = code


def secure(page: str, marks: Marks | None = None, nonce: str = "") -> str:
    """The page with its policy as the first thing after its character set; no head, no change.

    `nonce` lets a preview's server add its own script.
    """
    scripts, styles = marks.find(page) if marks else ([], [])
    page = marks.remove(page) if marks else page
    head = _HEAD.search(page)
    if head is None:
        return page
    policy = write_policy(scripts, styles, nonce)  # holds no quotation mark
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    charset = _CHARSET.search(page, head.end())
    # only where nothing but spaces stands between: a policy rules what comes after it
    at = charset.end() if charset and not page[head.end() : charset.start()].strip() else head.end()
    return page[:at] + meta + page[at:]


def write_policy(scripts: Iterable[str], styles: Iterable[str], nonce: str = "") -> str:
    """The policy of a page with these inline scripts and styles."""
    inline = {"script-src": _hashes(scripts), "style-src": _hashes(styles)}
    if nonce:
        inline["script-src"].append(f"'nonce-{nonce}'")
    return "; ".join(" ".join([name, allowed, *inline.get(name, [])]) for name, allowed in _RULES)


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts if text)
    return [f"'sha256-{each}'" for each in sorted({base64.b64encode(d).decode() for d in digests})]
