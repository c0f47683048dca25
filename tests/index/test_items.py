"""Where a statement stands on its page."""

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.records import Event


def anchors(*said):
    statements = [Statement(text=text, id=id) for text, id in said]
    event = Event(kind="visit", name="N", summary="S", statements=statements)
    return [Said(event, each).anchor for each in event.statements]


def test_a_statement_without_an_id_has_an_anchor_that_others_do_not_move():
    [one, two] = anchors(("Un.", None), ("Deux.", None))
    assert one != two
    assert anchors(("Zéro.", None), ("Deux.", None), ("Un.", "un")) == [
        anchors(("Zéro.", None))[0], two, "un",
    ]  # fmt: skip


def test_two_statements_of_the_same_words_have_two_anchors():
    [first, named, second, third] = anchors(
        ("Un.", None), ("Un.", "un"), ("Un.", None), ("Un.", None)
    )
    assert named == "un"
    assert len({first, second, third}) == 3
