"""What a language knows of numbers, dates, negation and doubt, read from its folder."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.trust.fit.words import fold, split_words

Pattern = re.Pattern[str]
_NOTHING = re.compile(r"(?!)")
_LINE_END = re.compile(r"\s+\|")


@dataclass(frozen=True, eq=False)
class Grammar:
    """The words and patterns of one language; of a language without a folder, all are empty.

    Words are folded. `numbers` holds cardinals and ordinals with their values, `ordinals` the
    latter alone, `scales` what multiplies (hundred, million). `clause` finds where one begins,
    `sole_offices` titles that one person holds at a time (`feminines`: a woman's with a man's),
    `within` what limits a rank (« de l'année »), `thirds` what stands before a month for
    its beginning, middle and end, `jubilee` the word for an anniversary.
    `negation` is a matter of grammar
    (« ne … pas »), `denial` a word that says no (« dément »). `ladders` are pairs of patterns: a
    weaker verb and a stronger one of the same sort. `opposites` are pairs of stems. `months` count
    from 1, `weekdays` from Monday, 0. `capital_months`: "may" is no month. `hedge` finds more than
    `modal` does, whatever may stand for a doubt; `intent` a wish or a plan.
    `relative`: what says the year, month or day before or after, as unit and number.
    `auxiliaries` may stand between a name and its verb, `mutual` finds verbs that both sides do,
    `endings` those of verbs, `agent` what stands before the doer of a passive, `reported` a past
    verb of saying, after which a conditional is a future.
    """

    known: bool = False
    numbers: Mapping[str, int] = field(default_factory=dict)
    ordinals: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    of: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    day_joins: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    capital_months: bool = False
    weekdays: Mapping[str, int] = field(default_factory=dict)
    sole_offices: Pattern = _NOTHING
    feminines: Mapping[str, str] = field(default_factory=dict)
    within: Pattern = _NOTHING
    thirds: tuple[Pattern, ...] = ()
    jubilee: Pattern = _NOTHING
    clause: Pattern = _NOTHING
    negation: Pattern = _NOTHING
    denial: Pattern = _NOTHING
    modal: Pattern = _NOTHING
    hedge: Pattern = _NOTHING
    intent: Pattern = _NOTHING
    conditional: Pattern = _NOTHING
    not_conditional: frozenset[str] = frozenset()
    future: Pattern = _NOTHING
    ladders: tuple[tuple[Pattern, Pattern], ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    demonyms: tuple[tuple[str, str], ...] = ()
    pronouns: Pattern = _NOTHING
    starters: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    relative: tuple[tuple[Pattern, str, int], ...] = ()
    mutual: Pattern = _NOTHING
    agent: Pattern = _NOTHING
    endings: Pattern = _NOTHING
    reported: Pattern = _NOTHING
    titles: frozenset[str] = frozenset()


@lru_cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language tag (`fr`, `fr-CA`)."""
    code = language.split("-")[0].lower()
    say = texts(code)
    if code not in languages() or "fit.cardinals" not in say.own:
        return Grammar()
    lists = say.under("fit")
    ordinals = _values(lists["ordinals"])
    pairs = [each.partition("/") for each in fold(lists["opposites"]).split()]
    months = {name: number for number, name in get_month_names(locale=code).items()}
    return Grammar(
        known=True,
        numbers={**_values(lists["cardinals"]), **ordinals},
        ordinals=frozenset(ordinals),
        scales=_values(lists["scales"]),
        fractions=_fractions(lists["fractions"]),
        of=_words(lists["of"]),
        one=_words(lists["one"]),
        joins=_words(lists["and"]),
        definite=_words(lists["definite"]),
        day_joins=tuple(lists["day_joins"].split()),
        months={fold(name): number for name, number in months.items()},
        capital_months=all(name.istitle() for name in months),
        weekdays={fold(name): number for number, name in get_day_names(locale=code).items()},
        sole_offices=_pattern(lists["sole_offices"]),
        feminines=_forms(lists["feminines"]),
        within=_pattern(lists["within"]),
        thirds=tuple(_pattern(lists[each]) for each in ("early", "middle", "late")),
        jubilee=_pattern(lists["jubilee"]),
        clause=_pattern(lists["clause"]),
        negation=_pattern(lists["negation"]),
        denial=_pattern(lists["denial"]),
        modal=_pattern(lists["modal"]),
        hedge=_pattern(f"{lists['modal']}|{lists['hedge']}|{lists['intent']}"),
        intent=_pattern(lists["intent"]),
        conditional=_pattern(lists["conditional"]),
        not_conditional=_words(lists["not_conditional"]),
        future=_pattern(lists["future"]),
        ladders=(
            (_pattern(lists["hope"]), _pattern(lists["pledge"])),
            (_pattern(lists["guess"]), _pattern(lists["proof"])),
        ),
        opposites=tuple((one, other) for one, _, other in pairs),
        demonyms=_demonyms(lists["demonyms"]),
        pronouns=_pattern(lists["pronouns"]),
        starters=_words(lists["starters"]),
        auxiliaries=frozenset(lists["auxiliaries"].split()),
        relative=tuple(
            (_pattern(lists[f"{when}_{unit}"]), unit, by)
            for unit in ("year", "month", "day")
            for when, by in (("last", -1), ("next", 1))
        ),
        mutual=_pattern(lists["mutual"]),
        agent=_pattern(lists["agent"]),
        endings=_pattern(lists["endings"]),
        reported=_pattern(lists["reported"]),
        titles=_words(lists["titles"]),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(split_words(text))


def _values(text: str) -> dict[str, int]:
    pairs = (each.partition("=") for each in text.split())
    return {fold(word): int(value) for word, _, value in pairs}


def _fractions(text: str) -> dict[str, tuple[int, ...]]:
    """Words with the numbers that say the same: « tiers » is one in 3, or 33 in a hundred."""
    pairs = (each.partition("=") for each in text.split())
    return {fold(word): tuple(map(int, value.split("/"))) for word, _, value in pairs}


def _forms(text: str) -> dict[str, str]:
    pairs = (each.partition("=") for each in fold(text).split())
    return {one: other for one, _, other in pairs}


def _demonyms(text: str) -> tuple[tuple[str, str], ...]:
    """The names of countries, their words joined by spaces, with what their people are called."""
    pairs = (each.partition("=") for each in text.split())
    return tuple((" ".join(split_words(name)), fold(people)) for name, _, people in pairs)


def _pattern(text: str) -> Pattern:
    return re.compile(_LINE_END.sub("|", text), re.IGNORECASE)
