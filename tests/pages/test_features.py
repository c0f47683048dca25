"""Links into the repository, wherever it is kept."""

import pytest

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
