"""Where a page may send a reader's browser, and what it may have it fetch: the one place that says.

A browser forgives much: it drops tabs and line breaks inside an address, takes `\\` for `/`, and
shows `https://good@evil/` as if it led to `good`. Nothing of that is an address here.
"""

import re
import unicodedata

_WEB = re.compile(r"https?://[^/?#@:\[\]]+\.[^/?#@:\[\].]+(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^@:/?]+@[^@:/?]+(?:\?.*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[^/?#]*:")
_WIKIPEDIA = re.compile(r"https?://(?:[a-z-]+\.)?(?:m\.)?wikipedia\.org/.+", re.IGNORECASE)
_WIKIDATA = re.compile(
    r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?(?P<item>Q[1-9][0-9]*)",
    re.IGNORECASE,
)


def is_web_address(text: str) -> bool:
    """Whether the text is the address of something on the web: `https://…` or `http://…`."""
    return _is_plain(text) and _WEB.fullmatch(text) is not None


def is_mail_address(text: str) -> bool:
    """Whether the text is an address of mail, without `mailto:` and without options."""
    return _is_plain(text) and "?" not in text and _MAIL.fullmatch(f"mailto:{text}") is not None


def is_link(text: str) -> bool:
    """Whether a reader may be led there: the web, an address of mail, or a place in the site."""
    if not _is_plain(text):
        return False
    return is_web_address(text) or _MAIL.fullmatch(text) is not None or is_inside(text)


def is_inside(text: str) -> bool:
    """Whether the text leads to a place in the site itself, seen from any page."""
    return _is_plain(text) and not text.startswith("//") and not _SCHEME.match(text)


def is_wikipedia(text: str) -> bool:
    """Whether the text is the address of an article of Wikipedia, in any language."""
    return is_web_address(text) and _WIKIPEDIA.fullmatch(text) is not None


def read_wikidata(text: str) -> str | None:
    """The id of an item of Wikidata (`Q148`), from the id or an address; None for anything else."""
    found = _WIKIDATA.fullmatch(text)
    return found["item"].upper() if found else None


def _is_plain(text: str) -> bool:
    """Whether a browser reads the text as it stands: no spaces, controls, brackets or marks."""
    return not any(sign in '<>"`\\' or unicodedata.category(sign)[0] in "CZ" for sign in text)
