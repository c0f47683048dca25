"""The environment of all templates: two globals, the site's words and their plurals."""

import hashlib
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.pages.article.value import Account, Resting
from mkdocs_dossier.pages.basemap import world_paths
from mkdocs_dossier.pages.values.tally import write_tally
from mkdocs_dossier.pages.values.text import Prose
from mkdocs_dossier.render.article_body import AccountMarks
from mkdocs_dossier.render.citations import render_citation
from mkdocs_dossier.render.outline import Outline
from mkdocs_dossier.render.prose import Prose as ProseRenderer
from mkdocs_dossier.render.templates import KeptTemplates, Macro, PlainCode
from mkdocs_dossier.render.text import TextWriter


class _Environment(Environment):
    code_generator_class = PlainCode
    macro = Macro


class Renderer:
    """Renders the values of pages in one language. Reuses its templates and its Markdown.

    `style` is the dossier's own citation style; `voice` names language and style in what is kept.
    """

    def __init__(self, words: Texts, style: str = "") -> None:
        self.texts = words
        self.voice = (
            f"{words.language} {hashlib.sha256(style.encode()).hexdigest() if style else ''}"
        )
        self._prose = ProseRenderer(words.language)
        self.environment = _Environment(
            loader=PackageLoader("mkdocs_dossier", "pages"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._typeset,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=KeptTemplates(),
        )
        self.environment.globals = {"t": words, "plural": words.plural}
        writer = TextWriter(words.language)
        self._write = lru_cache(maxsize=20_000)(writer.words)  # most words stand on many pages
        for name in ("link", "links", "text", "when"):
            self.environment.filters[name] = getattr(writer, name)
        self.environment.filters["prose"] = self.render_prose
        self.environment.filters["tally"] = write_tally
        self.environment.filters["countries"] = world_paths
        self.environment.filters["account"] = self.render_account
        self.environment.filters["cite"] = partial(
            render_citation, language=words.language, style=style
        )

    def render(self, template: str, value: Any) -> tuple[str, Outline]:
        """A page's value as HTML, and the sections that its template opened."""
        outline = Outline(value.head.anchors if hasattr(value, "head") else ())
        found = self.environment.get_template(template)
        return found.render(page=value, outline=outline), outline

    def render_prose(
        self,
        prose: Prose | None,
        marks: AccountMarks | None = None,
        reserved: frozenset[str] = frozenset(),
    ) -> Markup:
        """Markdown as safe HTML; nothing for no text. `marks` make it an account."""
        if prose is None:
            return Markup("")
        targets = {each.record: (each.address, "") for each in prose.mentions}
        targets |= {target: (link.address or "", link.words) for target, link in prose.targets}
        return self._prose.render(
            prose.markdown,
            targets.get,
            prefix=prose.prefix,
            level=prose.level,
            marks=marks,
            find_picture=dict(prose.pictures).get,
            reserved=reserved,
            mentions=prose.mentions,  # type: ignore[arg-type]
        )

    def render_account(
        self, account: Account, resting: Callable[[Resting], Markup], outline: Outline
    ) -> Markup:
        """An article's account; `resting` renders what rests on a paragraph, which follows it.

        Its headings go into the table of contents, under the section opened last.
        """
        after = {each.paragraph: str(resting(each)) for each in account.resting}
        marks = AccountMarks(dict(account.quotes), after, self.texts("record.paragraph"))
        html = self.render_prose(account.prose, marks, outline.taken)
        outline.nest(self._prose.headings)
        return html

    def _typeset(self, value: Any) -> str:
        """A value as safe HTML; plain texts get the spaces of their language."""
        kind = type(value)
        if kind is str:
            return self._write(value)
        if kind is Markup:
            return value  # type: ignore[no-any-return]
        return str(value) if kind is int or kind is float else escape(value)


@lru_cache(maxsize=4)
def make_renderer(language: str, style: str) -> Renderer:
    """The renderer of a language and a citation style: a preview uses one for all its states."""
    return Renderer(texts(language), style)
