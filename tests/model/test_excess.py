"""What is plain at a look has no excess."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.excess import are_plain, find_excess

PIECES = ["a", "é ", " ", "\t", "- ", "+ ", "1. ", "> ", "(", "[", "*", "\n", "\r", "\n\n"]
PIECE = st.builds(
    lambda piece, count: piece * count,
    st.sampled_from(PIECES),
    st.sampled_from([1, 2, 11, 21, 50, 101, 1001]),
)


@given(st.lists(st.lists(PIECE, max_size=6).map("".join), max_size=4))
def test_what_is_plain_at_a_look_has_no_excess(texts):
    if are_plain(texts):
        assert [each for text in texts for each in find_excess(text)] == []


def test_most_texts_are_plain_at_a_look():
    assert are_plain(
        ["chine", "2024-03-21", "Il a dit : « L’amitié est forte ».\n\nPuis il partit."]
    )
    assert are_plain([])
