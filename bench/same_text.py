"""What pages said before that they no longer say: one site of the same dossier against another.

    git clone . /tmp/before && cd /tmp/before && git checkout COMMIT   # its own .venv
    mkdocs build --site-dir /tmp/site-before
    PYTHONPATH=…/plugins mkdocs build --site-dir /tmp/site-now         # with the program of now
    python bench/same_text.py /tmp/site-before /tmp/site-now

Of each page's content, every block of text that stands nowhere on the page of now, the most
frequent first, with the words of it that the page does not have. Punctuation does not count.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

_BLOCKS = frozenset(
    (
        *("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "summary"),
        *("label", "figcaption", "blockquote", "caption", "div", "section", "option", "button"),
    )
)
_UNREAD = frozenset(["script", "style", "template", "svg"])


def main() -> None:
    """Print what is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path, help="a site that was built before")
    parser.add_argument("now", type=Path, help="the site of the same dossier now")
    given = parser.parse_args()
    before, now = _list_pages(given.before), _list_pages(given.now)
    total, rephrased = 0, 0
    gone: Counter[tuple[str, str]] = Counter()
    for page in sorted(before & now):
        shown = " ".join(map(_plain, list_blocks(given.now / page)))
        words = frozenset(shown.split())
        for block in list_blocks(given.before / page):
            total += 1
            plain = _plain(block)
            if f" {plain} " in f" {shown} ":
                continue
            missing = " ".join(word for word in plain.split() if word not in words)
            rephrased += not missing
            if missing:
                gone[missing, block] += 1
    print(f"{len(before)} pages, {len(before - now)} of them gone; {total} blocks of text:")
    print(f"{total - rephrased - gone.total()} as before, {rephrased} in other words of the page")
    for (missing, block), count in gone.most_common():
        print(f"{count}\t{missing}\t{block}")


def list_blocks(page: Path) -> list[str]:
    """The texts of a page's content, as a reader without scripts sees them."""
    root = html.parse(str(page)).getroot()
    found = root.xpath("//article[contains(@class, 'md-content__inner')]") or root.xpath("//body")
    texts = "".join(_write(found[0])).split("\0")
    return [text for each in texts if (text := " ".join(each.split()))]


def _write(element: HtmlElement) -> Iterator[str]:
    around = "\0" if element.tag in _BLOCKS else ""
    if isinstance(element.tag, str) and element.tag not in _UNREAD:
        yield around + (element.text or "")
        for child in element:
            yield from _write(child)
        yield around
    yield element.tail or ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _list_pages(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")}


if __name__ == "__main__":
    main()
