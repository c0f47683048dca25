"""What of the HTML made of a stranger's Markdown stands on a page: the one list, for every text.

Raw HTML never gets here (it is text to Markdown); this is the second door, for what Markdown and
its extensions make.
"""

import re

import nh3

from mkdocs_dossier.model.web import is_inside, is_link

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "del", "em", "figcaption", "figure",
    "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "mark", "ol", "p", "pre", "q", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_PAGE_TAGS = _TAGS | {
    "caption", "cite", "dd", "details", "div", "dl", "dt", "h1", "input", "ins", "kbd", "label",
    "small", "summary",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir"},
    "a": {"href", "title", "data-record", "name"},
    "abbr": {"title"},
    "details": {"open"},
    "div": {"data-tabs"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "input": {"type", "name", "id", "checked", "disabled"},
    "label": {"for"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_SCHEMES = {"http", "https", "mailto"}
# What extensions of Markdown number by themselves; all else that starts with `_` is the theme's
# or the program's.
_NUMBERED = re.compile(r"__(?:tabbed|codelineno|span)[-_0-9]+|fn(?:ref\d*)?:[\w-]+")
# Classes that scripts and styles of the program and of the theme act on.
_PROGRAM_CLASS = re.compile(r"d-(?!align-)|md-(?!button)|mermaid$|js$", re.IGNORECASE)


def clean_html(html: str, page: bool = False) -> str:
    """HTML reduced to harmless tags, attributes and addresses.

    `page`: that of a whole hand-written page, which may hold what site generators add to Markdown.
    """
    return nh3.clean(
        html,
        tags=_PAGE_TAGS if page else _TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_keep_on_page if page else _keep,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )


def is_reserved(id: str) -> bool:
    """Whether an id is one that the theme or the program may need: it starts with `_`."""
    return id.startswith("_") and not _NUMBERED.fullmatch(id)


def _keep(tag: str, attribute: str, value: str) -> str | None:
    """The attribute's value as it may stand; None without it."""
    if attribute == "href":
        return value if is_link(value) else None
    if attribute == "src":
        return value if is_inside(value) else None
    return value


def _keep_on_page(tag: str, attribute: str, value: str) -> str | None:
    """The same where the writer can choose ids and classes."""
    if attribute in ("id", "name", "for"):
        only_numbered = tag in ("input", "label") and not _NUMBERED.fullmatch(value)
        return None if only_numbered or is_reserved(value) else value
    if attribute == "type":
        return value if value in ("checkbox", "radio") else None
    if attribute == "class":
        return " ".join(each for each in value.split() if not _PROGRAM_CLASS.match(each)) or None
    return _keep(tag, attribute, value)
