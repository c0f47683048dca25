"""Megabytes a second: recognising names with all rules, beside what only matches strings.

    python bench/linking.py [--data FILE] [--names 1000 10000 100000] [--passes 5]

FILE holds `entities` (type, name, aliases, short_names) and `articles` (text), like the test data.
Every matcher gets the same forms and the same articles, one at a time; the best pass counts, in
seconds of the processor, so that other programs do not matter.
Names beyond those of the data are made from halves of their words.
"""

import argparse
import gc
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import ahocorasick
import ahocorasick_rs
import spacy
from flashtext import KeywordProcessor
from spacy.matcher import PhraseMatcher

from mkdocs_dossier.languages.name_grammar import name_grammar
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.forms import list_forms
from mkdocs_dossier.names.masking import find_masks
from mkdocs_dossier.names.recogniser import Recogniser

DATA = Path(__file__).parents[2] / "shared/data/wikinews-fr/dossier.json"
Matcher = Callable[[str], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--names", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--passes", type=int, default=5)
    given = parser.parse_args()
    data = json.loads(given.data.read_text("utf-8"))
    texts = [article["text"] for article in data["articles"]]
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{size:.2f} MB of text in {len(texts)} articles\n")
    for count in given.names:
        bearers = make_bearers(data["entities"], count)
        forms = sorted({form.text for form in list_forms(bearers, name_grammar("fr"))})
        print(f"{count:,} names, {len(forms):,} forms\n")
        print("| | MB/s | times the reference | build, s | found |\n|---|---|---|---|---|")
        matchers: dict[str, Matcher] = {}
        built: dict[str, float] = {}
        for label, build in MATCHERS.items():
            started = time.process_time()
            matchers[label] = build(bearers, forms)
            built[label] = time.process_time() - started
        seconds, found = measure(matchers, texts, given.passes)
        for label, taken in seconds.items():
            ratio = taken / seconds[REFERENCE]
            speed = f"{size / taken:.1f} | {ratio:.2f} | {built[label]:.2f} | {found[label]:,}"
            print(f"| {label} | {speed} |")
        print()


def make_bearers(entities: list[dict], count: int) -> list[Bearer]:
    """The data's entities, and as many made from halves of their words as are missing."""
    bearers = [
        Bearer(
            record=f"r{index}",
            kind=entity["type"],
            name=entity["name"],
            section="place" if entity["type"] == "place" else "actor",
            aliases=tuple(entity.get("aliases", ())),
            short_names=tuple(entity.get("short_names", ())),
        )
        for index, entity in enumerate(entities[:count])
    ]
    chance = random.Random(0)
    parts = {part for entity in entities for part in entity["name"].split() if part.istitle()}
    heads = sorted({part[: len(part) // 2] for part in parts if len(part) > 4})
    tails = sorted({part[len(part) // 2 :] for part in parts if len(part) > 4})
    kinds = ["person", "organisation", "place"]
    for index in range(len(bearers), count):
        name = " ".join(chance.choice(heads) + chance.choice(tails) for _ in range(2))
        kind = chance.choice(kinds)
        bearers.append(Bearer(f"r{index}", kind, name, "place" if kind == "place" else "actor"))
    return bearers


def measure(
    matchers: dict[str, Matcher], texts: list[str], passes: int
) -> tuple[dict[str, float], dict[str, int]]:
    """The seconds of each matcher's best pass, and how many names it found.

    All take turns, so that what else the machine does hits them alike; the slow one has one turn.
    """
    gc.collect()
    gc.freeze()  # what was built is not looked through for garbage while measuring
    seconds = dict.fromkeys(matchers, float("inf"))
    found = dict.fromkeys(matchers, 0)
    for turn in range(passes):
        for label, match in matchers.items():
            if turn and label == "spaCy":
                continue
            started = time.process_time()
            results = [match(text) for text in texts]
            seconds[label] = min(seconds[label], time.process_time() - started)
            found[label] = sum(len(result) for result in results)
    return seconds, found


def choose_longest(text: str, hits: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Of overlapping hits (start, minus end, form) those on word boundaries, then the longest."""
    size = len(text)
    free = [
        hit
        for hit in hits
        if (hit[0] == 0 or not text[hit[0] - 1].isalnum())
        and (-hit[1] == size or not text[-hit[1]].isalnum())
    ]
    free.sort()
    kept, last = [], 0
    for hit in free:
        if hit[0] >= last:
            kept.append(hit)
            last = -hit[1]
    return kept


def build_plain(bearers, forms) -> Matcher:
    automaton = ahocorasick_rs.AhoCorasick(forms)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


def build_reference(bearers, forms) -> Matcher:
    find = ahocorasick_rs.AhoCorasick(forms).find_matches_as_indexes
    return lambda text: choose_longest(
        text, [(start, -end, index) for index, start, end in find(text, overlapping=True)]
    )


def build_pyahocorasick(bearers, forms) -> Matcher:
    automaton = ahocorasick.Automaton()
    for index, form in enumerate(forms):
        automaton.add_word(form, (index, len(form)))
    automaton.make_automaton()
    return lambda text: choose_longest(
        text, [(end + 1 - size, -end - 1, i) for end, (i, size) in automaton.iter(text)]
    )


def build_flashtext(bearers, forms) -> Matcher:
    processor = KeywordProcessor(case_sensitive=True)
    for form in forms:
        processor.add_keyword(form)
    return lambda text: processor.extract_keywords(text, span_info=True)


def build_spacy(bearers, forms) -> Matcher:
    language = spacy.blank("fr")
    matcher = PhraseMatcher(language.vocab)
    matcher.add("names", list(language.pipe(forms)))
    return lambda text: matcher(language(text))


def build_recogniser(bearers, forms) -> Matcher:
    recogniser = Recogniser(bearers, name_grammar("fr"))
    return lambda text: recogniser.recognise(text).mentions


def build_masks(bearers, forms) -> Matcher:
    return find_masks


REFERENCE = "ahocorasick_rs, boundaries, longest"
MATCHERS = {
    "ahocorasick_rs alone": build_plain,
    REFERENCE: build_reference,
    "pyahocorasick, boundaries, longest": build_pyahocorasick,
    "FlashText": build_flashtext,
    "spaCy": build_spacy,
    "this recogniser, all rules": build_recogniser,
    "(beside it: what Markdown and debris hide)": build_masks,
}

if __name__ == "__main__":
    main()
