"""Scraped articles come out clean: no debris left, no sentence lost. Each case is a file and what
is left of it; `curate/cases/import/NAME.clean` holds what a reader would call the article."""

import random
import re

import pytest
from scraped import CASES, read

from mkdocs_dossier.curate.press.clean import clean
from mkdocs_dossier.curate.press.decode import NoText, decode
from mkdocs_dossier.curate.press.web_page import TAGS

# Words that only the pages around the five articles have.
DEBRIS = re.compile(
    r"lire aussi|publicité|sélectionné pour vous|accueil actu|cardi b|wisconsin|<|&\w+;|\(fc\)"
    r"|^plus$|^\d+$|\. \.$",
    re.IGNORECASE | re.MULTILINE,
)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.clean")), ids=lambda path: path.stem)
def test_article_is_left_and_nothing_else(dossier, case):
    [file] = [each for each in CASES.glob(f"{case.stem}.*") if each != case]
    scraped = read(dossier, file.read_bytes())
    assert scraped.cleaned.text == case.read_text("utf-8")
    # What was cleaned has nothing more to take out, so that its hash is that of what is kept.
    assert clean(scraped.cleaned.text).text == scraped.cleaned.text


def test_seeds_come_out_clean(dossier, shared):
    """Nothing but debris is taken out of them: what is dropped is known line by line."""
    dropped = {}
    for file in sorted((shared / "seeds").glob("*.txt")):
        scraped = read(dossier, file.read_bytes())
        assert not DEBRIS.search(scraped.cleaned.text), file.name
        dropped[file.name[:3]] = [each.line for each in scraped.dropped]
        gone = {each.text for each in scraped.dropped}
        for line in file.read_text("utf-8").split("\n"):
            plain = " ".join(re.sub(r"< ?/?p>| \.$| \(fc\)$", "", line).split())
            assert not plain or plain in gone or plain in scraped.cleaned.text, plain
    assert dropped == {
        "000": [],
        "001": [3, 4, 6, 8, 13, 19, 22, 26],
        "002": [1, 23, 25, 27, 29],
        "003": [],
        "004": [18, 20],
    }


BETWEEN = [
    "Publicité",
    "Advertisement",
    "Lire aussi : Un duel au sommet",
    "À lire aussi",
    "Read more: What we know",
    "Related articles",
    "12",
    "4,5 k",
    "Partager",
    "Share",
    "La suite après cette publicité",
    "© AFP",
    "* * *",
    "Plus",
    "Sur le même sujet\nUn barrage en question",
    "Les plus lus\nUn chat élu maire\nDix plages calmes",
    "Most read\nA cat wins the lottery",
    "Newsletter\nLe meilleur de la semaine\nS'inscrire",
    "Voir les commentaires",
    "Temps de lecture : 3 min",
    "Sign up for our newsletter",
    "#Chine #Corée",
]


def test_whatever_stands_between_the_paragraphs_the_sentences_stay():
    """Debris of many kinds at random places: of 400 articles one sentence in 100 may go."""
    articles = [case.read_text("utf-8").split("\n\n") for case in sorted(CASES.glob("*.clean"))]
    sentences = lost = left = 0
    for seed in range(400):
        chance = random.Random(seed)
        lines: list[str] = []
        paragraphs = [each.strip() for each in chance.choice(articles)]
        for paragraph in paragraphs:
            lines.append(paragraph)
            while chance.random() < 0.35:
                lines.append(chance.choice(BETWEEN))
        text = clean("\n\n".join(lines)).text
        said = [each for each in paragraphs if each.endswith((".", "»", "”"))]
        sentences += len(said)
        lost += sum(each not in text for each in said)
        left += sum(bool(re.search(f"^{re.escape(each)}$", text, re.M)) for each in BETWEEN)
    assert sentences > 1_500
    assert lost * 100 < sentences
    assert left * 100 < sentences


def test_each_passage_that_is_dropped_has_its_line_and_a_reason(dossier):
    scraped = read(
        dossier, "Accueil > Monde\n\nTitre\n\nIl a plu sur la ville toute la nuit.\n\nPlus"
    )
    assert [(each.line, each.kind, each.text) for each in scraped.dropped] == [
        (1, "path", "Accueil > Monde"),
        (7, "page", "Plus"),
    ]


def test_paragraph_that_comes_twice_is_kept_once(dossier):
    body = "Il a plu sur la ville toute la nuit.\n\nLe maire a parlé aux habitants hier soir."
    scraped = read(dossier, f"{body}\n\n{body}")
    assert scraped.cleaned.text == f"{body}\n"
    assert {each.kind for each in scraped.dropped} == {"repeated"}


LETTER = "Le maire a parlé : « Il pleut à Nîmes, l'été a été déçu », dit-il à ses élus.\n"


@pytest.mark.parametrize(
    "raw",
    [
        LETTER.encode("utf-8-sig"),
        LETTER.encode("utf-16"),
        LETTER.encode("cp1252"),
        LETTER.encode().decode("cp1252").encode(),  # encoded twice
        LETTER.replace("\n", "\r\n").encode(),
    ],
    ids=["bom", "utf-16", "windows", "twice", "crlf"],
)
def test_encodings_are_read(raw):
    assert clean(decode(raw).text).text == LETTER


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (b"PK\x03\x04 word", "binary"),
        (b"\x89PNG\r\n", "binary"),
        (b"text with\x00 a nul", "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        (b"Publicit\xc3\xa9\nPlus\n", "debris"),
        (b"<html><head><title>Rien</title></head><body></body></html>", "page"),
        (b"<html><body>" + b"<b>" * (TAGS + 1) + b"</body></html>", "tags"),
        (b"<html><body><p " + b"a=1 " * 6_000 + b">Il pleut.</p></body></html>", "attributes"),
        (b"<html><body>" + b"<div>" * 5_000 + b"Il pleut.</body></html>", "deep"),
        (b"Il pleut. " * 100_000, "long"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_file_without_an_article_is_refused_with_a_reason(dossier, raw, key):
    with pytest.raises(NoText) as refused:
        read(dossier, raw)
    assert refused.value.key == key


@pytest.mark.parametrize(
    "text",
    [
        "Lire aussi\n" * 20_000,
        "Les plus lus\nUn titre\nUne phrase qui dit enfin quelque chose.\n" * 4_000,
        "<" * 200_000,
        "« " * 100_000,
        "a" * 400_000,
        "&amp;" * 80_000,
        "Il a dit que " * 30_000,
        "(" * 200_000,
    ],
    ids=["labels", "endings", "angles", "quotes", "letters", "entities", "saying", "brackets"],
)
def test_hostile_texts_end_soon(text):
    clean(text)
