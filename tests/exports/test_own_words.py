"""Words that a dossier's vocabulary adds are in the formats that carry their facts."""

import re

import pytest

ROLE, ACT, STATUS, TYPE = "bidder|enchérisseur", "boast|se vante", "rumoured|la rumeur", "owns"
KINDS = ("company|entreprise", "auction|enchère", "harbour", "ship|navire")


@pytest.fixture(scope="module")
def own_words(root, publish):
    return publish(root / "tests/dossiers/own-words")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("csv", (ROLE, ACT, STATUS, TYPE, *KINDS)),
        ("json", (ROLE, ACT, STATUS, TYPE, *KINDS)),
        ("sqlite", (ROLE, ACT, STATUS, TYPE, *KINDS)),
        ("graph", (ACT, STATUS, TYPE, KINDS[0])),
        ("prose", (ROLE, ACT, STATUS, "possède")),
    ],
)
def test_own_words_are_carried(own_words, write_format, name, words):
    folder = write_format(own_words, name)
    files = (path for path in folder.rglob("*") if path.is_file())
    text = b"".join(path.read_bytes() for path in files).decode(errors="ignore")
    assert [word for word in words if not re.search(word, text)] == []
