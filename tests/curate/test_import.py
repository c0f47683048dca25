"""Scraped articles come out clean: no debris left, no sentence lost. Each case is a file and what
is left of it; `curate/cases/import/NAME.clean` holds what a reader would call the article."""

import random
import re
from pathlib import Path

import pytest

from mkdocs_dossier.curate.press.article import read_closely, read_scraped
from mkdocs_dossier.curate.press.clean import clean
from mkdocs_dossier.curate.press.decode import NoText, decode
from mkdocs_dossier.curate.press.web_page import TAGS, read_page
from mkdocs_dossier.index.mentions import Mentions

CASES = Path(__file__).parent / "cases" / "import"
TODAY = "2026-11-01"
# Words that only the pages around the five articles have.
DEBRIS = re.compile(
    r"lire aussi|publicité|sélectionné pour vous|accueil actu|cardi b|wisconsin|<|&\w+;|\(fc\)"
    r"|^plus$|^\d+$|\. \.$",
    re.IGNORECASE | re.MULTILINE,
)


@pytest.fixture(scope="module")
def dossier(load_dossier):
    return load_dossier(
        {
            "actors/louise.yml": "kind: person\nname: Louise Martin\nsummary: S.\n",
            "actors/pays.yml": "kind: state\nname: Pays-Haut\nsummary: S.\n",
            "actors/courrier.yml": (
                "kind: media\nname: Le Courrier\ncontrol: private\nsummary: S.\n"
                "external: {website: 'https://www.courrier.example/'}\n"
            ),
        }
    )


def read(dossier, text, **options):
    raw = text if isinstance(text, bytes) else text.encode()
    return read_scraped(dossier, raw, TODAY, **options)


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
    """Debris of many kinds at random places: of 300 articles one sentence in 100 may go."""
    articles = [case.read_text("utf-8").split("\n\n") for case in sorted(CASES.glob("*.clean"))]
    sentences = lost = left = 0
    for seed in range(300):
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


def test_what_a_page_says_of_itself(dossier):
    page = (CASES / "page-en.html").read_text("utf-8")
    found = read(dossier, page, address="https://www.courrier.example/harbour").proposal
    assert (found.title, found.date, found.language) == ("Harbour reopens", "2021-05-03", "en")
    assert found.basis == ("page", "datePublished (JSON-LD)")
    assert (found.author, found.outlet) == ("Anne Smith", "courrier")
    assert found.address == "https://www.courrier.example/harbour"


def test_scripts_of_a_page_are_no_text():
    script = "<script>var a = 'Il pleut sur la ville.';</script>"
    assert "pleut" not in read_page(f"<html><body>{script}<p>Il neige.</p></body></html>").text


BODY = "Il a plu sur la ville et sur le port pendant toute la nuit, et les rues sont vides."


@pytest.mark.parametrize(
    ("text", "date", "basis"),
    [
        (f"Publié le 4 juillet 2023 à 6h30\n\n{BODY}", "2023-07-04", "line"),
        (f"Mis à jour le 4/7/2023\n\n{BODY}", "2023-07-04", "line"),
        (f"{BODY} En mars 2021, il avait neigé ; en 2019 aussi.", "[2021-03..]", "since"),
        (f"{BODY} Le pont sera fini d'ici 2025.", "", "none"),
        (f"{BODY} Elle sera ouverte en 2090.", "", "none"),
        (BODY, "", "none"),
    ],
)
def test_date_comes_with_its_basis(dossier, text, date, basis):
    found = read(dossier, text).proposal
    assert (found.date, found.basis[0]) == (date, basis)


def test_title_is_the_first_line_or_made_of_the_first_words(dossier):
    assert read(dossier, f"Pluie sur le port\n\n{BODY}").proposal.title == "Pluie sur le port"
    made = read(dossier, f"{BODY}\n\n{BODY[:-1]} et froides.").proposal
    assert made.untitled
    assert made.title == "Il a plu sur la ville et sur le port pendant toute…"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (f"{BODY}\n\nTraduction automatique\n", ["said"]),
        (f"{BODY}< /p>\n\nLe pont a été fermé pour le compte. de la ville.", ["tag", "broken"]),
        (f"{BODY}</p>\n\nLe pont a été fermé.", []),
    ],
)
def test_machine_translation_shows_by_its_signs(dossier, text, signs):
    assert [key for key, _ in read(dossier, text).proposal.machine] == signs


SAID = [
    ("« Il pleuvra demain », a dit Louise Martin.", "say", "direct", ("louise-martin",)),
    ("Louise Martin a promis de revenir avant la nuit.", "promise", "indirect", ("louise-martin",)),
    ("Selon les experts, il pleuvra demain sur la côte.", "say", "indirect", ()),
    (
        "Le Courrier a rapporté que Louise Martin était partie.",
        "say",
        "indirect",
        ("louise-martin",),
    ),
    ("Le pont a été accusé de gêner le Pays-Haut.", "accuse", "indirect", ()),
]


@pytest.mark.parametrize(("sentence", "act", "form", "speakers"), SAID)
def test_reported_sentence_becomes_a_draft(dossier, sentence, act, form, speakers):
    renamed = {"louise-martin": "louise", "pays-haut": "pays"}
    text = f"{BODY} {sentence} Le port a fermé."
    [draft] = closely(dossier, text).reported
    assert draft.sentence == sentence
    assert (draft.act, draft.form) == (act, form)
    assert draft.speakers == tuple(renamed[each] for each in speakers)
    assert draft.quote in text
    assert len(draft.quote.split()) <= 25


def test_english_reports_by_its_own_verbs(dossier):
    text = 'The harbour was closed to all boats. "We will be back," Louise Martin vowed on Monday.'
    [draft] = closely(dossier, text).reported
    assert (draft.act, draft.speakers) == ("promise", ("louise",))


def test_names_with_and_without_a_record(dossier):
    found = closely(
        dossier, f"{BODY} Louise Martin a vu Paul Durand au Pays-Haut avec Paul Durand."
    )
    assert found.named == ("louise", "pays")
    assert [(each.form, each.count) for each in found.unnamed] == [("Paul Durand", 2)]


def test_sentence_of_another_full_text_is_an_echo(dossier):
    other = f"Autre début, qui est bien à lui. {BODY.replace('vides', 'désertes')}"
    found = closely(
        dossier, f"{BODY} Le maire n'a rien dit de tout cela aux habitants.", other=other
    )
    assert [(each.other, each.alike > 90) for each in found.echoes] == [("other", True)]
    assert found.compared == 2


def closely(dossier, text, **others):
    scraped = read(dossier, text)
    language = scraped.proposal.language or "fr"
    return read_closely(Mentions(dossier), scraped, language, others)
