"""Links to the words of a page elsewhere."""

import pytest

from mkdocs_dossier.languages.fragments import link_to_words


@pytest.mark.parametrize(
    ("url", "words", "link"),
    [
        ("https://a.org/x", "deux mots", "https://a.org/x#:~:text=deux%20mots"),
        ("https://a.org/x#p2", "a", "https://a.org/x#p2:~:text=a"),
        ("https://a.org/x#", "a", "https://a.org/x#:~:text=a"),
        ("https://a.org/", "Choe-1, & 2", "https://a.org/#:~:text=Choe%2D1%2C%20%26%202"),
        (
            "https://a.org/",
            "le début […] la fin",
            "https://a.org/#:~:text=le%20d%C3%A9but,la%20fin",
        ),
        ("https://a.org/", "[…] la fin", "https://a.org/#:~:text=la%20fin"),
    ],
)
def test_link_shows_the_words(url, words, link):
    assert link_to_words(url, words) == link
