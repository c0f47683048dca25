"""The spaces that a language puts inside its punctuation: data can be typed without them."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from mkdocs_dossier.languages.words import read_words

_NARROW = "\u202f"
_WIDE = "\u00a0"
_TAG = "\ue000"  # stands for a tag of HTML
_NEVER = "(?!)"
_SHORT = 100


@dataclass(frozen=True)
class _Spaces:
    """Where typed spaces become unbreakable, from `LANGUAGE/words/typography.yml`."""

    any: re.Pattern[str]  # most texts need nothing
    narrow: re.Pattern[str]
    wide: re.Pattern[str]
    opening: re.Pattern[str]  # a link may follow, in a piece of its own
    closing: re.Pattern[str]


@cache
def _read_spaces(language: str) -> _Spaces | None:
    """Those of a language tag, or none. Each list may be left out."""
    given = read_words(language, "typography")
    if not given:
        return None
    narrow, wide, opening, closing = (
        f"[{re.escape(given[each])}]" if given.get(each) else _NEVER
        for each in ("narrow_before", "wide_before", "opening", "closing")
    )
    ends = rf"[\s{_TAG}]|$"
    return _Spaces(
        any=re.compile(rf"[ \u00a0\u202f](?:{narrow}|{wide}|{closing})|{opening}[ \u202f]"),
        narrow=re.compile(rf"(?<!\s)[ \u00a0](?={narrow}(?:{ends}|[)\]]|{closing}))"),
        wide=re.compile(rf"(?<!\s)[ \u202f](?={wide}(?:{ends}))"),
        opening=re.compile(rf"(?<={opening})[ \u202f]"),
        closing=re.compile(rf"(?<!\s)[ \u202f](?={closing})"),
    )


def set_spaces(text: str, language: str) -> str:
    """The text with unbreakable spaces where its language has them; many languages have none."""
    return _set_in_short(text, language) if len(text) <= _SHORT else _set_spaces(text, language)


@lru_cache(2**13)
def _set_in_short(text: str, language: str) -> str:
    """Of a name, a date, an origin, which stand in many places."""
    return _set_spaces(text, language)


def _set_spaces(text: str, language: str) -> str:
    spaces = _read_spaces(language)
    if not spaces or not spaces.any.search(text):
        return text
    text = spaces.narrow.sub(_NARROW, text)
    text = spaces.wide.sub(_WIDE, text)
    text = spaces.opening.sub(_WIDE, text)
    return spaces.closing.sub(_WIDE, text)


_APART = "code|kbd|pre|samp|script|style|svg|textarea"
_MARKUP = re.compile(rf"<({_APART})\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


def set_spaces_in_html(html: str, language: str) -> str:
    """A piece of HTML with the spaces of its language in the text; tags and code stay as typed."""
    if not _read_spaces(language) or _TAG in html:
        return html
    tags = (found[0] for found in _MARKUP.finditer(html))
    text = set_spaces(_MARKUP.sub(_TAG, html), language)
    return re.sub(_TAG, lambda _: next(tags), text)
