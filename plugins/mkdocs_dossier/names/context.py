"""What a form means where it stands: who was named before, and what surrounds it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from mkdocs_dossier.languages.name_grammar import NameGrammar
from mkdocs_dossier.names.automaton import Hit
from mkdocs_dossier.names.bearer import Bearer, Doubt, How, Mention
from mkdocs_dossier.names.boundaries import CLASSES, WORD
from mkdocs_dossier.names.folding import Folded, encode, fold
from mkdocs_dossier.names.forms import Form
from mkdocs_dossier.names.honorifics import Sexes, is_titled
from mkdocs_dossier.names.lead import end_of_lead
from mkdocs_dossier.names.metonyms import is_figurative
from mkdocs_dossier.names.neighbours import capitals_before, word_before
from mkdocs_dossier.names.rules import (
    find_namesake,
    fit_initials,
    has_common_noun,
    is_another_name,
    is_compound,
    is_ordinary_word,
    lacks_article,
)

_SPACE = 0x20
_OPENING = frozenset("«“(".encode("cp1252"))
_new = tuple.__new__  # a named tuple's own way to be made takes three times as long
_CAPITAL = bytes(bytes([code]).decode("cp1252", "replace").isupper() for code in range(256))
_USUAL_BEFORE = bytes(kind == WORD or code == ord(",") for code, kind in enumerate(CLASSES))
"""What stands before the space before a name that does not begin a sentence."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?…\n]")


