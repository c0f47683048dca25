"""An article in HTML: its text, what the page says of it, and what of the page is left out."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import lxml.etree
import lxml.html
import trafilatura

from mkdocs_dossier.curate.press.clean import Dropped
from mkdocs_dossier.curate.press.decode import NoText

TAGS = 20_000
ATTRIBUTES = 5_000
DEPTH = 200
_MARKUP = re.compile(r"<\s*(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PAIRED = re.compile(r"<(?:p|div|h1|article)\b[^<>]{0,500}>", re.IGNORECASE)
_OPENING = re.compile(r"<[a-zA-Z]")
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "iframe", "select", "svg", "head", "textarea"}
)
_APART = _UNREAD | {"nav", "aside", "footer", "form", "button", "figure"}
_TEXTS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "figcaption"}
_BOXES = {"div", "section", "article", "main", "aside", "header", "footer", "nav"}
_BLOCKS = frozenset(_TEXTS | _BOXES | {"td", "th", "dt", "dd", "caption"})
_PAGE_PART = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|promo\w*|share|sharing|social|newsletter|comments?|sidebar|"
    r"footer|menu|nav|navbar|breadcrumbs?|cookies?|consent|advert\w*|ads?|pub|publicite|teasers?|"
    r"most-?read|popular|trending|outbrain|taboola|tags?|lire-?aussi|also-?read|read-?more|"
    r"abonnement|paywall|author-?bio|caption)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SMALL_PART = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|auteurs?|autor(?:es)?|datelines?|publish(?:ed)?(?:-date)?|"
    r"timestamp|reading-?time)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FEW = 8
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publication_date",
    "pubdate",
    "date",
)
_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")


@dataclass(frozen=True)
class WebPage:
    """What an HTML page gives. A field is empty where the page says nothing.

    `date_from` names the tag that holds the date, `dropped` the parts that are not the article.
    """

    text: str
    title: str = ""
    author: str = ""
    date: str = ""
    date_from: str = ""
    site: str = ""
    language: str = ""
    address: str = ""
    dropped: tuple[Dropped, ...] = field(default=())


def is_markup(text: str) -> bool:
    """Whether a text is an HTML page, or a large piece of one."""
    return bool(_MARKUP.search(text[:2000])) or len(_PAIRED.findall(text[:20_000])) > 4


def read_page(markup: str, address: str = "") -> WebPage:
    """The article of a page. Raises NoText where it holds none, or is unreasonably large."""
    if len(_OPENING.findall(markup)) > TAGS:
        raise NoText("tags", str(TAGS))
    if any(markup.count("=", start, end) > ATTRIBUTES for start, end in _find_tags(markup)):
        raise NoText("attributes", str(ATTRIBUTES))
    try:
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", markup))
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        raise NoText("page") from None
    if _is_deep(tree):
        raise NoText("deep", str(DEPTH))
    kept = _extract(markup, address)
    if not kept:
        raise NoText("page")
    known = _squeeze(kept.get("text") or "")
    text, dropped = _gather(tree, known)
    apart = sum(len(each) for part in dropped if (each := _squeeze(part.text)) in known)
    if len(_squeeze(text)) + apart < 0.97 * len(known):  # unusual: what trafilatura found it is
        text = kept["text"]
    if not text.strip():
        raise NoText("page")
    date, date_from = _find_date(tree)
    title = " ".join((_heading(tree) or kept.get("title") or "").split())
    if title and _squeeze(title) not in _squeeze(text[: len(title) + 200]):
        text = f"{title}\n\n{text}"
    site = kept.get("sitename") or kept.get("hostname") or urlsplit(address).hostname or ""
    language = (tree.get("lang") or tree.get("xml:lang") or "").strip()
    where = _canonical(tree) or address
    author = " ".join((kept.get("author") or "").split())
    return WebPage(text, title, author, date, date_from, site, language, where, tuple(dropped))


def _find_tags(markup: str) -> Iterator[tuple[int, int]]:
    """Where tags begin, and where the next sign stands that can end one."""
    start = markup.find("<")
    while start >= 0:
        after = markup.find("<", start + 1)
        end = markup.find(">", start + 1, after if after > 0 else len(markup))
        yield start, end if end >= 0 else after if after > 0 else len(markup)
        start = after


def _is_deep(tree: Any) -> bool:
    level, element = 0, 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        element = max(element, level)
        if element > DEPTH:
            return True
    return False


def _extract(markup: str, address: str) -> dict[str, Any]:
    """What trafilatura takes for the article, and what the page says of it."""
    try:
        found = trafilatura.bare_extraction(
            markup,
            url=address or None,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
        )
    except Exception as error:  # a library that reads what anybody may write
        raise NoText("failed", f"{type(error).__name__}: {error}"[:200]) from None
    if found is None:
        return {}
    return found if isinstance(found, dict) else dict(found.as_dict())


def _gather(tree: Any, known: str) -> tuple[str, list[Dropped]]:
    """The blocks that were taken for the article, with what stands among them, in their order."""
    blocks = [(block, text) for block in _leaves(tree) for text in _texts(block)]
    sure = [bool(_squeeze(text)) and _squeeze(text) in known for _, text in blocks]
    homes = [block.getparent() for (block, _), is_sure in zip(blocks, sure, strict=True) if is_sure]
    root = _common(homes)
    first = sure.index(True) if True in sure else 0
    last = len(sure) - sure[::-1].index(True) if True in sure else 0
    heads = [at for at in range(first) if blocks[at][0].tag == "h1"]
    parts: list[str] = []
    dropped: list[Dropped] = []
    for at, ((block, text), is_sure) in enumerate(zip(blocks, sure, strict=True)):
        why = _small_part(block, text) if is_sure else _apart(block, root)
        among = first <= at < last and block.getparent() in homes
        title = block.tag in _TITLES[:4] and first <= at < last
        lead = why == "outside" and bool(heads) and heads[-1] < at < first  # the standfirst
        prose = root is not None and text.rstrip("»”\"' )").endswith((".", "!", "?", "…"))
        prose = prose and len(text.split()) > 5
        if (is_sure and not why) or (not why and (among or title or prose)) or (lead and prose):
            parts.append(f"• {text}" if block.tag == "li" else text)
        else:
            dropped.append(Dropped(block.sourceline or 1, why or "outside", text))
    return "\n\n".join(parts), dropped


def _leaves(tree: Any) -> Iterator[Any]:
    """The elements that hold text and no other block, and those that hold text beside blocks."""
    unread = {each for hidden in tree.iter(*_UNREAD) for each in hidden.iter()}
    for element in tree.iter(lxml.etree.Element):
        if element in unread:
            continue
        if element.tag in _BLOCKS | {"body"} and _own_text(element).strip():
            yield element


def _own_text(element: Any) -> str:
    """The text of an element outside the blocks inside it."""
    if element.tag == "br":
        return "\n"
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _BLOCKS and child.tag not in _UNREAD:
            parts.append(_own_text(child))
        elif child.tag in _BLOCKS:
            parts.append("\n")
        parts.append(child.tail or "")
    return "".join(parts)


def _texts(block: Any) -> list[str]:
    """The paragraphs of a block: `<br>` twice, or beside a block, begins a new one."""
    source = _own_text(block)
    parts = re.split(r"\n", re.sub(r"(?<!\n)\n(?!\n)", _soft(block), source))
    return [text for part in parts if (text := " ".join(part.split()))]


def _soft(block: Any) -> str:
    """What a single line break is: markup's own are spaces; those of `<br>` end a line."""
    return "\n" if block.find(".//br") is not None else " "


