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
