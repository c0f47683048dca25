"""How many planted misfits the rule `claim-fit` finds, and how often it is wrong.

    python bench/misfits.py [DOSSIER] [--seeds 4] [--show]

Into each statement of a dossier that quotes an article, one at a time, a false number, date, name,
negation or certainty is put at random; a misfit is found when the rule says something of that
statement that it did not say before. False alarms are what it says of the dossier as it is, with
every `fit` taken out.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import PartyValue, Statement
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.fit.evidence import read_source
from mkdocs_dossier.trust.fit.find import Found, find_misfits
from mkdocs_dossier.trust.fit.grammar import grammar_of

Spot = tuple[str, int]
Plant = Callable[[Statement, Dossier, random.Random], Statement | None]
WORDS = [
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "onze",
    "douze",
    "treize",
    "vingt",
    "trente",
    "cinquante",
]
ORDINALS = [
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
]
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
NUMBER = re.compile(r"(?<![\w-])(\d{1,3})(e|er)?(?![\w-])")
INSERTED_NUMBERS = ("pour la {ordinal} fois", "en {word} points", "devant {number} personnes")
INSERTED_DATES = ("le {day} {month} {year}", "en {year}", "en {month} {year}", "dès {year}")
INVENTED = ("Émile Garandeau", "Port-Lazare", "Anatole Zubiri", "la Valdavie", "Noor Halabi")
VERBS = {
    "est": "serait",
    "sont": "seraient",
    "a": "aurait",
    "ont": "auraient",
    "veut": "voudrait",
    "restera": "pourrait rester",
    "fournit": "pourrait fournir",
    "tient": "pourrait tenir",
    "continuera": "pourrait continuer",
    "soutiendra": "pourrait soutenir",
    "soutiennent": "soutiendraient",
    "réaffirme": "pourrait réaffirmer",
    "réaffirment": "pourraient réaffirmer",
    "rencontre": "pourrait rencontrer",
    "reçoit": "pourrait recevoir",
    "apporte": "apporterait",
    "montre": "montrerait",
    "échangent": "devraient échanger",
    "discutent": "devraient discuter",
    "teste": "testerait",
    "implique": "impliquerait",
    "marque": "marquerait",
    "ressemble": "ressemblerait",
    "répondent": "répondraient",
    "adresse": "adresserait",
    "fournira": "pourrait fournir",
    "attend": "attendrait",
    "compte": "compterait",
    "expose": "exposerait",
    "imposait": "aurait imposé",
    "prévoyait": "aurait prévu",
    "reprennent": "reprendraient",
    "réunissent": "réuniraient",
    "cherche": "chercherait",
    "soient": "pourraient être",
}
CERTAIN = {
    "espère développer": "développe",
    "souhaitent consolider": "consolident",
    "devraient avoir": "auront",
    "veut renforcer": "renforce",
    "veut cultiver": "cultive",
    "dit vouloir resserrer": "resserre",
    "est prête à travailler": "travaille",
    "cherche à élargir": "élargit",
    "a cherché à renforcer": "a renforcé",
    "s'efforcera constamment de consolider et de développer": "consolide et développe",
}
CLOSE = "|".join(sorted(VERBS, key=len, reverse=True))
DOUBT = re.compile(r"\b\w{2,}r(?:ait|aient)\b")
VERB = re.compile(rf"(?<![\w'’-])({CLOSE})(?![\w'’-])")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier", type=Path, nargs="?", default=Path("dossier"))
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--show", action="store_true", help="print what was not found")
    given = parser.parse_args()
    dossier = without_fit(load(given.dossier).dossier)
    before = by_statement(dossier)
    spots = [
        (holder.id, index)
        for holder, index, statement in dossier.statements()
        if any(source.article and source.quote for source in statement.sources)
    ]
    alarms = sum(len(each) for each in before.values())
    print(f"{len(spots)} statements with a quote, {alarms} findings before any planting:")
    for (record, index), found in before.items():
        print(f"  {record}[{index}]: {', '.join(sorted(found))}")
    planted, caught = Counter(), Counter()
    for seed in range(given.seeds):
        for name, plant in PLANTS.items():
            chance = random.Random(f"{seed} {name}")
            changed, texts = plant_all(dossier, spots, plant, chance)
            after = by_statement(changed)
            for spot, text in texts.items():
                planted[name] += 1
                hit = bool(after.get(spot, set()) - before.get(spot, set()))
                caught[name] += hit
                if given.show and not hit:
                    print(f"missed {name}: {spot[0]}: {text}")
    print("\n| planted | misfits | found | recall |\n|---|---|---|---|")
    for name in PLANTS:
        print(f"| {name} | {planted[name]} | {caught[name]} | {caught[name] / planted[name]:.2f} |")
    every, found_ = planted.total(), caught.total()
    print(f"| all | {every} | {found_} | {found_ / every:.2f} |")
    print(f"\n{100 * alarms / len(spots):.1f} findings per 100 statements without any misfit")


def without_fit(dossier: Dossier) -> Dossier:
    return change(
        dossier,
        {
            (holder.id, index): statement.model_copy(
                update={"sources": [s.model_copy(update={"fit": None}) for s in statement.sources]}
            )
            for holder, index, statement in dossier.statements()
        },
    )


def by_statement(dossier: Dossier) -> dict[Spot, set[str]]:
    found: dict[Spot, set[str]] = {}
    for each in find_misfits(dossier):
        found.setdefault((each.holder.id, each.index), set()).add(name_of(each))
    return found


def name_of(found: Found) -> str:
    return f"{found.kind} « {found.word} »"


def plant_all(
    dossier: Dossier, spots: list[Spot], plant: Plant, chance: random.Random
) -> tuple[Dossier, dict[Spot, str]]:
    changed: dict[Spot, Statement] = {}
    passages = Passages(dossier)
    for spot in spots:
        statement = dossier.get(spot[0]).statements[spot[1]]
        other = plant(statement, dossier, chance)
        if other is not None and other != statement and not is_told(other, statement, passages):
            changed[spot] = other
    shown = {
        spot: f"{each.text} [{[p.actor or p.name for p in each.speakers]}]"
        for spot, each in changed.items()
    }
    return change(dossier, changed), shown


def is_told(other: Statement, statement: Statement, passages: Passages) -> bool:
    """Whether a reserve that was put in is one that the passage has itself: then it fits."""
    if not DOUBT.search(other.text) or DOUBT.search(statement.text):
        return False
    dossier = passages.dossier
    found = [
        passage
        for index, source in enumerate(statement.sources)
        for passage in read_source(index, source, passages, [grammar_of(dossier.language)])
    ]
    return any(DOUBT.search(passage.clause) and passage.in_our_words for passage in found)


def change(dossier: Dossier, changed: dict[Spot, Statement]) -> Dossier:
    """The dossier with other statements at some places."""
    copies = {}
    for section in ("actors", "events", "places", "topics", "articles"):
        held = dict(getattr(dossier, section))
        for id, record in held.items():
            held[id] = _with(record, changed)
        copies[section] = held
    return Dossier(
        **copies,
        settings=dossier.settings,
        vocabulary=dossier.vocabulary,
        origins=dossier.origins,
        verified=dossier.verified,
    )


def _with(record: Identified, changed: dict[Spot, Statement]) -> Identified:
    statements = [changed.get((record.id, i), each) for i, each in enumerate(record.statements)]
    return record.model_copy(update={"statements": statements})


def retext(statement: Statement, text: str) -> Statement:
    return statement.model_copy(update={"text": text})


def insert(text: str, words: str) -> str:
    return f"{text.rstrip('. ')} {words}."


def plant_number(statement: Statement, dossier: Dossier, chance: random.Random) -> Statement | None:
    text = statement.text
    digits = list(NUMBER.finditer(text))
    words = [m for m in re.finditer(r"\w+", text) if m.group() in (*WORDS, *ORDINALS)]
    words = [m for m in words if not re.search(r"\b(les|ces)\s$", text[: m.start()])]
    if digits or words:
        match = chance.choice([*digits, *words])
        old = match.group()
        if match in digits:
            new = str(int(match[1]) + chance.choice((-3, 2, 5, 11))) + (match[2] or "")
        else:
            pool = WORDS if old in WORDS else ORDINALS
            new = chance.choice([each for each in pool if each != old])
        return retext(statement, text[: match.start()] + new + text[match.end() :])
    words_ = chance.choice(INSERTED_NUMBERS).format(
        ordinal=chance.choice(ORDINALS),
        word=chance.choice(WORDS[1:]),
        number=chance.randint(7, 900),
    )
    return retext(statement, insert(text, words_))


def plant_date(statement: Statement, dossier: Dossier, chance: random.Random) -> Statement | None:
    text = statement.text
    years = list(re.finditer(r"\b(?:19|20)\d\d\b", text))
    months = [m for m in re.finditer(r"\w+", text) if m.group() in MONTHS]
    if years or months:
        match = chance.choice([*years, *months])
        old = match.group()
        new = (
            chance.choice([each for each in MONTHS if each != old])
            if old in MONTHS
            else str(int(old) + chance.choice((-2, -1, 1, 3)))
        )
        return retext(statement, text[: match.start()] + new + text[match.end() :])
    words = chance.choice(INSERTED_DATES).format(
        day=chance.randint(2, 28), month=chance.choice(MONTHS), year=chance.randint(1990, 2026)
    )
    return retext(statement, insert(text, words))


def plant_name(statement: Statement, dossier: Dossier, chance: random.Random) -> Statement | None:
    """Another record's name in place of one, an invented one, or another speaker."""
    text = statement.text
    records = list(dossier.records())
    named = [r for r in records if re.search(rf"(?<!\w){re.escape(r.name)}(?!\w)", text)]
    spoken = [party for party in statement.speakers if party.actor and not party.is_outlet]
    if spoken and chance.random() < 0.25:
        persons = [a for a in dossier.actors.values() if a.kind == "person"]
        others = [a for a in persons if a.id not in {p.actor for p in spoken}]
        other = PartyValue(actor=chance.choice(others).id)
        return statement.model_copy(update={"speakers": [other]})
    if not named:
        return retext(statement, insert(text, f"avec {chance.choice(INVENTED)}"))
    old = chance.choice(named)
    kin = [r for r in records if r.section == old.section and r.kind == old.kind and r is not old]
    beside = {old.id, *statement.about}
    kin = [r for r in kin if r.name not in text and r.id not in beside]
    new = chance.choice(INVENTED) if chance.random() < 0.3 or not kin else chance.choice(kin).name
    return retext(statement, text.replace(old.name, new, 1))


