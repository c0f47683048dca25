"""The spaces that French puts inside its punctuation, so that data can be typed without them."""

import re

_NARROW = "\u202f"
_WIDE = "\u00a0"
_ANY = re.compile(r"[ \u00a0\u202f][;!?:»]|«[ \u202f]")  # most texts need nothing
_TAG = "\ue000"  # stands for a tag of HTML
_BEFORE = re.compile(rf"(?<!\s)[ \u00a0](?=[;!?](?:[\s{_TAG}]|$|[)»\]]))")
_COLON = re.compile(rf"(?<!\s)[ \u202f](?=:(?:[\s{_TAG}]|$))")
_OPENING = re.compile(r"«[ \u202f]")  # a link may follow, in a piece of its own
_CLOSING = re.compile(r"(?<!\s)[ \u202f]»")


def set_spaces(text: str, language: str) -> str:
    """The text with unbreakable spaces where French has them; other languages stay as they are."""
    if language != "fr" or not _ANY.search(text):
        return text
    text = _BEFORE.sub(_NARROW, text)
    text = _COLON.sub(_WIDE, text)
    text = _OPENING.sub("«" + _WIDE, text)
    return _CLOSING.sub(_WIDE + "»", text)


_APART = "code|kbd|pre|samp|script|style|svg|textarea"
_MARKUP = re.compile(rf"<({_APART})\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


def set_spaces_in_html(html: str, language: str) -> str:
    """A piece of HTML with the spaces of its language in the text; tags and code stay as typed."""
    if language != "fr" or _TAG in html:
        return html
    tags = (found[0] for found in _MARKUP.finditer(html))
    text = set_spaces(_MARKUP.sub(_TAG, html), language)
    return re.sub(_TAG, lambda _: next(tags), text)
