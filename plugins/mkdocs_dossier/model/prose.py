"""What a reader sees of a text in Markdown, without its marks."""

import html
import re
from collections.abc import Callable

_MARKS = re.compile(
    r"<!--.*?-->"
    r"|!\[[^\]\n]*\]\([^)\n]*\)"  # a picture
    r"|\[\[(?P<id>[^\[\]|\n]+)(?:\|(?P<label>(?:[^\[\]\n]|\n(?!\s*\n))+))?\]\]"
    r"|\[(?P<link>[^\[\]\n]+)\]\([^()\n]*\)"
    r"|\s*\{:?\s*[#.][^{}\n]*\}"  # an anchor or a class
    r"|^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-+*][ \t]+|\d+\.[ \t]+)+"
    r"|\*+|`+|(?<!\w)_+|_+(?!\w)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|])",
    re.DOTALL | re.MULTILINE,
)


_SPECIAL, _STARTS = frozenset("*`_[]<>{}\\#!&|=~"), frozenset("-+0123456789 \t")


def is_plain(text: str) -> bool:
    """Whether a text surely holds no Markdown: no sign of it, no line that begins a list."""
    lines = text.split("\n")
    return _SPECIAL.isdisjoint(text) and _STARTS.isdisjoint(line[:1] for line in lines)


def read_plain(markdown: str, name_of: Callable[[str], str] = str) -> str:
    """The words of a text in Markdown; `name_of` gives what `[[id]]` shows."""
    if is_plain(markdown):
        return markdown

    def show(found: re.Match[str]) -> str:
        if found["id"]:
            return found["label"] or name_of(found["id"].strip())
        if found["link"]:
            return _MARKS.sub(show, found["link"])
        return found["escaped"] or ""

    last = markdown.rfind("-->")  # what starts after it is no comment: its end is not looked for
    markdown = markdown[: last + 1] + markdown[last + 1 :].replace("<!--", "&lt;!--")
    return html.unescape(_MARKS.sub(show, markdown))
