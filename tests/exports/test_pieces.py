"""What each record gives to a format is made again only where it would be another."""

from dataclasses import replace

import pytest

from mkdocs_dossier.exports import USUAL
from mkdocs_dossier.exports.pieces import Pieces
from mkdocs_dossier.exports.slices import OWN_WORDS, digest_slices
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.sections import SECTIONS

NAMES = {"citations", "csv", "epub", "graph", "html", "json", "linked", "prose", "rows"}


def make_all(publication, kept):
    """All files by format and path; and the pieces that were made for them, by name."""
    pieces = Pieces(digest_slices(publication), kept.get, kept.__setitem__)
    publication = replace(publication, pieces=pieces)
    files = {}
    for each in USUAL:
        files |= {(each.name, file.path): file.content for file in each.make(publication)}
        pieces.settle()
    made = {}
    for name, id in pieces.made:
        made.setdefault(name.partition(" ")[0], set()).add(id)
    return files, made


def edit(dossier, change):
    """The dossier with each record as `change` gives it."""
    held = {
        section.folder: {id: change(record) for id, record in dossier.held_in(section).items()}
        for section in SECTIONS
    }
    return replace(dossier, **held)


def say(record, text):
    words = {name: text for name in OWN_WORDS if getattr(record, name, None)}
    return record.model_copy(update=words)


def begin(article, words):
    changed = article.model_copy()
    changed._text = f"{words}\n\n{article.text}"
    return changed


@pytest.fixture(scope="module")
def first(frozen):
    """What is kept of the frozen dossier, and its files."""
    kept = {}
    files, made = make_all(frozen, kept)
    assert set(made) == NAMES | {"ftm"}
    assert all(ids == set(frozen.dossier.origins) & ids for ids in made.values())
    return kept, files


def test_nothing_is_made_again_where_nothing_changed(frozen, first):
    kept, files = first
    again, made = make_all(replace(frozen), dict(kept))
    assert made == {}
    assert again == files


def test_a_summary_makes_only_the_pieces_that_show_it(frozen, first, publish):
    """And those of the records that it names now, or names no more."""
    kept, _ = first
    changed = publish(
        edit(
            frozen.dossier,
            lambda each: say(each, "Rien de neuf.") if each.id == "entretien-kim-zhao" else each,
        )
    )
    record = frozen.dossier.get("entretien-kim-zhao")
    named = {
        mention.record
        for each in frozen.named_by[record.id]
        if each.text in (record.summary, record.description)
        for mention in each.mentions
    }
    files, made = make_all(changed, dict(kept))
    assert named
    for name, ids in made.items():
        assert "entretien-kim-zhao" in ids, name
        assert ids <= {"entretien-kim-zhao", *named}, name
    assert files == make_all(changed, {})[0]


@pytest.mark.parametrize("half", [0, 1])
def test_no_piece_shows_the_own_words_of_another_record(frozen, first, publish, half):
    """Else it would be stale: half the records say something else, the others are kept."""
    kept, _ = first
    changed = edit(
        frozen.dossier, lambda each: say(each, "Autre chose.") if len(each.id) % 2 == half else each
    )
    publication = publish(changed)
    assert make_all(publication, dict(kept))[0] == make_all(publish(changed), {})[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each.model_copy(update={"name": "Zeta"}) if each.id == "kim-jong-un" else each,
        lambda each: each.model_copy(update={"control": None}) if each.id == "kcna" else each,
        lambda each: begin(each, "Pékin.") if isinstance(each, Article) else each,
    ],
    ids=["a name", "who controls an agency", "an article's text"],
)
def test_whatever_others_show_makes_their_pieces_too(frozen, first, publish, change):
    kept, files = first
    changed = edit(frozen.dossier, change)
    warm, _ = make_all(publish(changed), dict(kept))
    assert warm == make_all(publish(changed), {})[0]
    assert warm != files


def test_another_address_of_the_site_makes_all_anew(frozen, first, publish):
    kept, _ = first
    moved = publish(frozen.dossier, site="https://autre.example/")
    assert make_all(moved, dict(kept))[0] == make_all(moved, {})[0]