def _small_part(block: Any, text: str) -> str:
    """The part of the page that a block of a few words says that it is; no sentence is one."""
    if len(text.split()) > _FEW or text.endswith((".", "!", "?", "…", "»", "”")):
        return ""
    named = f"{block.get('class') or ''} {block.get('id') or ''} {block.get('rel') or ''}"
    found = _SMALL_PART.search(named) or _PAGE_PART.search(named)
    return found[0].strip(" _-") if found and block.tag not in _TITLES else ""


def _apart(block: Any, root: Any) -> str:
    """The part of the page that a block stands in, when it is not the article's."""
    for each in (block, *block.iterancestors()):
        if each is root:
            return ""
        if each.tag in _APART:
            return str(each.tag)
        named = f"{each.get('class') or ''} {each.get('id') or ''}"
        if found := _PAGE_PART.search(named):
            return found[0].strip(" _-")
    return "outside"


def _common(elements: list[Any]) -> Any:
    """The nearest element that holds most of these: strays far from the others do not count."""
    counts: dict[Any, int] = {}
    for element in elements:
        for each in (element, *element.iterancestors()):
            counts[each] = counts.get(each, 0) + 1
    enough = [each for each, count in counts.items() if count * 10 >= len(elements) * 8]
    return max(enough, key=lambda each: len(list(each.iterancestors())), default=None)


def _find_date(tree: Any) -> tuple[str, str]:
    """The day of publication that the page states, and the tag that states it."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            for value in _published(script.text or ""):
                if found := _DAY.match(value):
                    return found[1], "datePublished (JSON-LD)"
    stated = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta
        for meta in reversed(list(tree.iter("meta")))
    }
    for name in _DATES:
        if name in stated and (found := _DAY.match(stated[name].get("content") or "")):
            return found[1], f"<meta {name}>"
    for time in tree.iter("time"):
        if found := _DAY.match(time.get("datetime") or ""):
            return found[1], "<time datetime>"
    return "", ""


def _published(script: str) -> Iterator[str]:
    try:
        waiting = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                yield value["datePublished"]
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _heading(tree: Any) -> str:
    found = [h for h in tree.iter("h1") if h.text_content().strip()]
    return found[0].text_content() if len(found) == 1 else ""


def _canonical(tree: Any) -> str:
    for link in tree.iter("link"):
        href = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and href.startswith(
            ("http://", "https://")
        ):
            return href
    return ""


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
