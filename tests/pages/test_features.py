"""Links into the repository, wherever it is kept."""

import pytest

from mkdocs_dossier.pages.features import Features


@pytest.mark.parametrize(
    ("repo", "address"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/blob/main/dossier/events/x.yml#L7"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/blob/main/dossier/events/x.yml#L7"),
        ("", None),
    ],
)
def test_a_line_of_a_file_has_an_address_where_the_repository_has_one(repo, address):
    assert Features(repo=repo).line_address("events/x.yml", 7) == address


def test_a_dossier_of_one_undated_relation_has_all_its_pages(make_site):
    pages = make_site(
        {
            "actors/a.yml": "kind: state\nname: A\nsummary: S.\n"
            "relations: [{type: ally-of, with: b, basis: notoire}]\n",
            "actors/b.yml": "kind: state\nname: B\nsummary: S.\n",
        }
    )
    assert "relations/" in pages
