"""Words in another language: `« peace »{lang=en}`, `“peace”{lang=en}`, `*Korea Times*{lang=en}`."""

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

_FOREIGN = (
    r"(?:(?P<quoted>«[^«»]*»|“[^“”]*”|\"[^\"\n]*\")|(?P<sign>[*_])(?P<stressed>[^*_\n]+)(?P=sign))"
    r"\{lang=(?P<language>\w[\w-]*)\}"
)


class ForeignWords(Extension):
    """Gives foreign quotations and stressed words the `lang` that screen readers need."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        """Registers after code and links, before what reads stress signs."""
        md.inlinePatterns.register(_Processor(_FOREIGN, md), "dossier-foreign", 170)


class _Processor(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        words = Element("em" if m["stressed"] else "span", {"lang": m["language"]})
        words.text = m["stressed"] or m["quoted"]
        return words, m.start(0), m.end(0)