class Context:
    """One reading of one text, from its beginning to its end."""

    def __init__(
        self,
        text: Folded,
        bearers: Mapping[str, Bearer],
        grammar: NameGrammar,
        known: Iterable[str],
    ) -> None:
        self._grammar = grammar
        self._small_words = _fold_all(grammar.function_words)
        self._of = _fold_all(grammar.of_words)
        self._not_places = _fold_all(grammar.not_a_place)
        self.mentions: list[Mention] = []
        self.doubts: list[Doubt] = []
        self._text = text
        self._bearers = bearers
        self._named: dict[str, int] = dict.fromkeys(known, -1)
        self._strangers: dict[str, int] = {}
        self._sexes = Sexes(text.clean, grammar)
        self._waiting: list[tuple[Hit, bool]] = []
        self._lead = -1
        self._small: dict[str, bool] = {}
        self._called: dict[str, str] = {}

    def read(self, hits: list[Hit], hidden: set[int]) -> None:
        """Judges all hits of the text, in order. Those starting at `hidden` are no mentions."""
        raw, low, named = self._text.raw, self._text.low, self._named
        capital, usual, add = _CAPITAL, _USUAL_BEFORE, self.mentions.append
        before_end = -1
        for index, hit in enumerate(hits):
            start, end, forms = hit
            form = forms[0]
            # Most names are decided by a look at the bytes around them.
            settled = False
            if (
                form.plain
                and len(forms) == 1
                and (low[end] != _SPACE or not capital[raw[end + 1]] or _starts(hits, index, end))
            ):
                at = low.rfind(b" ", start - 24 if start > 24 else 0, start - 1) + 1
                before = low[at : start - 1]
                settled = (
                    low[start - 1] == _SPACE
                    and not capital[raw[at]]
                    and before not in form.watched
                    and (not form.single or usual[raw[start - 2]])
                    and b"'" not in before
                ) or not self._is_suspicious(start, end, at, form, before_end)
            if settled:
                record = form.bearer.record
                named[record] = start
                if start not in hidden:
                    add(_new(Mention, (start, end, record, form.how)))
            else:
                continued = _starts(hits, index, end)
                self._judge(hit, start in hidden, before_end == start - 1, continued)
            before_end = end
        self._finish()

    def _may_be_told_later(self, form: Form, at: int) -> bool:
        """Whether a short name may mean whom only the text below names in full.

        Family names that come first, and given names, are borne by too many for that, but in a
        headline.
        """
        return form.text != form.bearer.name.split()[0] or self._is_in_lead(at)

    def _is_suspicious(self, start: int, end: int, at: int, form: Form, before_end: int) -> bool:
        """Whether the word before a plain name, which begins at `at`, may make it another one."""
        raw, low = self._text.raw, self._text.low
        if low[start - 1] != _SPACE:
            before = low[at:start]
            if form.single and start and raw[start - 1] in _OPENING:
                return self._is_used_small(self._text.clean[start:end])
        else:
            before = low[at : start - 1]
            if (
                form.single
                and not _USUAL_BEFORE[raw[start - 2]]
                and (form.text.isupper() or self._is_used_small(self._text.clean[start:end]))
            ):
                return True
            if (
                _CAPITAL[raw[at]]
                and before not in self._small_words
                and before_end != start - 1
                and (form.single or not form.bearer.is_person)
            ):
                return True
        if b"'" in before[:-1]:
            before = before.rpartition(b"'")[2]
        if before not in form.watched:
            return False
        if before not in self._of:
            return True
        left = low.rfind(b" ", max(0, at - 24), at - 1) + 1
        return low[left : at - 1] in self._not_places or form.bearer.kind == "state"

    def _judge(self, hit: Hit, hidden: bool, joined: bool, continued: bool) -> None:
        """Decides one hit. `joined`, `continued`: known names stand right before and after it."""
        text, grammar = self._text.clean, self._grammar
        start, end, found = hit
        forms = [each for each in found if not lacks_article(text, start, end, each, grammar)]
        forms = [each for each in forms if each.how != "never"]
        if not forms:
            return
        if forms[0].how == "explicit":
            return self._accept(hit, forms[0], hidden)
        if is_ordinary_word(text, start, end, forms[0], grammar, self._is_used_small):
            return
        if is_another_name(text, start, end, forms[0], grammar, joined, continued):
            same = find_namesake(text, start, end, forms)
            if same is not None:
                self._named[same.bearer.record] = start
                return self._accept(hit, same, hidden)
            if fitting := fit_initials(text, start, end, forms):
                return self._choose_short(hit, fitting, hidden)
            return self._meet_stranger(forms, start)
        full = [each for each in forms if each.how != "short"]
        if full and not self._means_person(forms, start):
            self._choose_full(hit, full, hidden)
        else:
            self._choose_short(hit, [each for each in forms if each.how == "short"], hidden)

    def _means_person(self, forms: list[Form], start: int) -> bool:
        """Whether a whole name of one is the family name of somebody named before (Hollande)."""
        whole = [form.bearer for form in forms if form.how != "short"]
        if any(bearer.is_person for bearer in whole):
            return False
        if word_before(self._text.clean, start).casefold() in self._grammar.before_place:
            return False
        named = self._named
        if any(bearer.record in named and not bearer.is_place for bearer in whole):
            return False  # a company named after its founder
        return any(
            form.how == "short" and form.bearer.is_person and form.bearer.record in named
            for form in forms
        )

    def _meet_stranger(self, forms: list[Form], start: int) -> None:
        """Notes that somebody without a page bears a family name too."""
        preceded = bool(capitals_before(self._text.clean, start))
        for form in forms:
            first = form.bearer.name.split()[0].casefold()
            parts = form.text.casefold().split()
            if form.bearer.is_person and (preceded or parts[0] == first):
                self._strangers[parts[0]] = self._strangers[parts[-1]] = start

    def _choose_full(self, hit: Hit, forms: list[Form], hidden: bool) -> None:
        bearers = {form.bearer.record for form in forms}
        if len(bearers) > 1:
            known = [form for form in forms if form.bearer.record in self._named]
            if len({form.bearer.record for form in known}) != 1:
                return self._doubt(hit, forms, hidden)
            forms = known
        self._accept(hit, forms[0], hidden)

    def _is_used_small(self, surface: str) -> bool:
        """Whether the text uses the word as a common noun, in lower case after a determiner."""
        used = self._small.get(surface)
        if used is None:
            used = self._small[surface] = has_common_noun(self._text.clean, surface, self._grammar)
        return used

    def _is_in_lead(self, at: int) -> bool:
        """Whether an offset lies in the headline or the list of main points before the article."""
        if self._lead < 0:
            self._lead = end_of_lead(self._text.clean)
        return at < self._lead

    def _choose_short(self, hit: Hit, forms: list[Form], hidden: bool) -> None:
        """A short name means the bearer who was named in full last, if nobody else was since."""
        named = self._named
        known = sorted(
            {form.bearer.record: form for form in forms if form.bearer.record in named}.values(),
            key=lambda form: named[form.bearer.record],
        )
        stranger = max(self._strangers.get(form.text.casefold(), -2) for form in forms)
        if not known:
            told = is_titled(self._text.clean, hit[0], forms, self._grammar)
            if stranger < -1 and (told or is_compound(forms, self._grammar)):
                self._named[forms[0].bearer.record] = hit[0]
                self._accept(hit, forms[0], hidden)
            elif stranger < -1 and any(self._may_be_told_later(form, hit[0]) for form in forms):
                self._waiting.append(((hit[0], hit[1], tuple(forms)), hidden))
            else:
                self._doubt(hit, forms, hidden)
            return
        known = [form for form in known if not self._contradict(form, hit[0])]
        if (
            not known
            or stranger > named[known[-1].bearer.record]
            or (len(known) > 1 and self._is_unclear(known[-2], known[-1], hit[0]))
        ):
            return self._doubt(hit, forms, hidden)
        latest = known[-1]
        self._sexes.note(latest.bearer.record, hit[0])
        self._accept(hit, latest, hidden)

    def _contradict(self, form: Form, at: int) -> bool:
        record = form.bearer.record
        return self._sexes.contradict(record, self._named[record], at)

    def _is_unclear(self, other: Form, latest: Form, at: int) -> bool:
        """Whether a short name could mean either of the two bearers named last.

        It could if both were named in one sentence; and if the text has used it for somebody else
        than the latest, unless he is the one of whom this paragraph speaks.
        """
        text = self._text.clean
        start, end = self._named[other.bearer.record], self._named[latest.bearer.record]
        if start < 0 or end < 0:
            return start == end
        if _SENTENCE_END.search(text, start, end) is None:
            return True
        called = self._called.get(latest.text.casefold(), latest.bearer.record)
        return called != latest.bearer.record and _PARAGRAPH.search(text, end, at) is not None

    def _accept(self, hit: Hit, form: Form, hidden: bool) -> None:
        bearer = form.bearer
        record, how = bearer.record, cast(How, form.how)
        if how == "short":
            self._called[form.text.casefold()] = record
        else:
            self._named[record] = hit[0]
        if (
            bearer.government_of in self._bearers
            and how != "explicit"
            and is_figurative(self._text.clean, hit[0], hit[1], self._grammar)
        ):
            record, how = str(bearer.government_of), "metonym"
        if not hidden:
            self.mentions.append(Mention(hit[0], hit[1], record, how))

    def _doubt(self, hit: Hit, forms: list[Form], hidden: bool) -> None:
        if not hidden:
            records = tuple(sorted({form.bearer.record for form in forms}))
            self.doubts.append(Doubt(hit[0], hit[1], records))

    def _finish(self) -> None:
        """Short names in the lead: whoever alone bears them in the text below."""
        for hit, hidden in self._waiting:
            shorts = [form for form in hit[2] if form.how == "short"]
            known = {f.bearer.record: f for f in shorts if f.bearer.record in self._named}
            stranger = any(form.text.casefold() in self._strangers for form in shorts)
            if len(known) == 1 and not stranger:
                self._accept(hit, next(iter(known.values())), hidden)
            else:
                self._doubt(hit, shorts, hidden)
        if self._waiting:
            self.mentions.sort()


@cache
def _fold_all(listed: frozenset[str]) -> frozenset[bytes]:
    return frozenset(fold(encode(word)) for word in listed)


def _starts(hits: list[Hit], index: int, end: int) -> bool:
    """Whether the next hit stands right after the one at `index`, which ends at `end`."""
    return index + 1 < len(hits) and hits[index + 1][0] == end + 1
