"""What reading on behind a fault makes of texts that end too soon."""

import pytest

from mkdocs_dossier.source.going_on import read_on


@pytest.mark.parametrize("text", ["\ufffd\xff: [", "\ufffd: {b", "- [a,\n  b", "a: [", '"', ""])
def test_a_text_that_ends_too_soon_is_no_crash(text):
    reading = read_on(text)
    assert reading.faults or reading.tree is not None or not text
