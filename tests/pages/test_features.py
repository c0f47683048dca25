"""Links into the repository, wherever it is kept."""

from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest

from mkdocs_dossier.model.web import is_link
from mkdocs_dossier.pages.features import Features

GITHUB = "https://github.com/a/b"
GITLAB = "https://gitlab.com/a/b"
CODEBERG = "https://codeberg.org/a/b"
OWN = "https://git.exemple.org/gitlab-clone/b"


@pytest.mark.parametrize(
    ("repo", "host", "line", "edit", "report"),
    [
        (
            GITHUB,
            "",
            "/blob/main/dossier/x.yml#L7",
            "/edit/main/y.yml",
            "/issues/new?title=T&body=y",
        ),
        (
            GITLAB,
            "",
            "/-/blob/main/dossier/x.yml#L7",
            "/-/edit/main/y.yml",
            "/-/issues/new?issue[title]=T&issue[description]=y",
        ),
        (
            OWN,
            "gitlab",
            "/-/blob/main/dossier/x.yml#L7",
            "/-/edit/main/y.yml",
            "/-/issues/new?issue[title]=T&issue[description]=y",
        ),
        (OWN, "", "/blob/main/dossier/x.yml#L7", "/edit/main/y.yml", "/issues/new?title=T&body=y"),
        (
            CODEBERG,
            "",
            "/src/branch/main/dossier/x.yml#L7",
            "/_edit/main/y.yml",
            "/issues/new?title=T&body=y",
        ),
        (
            OWN,
            "forgejo",
            "/src/branch/main/dossier/x.yml#L7",
            "/_edit/main/y.yml",
            "/issues/new?title=T&body=y",
        ),
    ],
)
def test_links_are_those_of_the_host(repo, host, line, edit, report):
    features = Features(repo=repo, host=host)
    assert features.line_address("x.yml", 7) == repo + line
    assert features.edit_address("y.yml") == repo + edit
    assert features.report_address("T", "y") == repo + report


def test_what_a_path_or_a_branch_holds_stays_inside_the_address():
    features = Features(repo=GITHUB, branch="a?b#c")
    assert features.edit_address("é {0}.yml") == f"{GITHUB}/edit/a%3Fb%23c/%C3%A9%20%7B0%7D.yml"


def test_without_a_repository_there_is_no_link():
    assert Features().line_address("x.yml", 7) is None
    assert Features().edit_address("x.yml") is None
    assert Features().report_address("T", "y") is None


def test_a_dossier_of_one_undated_relation_has_all_its_pages(make_site):
    pages = make_site(
        {
            "actors/a.yml": "kind: state\nname: A\nsummary: S.\n"
            "relations: [{type: ally-of, with: b, basis: notoire}]\n",
            "actors/b.yml": "kind: state\nname: B\nsummary: S.\n",
        }
    )
    assert "relations/" in pages


WITH_STATEMENT = {
    "actors/a.yml": "kind: state\nname: A\nsummary: S.\nstatements:\n"
    '  - {id: oui, text: "Oui & <non>.", speakers: [a], act: say}\n',
}


def links(page):
    found = lxml.html.fromstring(page.html).iter("a")
    return {" ".join(a.text_content().split()): a.get("href") for a in found}


def test_an_error_in_a_statement_is_reported_with_its_page_and_words(make_site):
    page = make_site(WITH_STATEMENT, repo=GITHUB, site="https://x.org/")["acteurs/a/"]
    query = parse_qs(urlsplit(links(page)["Signaler une erreur"]).query)
    assert query["title"] == ["Erreur sur la page « A »"]
    [body] = query["body"]
    assert "Page : https://x.org/acteurs/a/#oui" in body
    assert "Fichier : dossier/actors/a.yml" in body
    assert "Déclaration « oui » : Oui & <non>." in body


def test_without_a_repository_the_editors_get_a_mail(make_site):
    page = make_site(WITH_STATEMENT, contact="redaction@x.org")["acteurs/a/"]
    address = links(page)["Signaler une erreur"]
    assert address.startswith("mailto:redaction@x.org?subject=Erreur%20sur")
    assert is_link(address)
    assert "Oui & <non>." in parse_qs(urlsplit(address).query)["body"][0]


def test_with_neither_a_statement_has_no_such_link(make_site):
    assert "Signaler une erreur" not in links(make_site(WITH_STATEMENT)["acteurs/a/"])


def test_coverage_is_a_list_of_tasks(make_site):
    page = make_site(WITH_STATEMENT, repo=GITHUB)["couverture/"]
    assert links(page)["Modifier"] == f"{GITHUB}/edit/main/dossier/actors/a.yml"
    assert links(page)["actors/a.yml, ligne 5"] == f"{GITHUB}/blob/main/dossier/actors/a.yml#L5"
    assert "issues/new" in links(page)["Proposer un article"]
    words = " ".join(lxml.html.fromstring(page.html).text_content().split())
    assert "Ajoutez sous « sources » l'article et le passage" in words.replace("\xa0", " ")
    assert "(environ 10 min chacune)" in words.replace("\xa0", " ")
    assert "Pour tout faire : environ 25 min." in words.replace("\xa0", " ")