def plant_polarity(
    statement: Statement, dossier: Dossier, chance: random.Random
) -> Statement | None:
    text = statement.text
    said = re.search(r"\b(?:ne |n')(\w+)(?: pas| rien| jamais)\b", text)
    if said:
        return retext(statement, text[: said.start()] + said[1] + text[said.end() :])
    if text.find("ne dit rien") >= 0:
        return retext(statement, text.replace("ne dit rien de", "parle de").replace(" ni ", " et "))
    verb = VERB.search(text)
    if verb is None or text[: verb.start()].endswith(("La ", "se ")):
        return None
    ne = "n'" if verb[1][0] in "aeéio" else "ne "
    word = chance.choice(("pas", "jamais", "plus"))
    before, after = text[: verb.start()], text[verb.end() :]
    if (own := re.search(r"(s'|se )$", before)) is not None:
        return retext(statement, f"{before[: own.start()]}ne {own.group()}{verb[1]} {word}{after}")
    return retext(statement, f"{before}{ne}{verb[1]} {word}{after}")


def plant_modality(
    statement: Statement, dossier: Dossier, chance: random.Random
) -> Statement | None:
    """A wish told as a fact, or a doubt that the text does not have."""
    text = statement.text
    for old, new in CERTAIN.items():
        if old in text:
            return retext(statement, text.replace(old, new, 1))
    verb = VERB.search(text)
    if verb is None:
        return None
    return retext(statement, text[: verb.start()] + VERBS[verb[1]] + text[verb.end() :])


PLANTS: dict[str, Plant] = {
    "number": plant_number,
    "date": plant_date,
    "name": plant_name,
    "polarity": plant_polarity,
    "modality": plant_modality,
}

if __name__ == "__main__":
    main()
