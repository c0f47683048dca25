"""What is proposed of a scraped article: its fields, names, reported statements, echoes."""

import pytest
from scraped import CASES, read

from mkdocs_dossier.curate.press.article import read_closely
from mkdocs_dossier.curate.press.web_page import read_page
from mkdocs_dossier.index.mentions import Mentions


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
