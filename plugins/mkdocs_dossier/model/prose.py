"""What a reader sees of a text in Markdown, without its marks."""

import html
import re
from collections.abc import Callable, Iterator

_MARKS = re.compile(
    r"<!--.*?-->"
    r"|!\[[^\]\n]*\]\([^)\n]*\)"  # a picture
    r"|\[\[(?P<id>[^\[\]|\n]+)(?:\|(?P<label>(?:[^\[\]\n]|\n(?!\s*\n))+))?\]\]"
    r"|\[(?P<link>[^\[\]\n]+)\]\([^()\n]*\)"
    r"|\s*\{:?\s*[#.][^{}\n]*\}"  # an anchor or a class
    r"|\*+|`+|(?<!\w)_+|_+(?!\w)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|])",
    re.DOTALL,
)
_HEAD = re.compile(r"[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)+")  # what quotes a line, or makes it a heading
_ITEM = re.compile(r"[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-+*][ \t]+|\d+\.[ \t]+)+")

_SPECIAL = re.compile(r"[*`_\[\]<>{}\\#!&|=~]")
_STARTS = re.compile(r"\n[-+0-9 \t]")


def is_plain(text: str) -> bool:
    """Whether a text surely holds no Markdown: no sign of it, no line that begins a list."""
    return not (_SPECIAL.search(text) or _STARTS.match(f"\n{text[:1]}") or _STARTS.search(text))


def read_plain(markdown: str, name_of: Callable[[str], str] = str, before: str = "") -> str:
    """The words of a text in Markdown; `name_of` gives what `[[id]]` shows.

    `before`: what stands before the text in its paragraph, where it is cut out of one.
    """
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
    return html.unescape(_MARKS.sub(show, "\n".join(_take_heads(markdown, before))))


def _take_heads(markdown: str, before: str) -> Iterator[str]:
    """The lines of a text without what begins them.

    A hyphen or « 16. » begins an item only in a block that begins with one: elsewhere, the line
    goes on with a sentence that was wrapped there.
    """
    first, at = before.count("\n"), len(before) - before.rfind("\n") - 1
    starts, in_list = True, False
    for number, line in enumerate(f"{before}{markdown}".split("\n")):
        head, item = _HEAD.match(line), _ITEM.match(line)
        heading = head is not None and "#" in head.group()
        if starts:
            in_list = item is not None and (head is None or item.end() > head.end())
        found = item if in_list and not heading else head
        if number == first and line[:at].strip():
            yield line[at:]
        elif number >= first:
            yield line[found.end() :] if found else line
        starts = heading or not line.strip(" \t>")
