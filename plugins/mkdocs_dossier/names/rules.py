"""When what looks like a name is none: an ordinary word, or a part of another name."""

import re
from collections.abc import Callable

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.forms import Form
from mkdocs_dossier.names.neighbours import (
    capitals_before,
    is_continued,
    is_preceded,
    starts_sentence,
    word_after,
    word_before,
)

_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_OPENING, _CLOSING = frozenset("„»“«‚"), frozenset("“«”»‘")


def lacks_article(text: str, start: int, end: int, form: Form, grammar: NameGrammar) -> bool:
    """Whether the article that belongs to a name is missing: « du Monde », but not « Monde »."""
    if not form.after_article:
        return False
    if text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING:
        return False  # im „Spiegel“
    if not grammar.contracted:  # articles stand alone: the name of one word must have its own
        return form.single and word_after(text, end).rstrip(".").casefold() not in grammar.press
    before = word_before(text, start).casefold()
    if before not in grammar.contracted:
        return True
    if form.bearer.is_place or before in grammar.contracted_plural:
        return False
    at = start - 1 - len(before)
    return word_before(text, at).casefold() not in grammar.press


def is_ordinary_word(
    text: str,
    start: int,
    end: int,
    form: Form,
    grammar: NameGrammar,
    is_used_small: Callable[[str], bool],
) -> bool:
    """Whether a name of one word is used as a word of the language there.

    `is_used_small` tells whether the text uses the word as a common noun elsewhere.
    """
    if _is_adjective(text, start, end, form, grammar):
        return True
    if not form.single:
        return False
    surface = text[start:end]
    plain = surface.casefold()
    if form.text.isupper() and surface == form.text:
        return False
    if plain in grammar.compass:
        return not _is_compass_place(text, start, end, grammar)
    if plain in grammar.honorifics:
        return True
    begins = starts_sentence(text, start)
    if begins and word_before(text, start).casefold() in grammar.titles:
        begins = False  # "Mrs. May"
    if plain in grammar.function_words:
        return surface[0].islower() or begins or grammar.dated.search(text[:end][-40:]) is not None
    if not begins:
        return False
    if form.text.isupper() and not surface.isupper() and len(surface) < 4:
        return True
    if form.bearer.is_person:
        after = word_after(text, end)
        if after in grammar.predicates or grammar.acts.match(text, end):
            return False
        if plain in grammar.commons and after[:1].islower() and not surface.isupper():
            return True
    return is_used_small(surface)


def _is_adjective(text: str, start: int, end: int, form: Form, grammar: NameGrammar) -> bool:
    """Whether a name qualifies the noun after it ("Australian states", not the newspaper)."""
    if form.bearer.is_person or not grammar.adjective.fullmatch(text, start, end):
        return False
    after = word_after(text, end)
    if not after[:1].islower() or after in grammar.predicates | grammar.press:
        return False
    return grammar.acts.match(text, end) is None


def has_common_noun(text: str, surface: str, grammar: NameGrammar) -> bool:
    """Whether the text holds the word in lower case after a determiner."""
    small = surface.lower()
    at = text.find(small) if small != surface else -1
    while at >= 0:
        end = at + len(small)
        after = text[end : end + 1]
        whole = not (after.isalnum() or after in ("-", "_"))
        if whole and grammar.determiner.search(text, max(0, at - 6), at):
            return True
        at = text.find(small, end)
    return False


def _is_compass_place(text: str, start: int, end: int, grammar: NameGrammar) -> bool:
    """« Lille (Nord) », « le département du Nord »; « le Nord » may be half a country."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    found = grammar.of.search(text, max(0, start - 40), start)
    return found is not None and found[1].casefold() in grammar.compass_places


def is_another_name(
    text: str, start: int, end: int, form: Form, grammar: NameGrammar, joined: bool, continued: bool
) -> bool:
    """Whether the form is a part of a longer name without a page, or of somebody else's.

    `joined` and `continued` say that known names stand directly before and after it.
    """
    before = word_before(text, start).casefold()
    bearer = form.bearer
    if not continued and is_continued(text, end, form, grammar, _depends(text, start, grammar)):
        return True
    if not joined and is_preceded(text, start, form, grammar):
        return True
    if bearer.is_person:
        if before in grammar.families:
            return form.single
        return before in grammar.named_after
    if before in grammar.honorifics and (form.single or bearer.is_place):
        return True
    return bearer.is_place and _names_other_thing(text, start, form, grammar)


def _depends(text: str, start: int, grammar: NameGrammar) -> bool:
    """Whether the name depends on words before it (« le maire de … »)."""
    return grammar.depends.search(text, max(0, start - 8), start) is not None


def _names_other_thing(text: str, start: int, form: Form, grammar: NameGrammar) -> bool:
    """« guerre de Corée », « République de Chine »; « Parti du travail de Corée » if shared."""
    window = max(0, start - 70)
    before = word_before(text, start).casefold()
    if text[start - 1 : start] == " " and before not in grammar.of_words:
        return False
    found = grammar.of.search(text, window, start)
    if found is None:
        return False
    if found[1].casefold() in grammar.not_a_place:
        return True
    if form.bearer.kind == "state" and grammar.state_name.search(text, window, start):
        return True
    institution = grammar.institution.search(text, window, start) if form.shared else None
    return institution is not None and institution[1].casefold() not in grammar.function_words


def find_namesake(text: str, start: int, end: int, forms: list[Form]) -> Form | None:
    """Of persons' family names, the one whose given name stands before it (Donald J. Trump), or
    all of whose given names do as initials (J. M. Keynes).
    """
    before = capitals_before(text, start)
    given = {word.casefold() for word in before}
    for form in forms:
        first = form.bearer.name.split()[0].casefold()
        if form.bearer.is_person and first in given and first != form.text.casefold():
            return form
    fitting = fit_initials(text, start, end, forms)
    alone = len({form.bearer.record for form in fitting}) == 1
    return fitting[0] if alone and len(_read_initials(before)) > 1 else None


def fit_initials(text: str, start: int, end: int, forms: list[Form]) -> list[Form]:
    """Of persons' family names, those whose given names begin with the initials before it."""
    initials = _read_initials(capitals_before(text, start))
    if not initials or word_after(text, end)[:1].isupper():
        return []
    return [form for form in forms if form.bearer.is_person and _begin(form, initials)]


def _read_initials(words: list[str]) -> str:
    """The initials at the end of the words before a name, as one word (« J. M. » is JM)."""
    found = ""
    for word in reversed(words):
        if not _INITIALS.fullmatch(word):
            break
        found = word.replace(".", "").replace("-", "") + found
    return found


def _begin(form: Form, initials: str) -> bool:
    """Whether the bearer's given names begin with these letters, each with its own, in order."""
    given = form.bearer.name.removeprefix(form.text).removesuffix(form.text)
    return "".join(part[0] for part in re.split(r"[\s-]", given) if part).startswith(initials)


def is_compound(forms: list[Form], grammar: NameGrammar) -> bool:
    """Whether a family name of several words is one person's only: « Lloyd George »."""
    parts = forms[0].text.split()
    return (
        len(parts) > 1
        and all(part[0].isupper() and part.casefold() not in grammar.particles for part in parts)
        and len({form.bearer.record for form in forms}) == 1
        and forms[0].bearer.is_person
    )
