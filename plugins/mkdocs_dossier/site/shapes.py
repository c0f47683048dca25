"""The theme's layout around pages of one shape, as the texts between the places for their words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import orjson
from markupsafe import escape

_INLINE = re.compile(
    r"<(script|style)(?![^>]*\b(?:src=|application/(?:ld\+)?json))[^>]*>(.*?)</\1", re.DOTALL
)
"""Scripts and styles that a page's policy names by their sum."""
ODD = "&\"'<  >"


@dataclass(frozen=True)
class Slot:
    """One place of a shape: which of the page's words stands there, and which of `_CHANGES` was
    done to it.
    """

    word: str
    change: int


Shape = tuple[tuple[str, ...], tuple[Slot, ...]]
"""The texts between the places, one more than those, and the places."""


TEXTS = frozenset({"title", "description", "name", "updated_said", "edit", "report"})
"""Words that templates escape. The others are HTML, or hold no character that could be."""


def is_text(name: str) -> bool:
    """Whether templates escape the word of this name."""
    return name in TEXTS or name.startswith("heading ")


def _one_line(text: str) -> str:
    return " ".join(text.split())


_CHANGES: tuple[Callable[[str], str], ...] = (
    lambda text: str(escape(text)),
    lambda text: str(escape(_one_line(text))),
    str,
    _one_line,
    lambda text: str(escape(str(escape(text)))),
)
"""What a template may do to a word: the first that fits a token is what it does."""


def split_layout(written: str, word: str, names: list[str]) -> Shape | None:
    """A layout with tokens, as the texts between them; None where one was changed in another way.

    None, too, where one stands in a script that the policy of the page names by its sum.
    """
    if any(word in text for _, text in _INLINE.findall(written)):
        return None
    parts = re.split(rf"(?:<h1 )?{word}x(\d+)a(.*?)z", written, flags=re.DOTALL)
    texts, slots = parts[0::3], []
    for number, odd in zip(parts[1::3], parts[2::3], strict=True):
        name = names[int(number)]
        if not is_text(name):
            if odd:
                return None
            slots.append(Slot(name, _CHANGES.index(str)))
            continue
        done = [each(f"a{ODD}z") for each in _CHANGES]
        if f"a{odd}z" not in done:
            return None
        slots.append(Slot(name, done.index(f"a{odd}z")))
    if any(word in text for text in texts):
        return None
    return tuple(texts), tuple(slots)


def fill(shape: Shape, words: dict[str, str]) -> str:
    """The layout with a page's words in their places."""
    texts, slots = shape
    parts = [texts[0]]
    for slot, text in zip(slots, texts[1:], strict=True):
        parts += [_CHANGES[slot.change](words[slot.word]), text]
    return "".join(parts)


def read_shapes(written: bytes | None) -> dict[str, Shape | None]:
    """Shapes by key, from JSON; none from nothing."""
    read = orjson.loads(written) if written else {}
    return {
        key: (tuple(shape[0]), tuple(Slot(**slot) for slot in shape[1])) if shape else None
        for key, shape in read.items()
    }
