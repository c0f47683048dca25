"""The words of a text in Markdown."""

import pytest

from mkdocs_dossier.model.prose import read_plain


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("am Dienstag, dem\n16. April, und", "am Dienstag, dem\n16. April, und"),
        ("so viel\n- mehr oder weniger\n- wie nie", "so viel\n- mehr oder weniger\n- wie nie"),
        ("16. a\n17. b", "a\nb"),
        ("- a,\n  am\n2. Mai", "a,\n  am\nMai"),
        ("x\n\n- a\n- b\n\ny\n- z", "x\n\na\nb\n\ny\n- z"),
        ("> am\n> 16. April", "am\n16. April"),
        ("> 1. a\n> 2. b", "a\nb"),
        ("- > a", "a"),
        ("# 16. April\n1. a", "16. April\na"),
    ],
)
def test_a_list_begins_only_where_a_block_does(markdown, plain):
    assert read_plain(markdown) == plain


@pytest.mark.parametrize(
    ("before", "markdown", "plain"),
    [
        ("Es war spät.\n", "16. April war es.", "16. April war es."),
        ("- Es war spät.\n", "- Dann *kam* er.", "Dann kam er."),
        ("- Es war spät. ", "- 3 Grad.", "- 3 Grad."),
    ],
)
def test_a_sentence_is_read_as_its_paragraph_is(before, markdown, plain):
    assert read_plain(markdown, before=before) == plain
