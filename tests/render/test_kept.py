"""Pages kept from earlier builds: never stale, and worth nothing once damaged."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_dossier.exports import USUAL, site_path
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render import kept as kept_module
from mkdocs_dossier.render import pages as pages_module
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.rules import all_rules
from mkdocs_dossier.rules.all_rules import check, check_kept
from mkdocs_dossier.site import formats as formats_module
from mkdocs_dossier.site import make as make_module
from mkdocs_dossier.site import slices as slices_module
from mkdocs_dossier.site.make import build_pages, build_site
from mkdocs_dossier.source import load
from mkdocs_dossier.source.answers import Answers
from mkdocs_dossier.source.history import History

FILES = {
    "dossier.yml": "title: Essai\nlanguage: fr\nintroduction: Sur [[nord]] et Sud.\n",
    "actors/nord.yml": "kind: state\nname: Nord\nsummary: Un État.\ntags: [Paix]\n",
    "actors/sud.yml": "kind: state\nname: Sud\nsummary: Voisin de Nord.\n",
    "actors/ada.yml": (
        "kind: person\nname: Ada Un\ncountry: nord\nsummary: Ministre.\noffices:\n"
        "  - {title: ministre, organisation: nord, start: 2020, basis: B}\n"
    ),
    "actors/gazette.yml": "kind: media\nname: Gazette\ncontrol: state\nsummary: Un journal.\n",
    "places/port.yml": "kind: city\nname: Port\ncountry: sud\nsummary: Une ville.\n",
    "topics/pacte.yml": "kind: treaty\nname: Pacte\nsummary: Un pacte.\nabout: [nord, sud]\n",
    "events/visite.yml": (
        "kind: meeting\nname: Visite\nsummary: Ada Un va à Port.\ndate: 2024-03-21\nplace: port\n"
        "about: [pacte]\nparticipants: [ada, sud]\nstatements:\n"
        "  - id: amitie\n    text: Nord et Sud sont amis.\n    speakers: [ada]\n    to: [sud]\n"
        "    sources: [{article: depeche, quote: sont amis}]\n"
    ),
    "articles/depeche.md": (
        "---\ntitle: Dépêche\noutlet: gazette\ndate: 2024-03-22\nsummary: S.\n---\n"
        "Ada Un dit que Nord et Sud « sont amis ». Le Pacte tient, dit-on à Port.\n"
    ),
}


def write(folder, files):
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def build(dossier, kept=None, **features):
    given = {"links": True, "search": True, "exports": True, "site": "https://x.example/"}
    site = Site(Indexes(dossier), Features(**{**given, "now": Day(2026, 11, 24), **features}))
    return build_pages(site, Renderer(site.texts), kept, alone=True)


def publish(dossier, kept, *, alone=False):
    """All pages and all files of the data."""
    features = Features(links=True, exports=True, now=Day(2026, 11, 24))
    site = Site(Indexes(dossier), features)
    folder = Path("nowhere")  # there are no pictures
    pages, files, _ = build_site(site, Renderer(site.texts), kept, History(), folder, alone=alone)
    read = [(each.address, b"".join(each.make()) if each.make else each.content) for each in files]
    return [page.read() for page in pages], read


@pytest.fixture
def dossier(tmp_path):
    write(tmp_path / "dossier", FILES)
    return load(tmp_path / "dossier").dossier


@pytest.fixture
def count(monkeypatch):
    """How many pages were rendered, by address."""
    rendered = []
    real = pages_module.render_page

    def note(renderer, page):
        rendered.append(page.address)
        return real(renderer, page)

    monkeypatch.setattr(pages_module, "render_page", note)
    return rendered


def save(dossier, folder):
    kept = Kept(folder)
    pages = build(dossier, kept)
    kept.save()
    return pages


def test_nothing_is_rendered_twice(dossier, tmp_path, count):
    cold = save(dossier, tmp_path / "cache")
    assert len(count) == len(cold)
    count.clear()
    assert save(dossier, tmp_path / "cache") == cold
    assert count == []


def test_only_what_changed_is_rendered(dossier, tmp_path, count):
    save(dossier, tmp_path / "cache")
    count.clear()
    topic = dossier.topics["pacte"].model_copy(update={"description": "Un texte de plus."})
    save(replace(dossier, topics={**dossier.topics, "pacte": topic}), tmp_path / "cache")
    assert count == ["themes/pacte/"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"not a database at all, but long enough to be one" * 99),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(file.read_bytes().replace(b"Visite", b"Visita")),
        lambda file: file.unlink(),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=["empty", "garbage", "truncated", "altered", "gone", "folder"],
)
def test_a_damaged_database_changes_no_page(dossier, tmp_path, damage):
    cold = save(dossier, tmp_path / "cache")
    damage(tmp_path / "cache/rendered.sqlite")
    assert save(dossier, tmp_path / "cache") == cold
    assert save(dossier, tmp_path / "cache") == cold


def test_a_locked_database_is_as_good_as_none(dossier, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_module, "_WAIT", 0.05)
    cold = save(dossier, tmp_path / "cache")
    other = sqlite3.connect(tmp_path / "cache/rendered.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    assert save(dossier, tmp_path / "cache") == cold
    other.close()


def test_another_recipe_finds_nothing(dossier, tmp_path, count, monkeypatch):
    cold = save(dossier, tmp_path / "cache")
    count.clear()
    monkeypatch.setattr(kept_module, "read_recipe", lambda: "another version")
    assert save(dossier, tmp_path / "cache") == cold
    assert len(count) == len(cold)


def test_what_is_not_used_any_more_is_dropped(dossier, tmp_path):
    for number in range(8):
        kept = Kept(tmp_path / "cache")
        for piece in range(30):
            kept.put(bytes([number, piece]), b"x")
        kept.save()
    with closing(sqlite3.connect(tmp_path / "cache/rendered.sqlite")) as database, database:
        (count,) = database.execute("SELECT count(*) FROM kept").fetchone()
    assert 30 <= count <= 2 * 30 + 100 + 30


def test_two_processes_give_the_pages_of_one(dossier, monkeypatch):
    monkeypatch.setattr(make_module, "WORTH", 2)
    monkeypatch.setattr(make_module, "CHUNK", 3)
    alone = publish(dossier, Kept(), alone=True)
    assert publish(dossier, Kept()) == alone
    pages, files = alone
    assert pages
    assert files


def test_no_format_is_made_again_where_nothing_changed(dossier, tmp_path, monkeypatch):
    kept = Kept(tmp_path / "cache")
    cold = publish(dossier, kept, alone=True)
    kept.save()
    monkeypatch.setattr(formats_module.Formats, "_make", lambda *given: pytest.fail("made again"))
    assert publish(dossier, Kept(tmp_path / "cache"), alone=True) == cold


def test_nothing_is_gathered_where_nothing_changed(dossier, tmp_path, monkeypatch):
    cold = save(dossier, tmp_path / "cache")
    monkeypatch.setattr(slices_module, "make_page", None)
    assert save(dossier, tmp_path / "cache") == cold


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("topics/pacte.yml", "Un pacte.", "Un accord."),
        ("topics/pacte.yml", "kind:", "# a line more\nkind:"),
        ("articles/depeche.md", "à Port", "au Port"),
        ("dossier.yml", "Essai", "Autre essai"),
    ],
)
def test_any_change_is_gathered(tmp_path, path, old, new):
    write(tmp_path / "dossier", FILES)
    save(load(tmp_path / "dossier").dossier, tmp_path / "cache")
    file = tmp_path / "dossier" / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    changed = load(tmp_path / "dossier").dossier
    assert save(changed, tmp_path / "cache") == build(changed)


def test_problems_are_looked_for_once(tmp_path, monkeypatch):
    write(tmp_path / "dossier", {**FILES, "actors/x.yml": "kind: person\nname: X\nage: 3\n"})
    cold = check(load(tmp_path / "dossier"))
    assert any(each.level == "error" for each in cold)
    kept = Kept(tmp_path / "cache")
    assert check_kept(load(tmp_path / "dossier"), kept.recall) == cold
    kept.save()
    monkeypatch.setattr(all_rules, "check", None)
    again = Kept(tmp_path / "cache")
    assert check_kept(load(tmp_path / "dossier"), again.recall) == cold


@pytest.mark.parametrize("path", sorted(FILES))
def test_problems_follow_every_file(tmp_path, path):
    write(tmp_path / "dossier", FILES)
    kept = Kept(tmp_path / "cache")
    check_kept(load(tmp_path / "dossier"), kept.recall)
    file = tmp_path / "dossier" / path
    file.write_text(f'{file.read_text(encoding="utf-8")}\n"\n', encoding="utf-8")
    changed = load(tmp_path / "dossier")
    assert check_kept(changed, kept.recall) == check(changed)


def test_a_name_that_no_json_can_hold_is_checked_each_time(tmp_path):
    write(tmp_path / "dossier", FILES)
    (tmp_path / "dossier/actors" / os.fsdecode(b"x\xff.yml")).write_text("a", encoding="utf-8")
    loaded = load(tmp_path / "dossier")
    assert check_kept(loaded, Kept(tmp_path / "cache").recall) == check(loaded)


def test_one_piece_of_a_name_is_kept(tmp_path):
    kept = Kept(tmp_path / "cache")
    assert [kept.recall("x", n, lambda n=n: b"%d" % n) for n in (1, 1, 2)] == [b"1", b"1", b"2"]
    kept.save()
    again = Kept(tmp_path / "cache")
    assert again.recall("x", 2, lambda: b"no") == b"2"
    assert again.recall("x", 1, lambda: b"anew") == b"anew"


def test_formats_come_from_where_they_are_kept_and_a_lost_one_is_made_again(dossier, tmp_path):
    """They need no memory; what is damaged between a build's steps is made once more."""
    features = Features(exports=True, now=Day(2026, 11, 24))
    site = Site(Indexes(dossier), features)
    kept = Kept(tmp_path / "cache")
    formats = formats_module.Formats(site, History(), kept, Answers())
    formats.make(formats.list_missing())
    expected = read_all(formats.list_assets())
    again = formats_module.Formats(site, History(), kept, Answers())
    assets = again.list_assets()
    with closing(sqlite3.connect(tmp_path / "cache/formats.sqlite")) as database, database:
        database.execute("DELETE FROM kept")
    assert read_all(assets) == expected


def read_all(assets):
    """What the files of formats hold, by their addresses."""
    return {each.address: b"".join(each.make()) for each in assets}


def test_a_format_that_is_lost_is_read_on_where_it_was(dossier, tmp_path, monkeypatch):
    monkeypatch.setattr(formats_module, "PART", 900)
    site = Site(Indexes(dossier), Features(exports=True, now=Day(2026, 11, 24)))
    formats = formats_module.Formats(site, History(), Kept(tmp_path / "cache"), Answers())
    asset = next(each for each in formats.list_assets() if len(list(each.make())) > 2)
    whole = b"".join(asset.make())
    parts = asset.make()
    found = [next(parts)]
    with closing(sqlite3.connect(tmp_path / "cache/formats.sqlite")) as database, database:
        database.execute("DELETE FROM kept")
    found += parts
    assert b"".join(found) == whole


def test_formats_are_the_same_in_whatever_chunks_they_are_kept(dossier, tmp_path, monkeypatch):
    """A file begins and ends anywhere in them; one of several parts runs through many."""
    monkeypatch.setattr(formats_module, "PART", 900)
    site = Site(Indexes(dossier), Features(exports=True, now=Day(2026, 11, 24)))
    kept = Kept(tmp_path / "cache")
    made = formats_module.Formats(site, History(), kept, Answers())
    made.make(made.list_missing())
    again = formats_module.Formats(site, History(), kept, Answers())
    publication = Publication(site.indexes, site.mentions, "", Day(2026, 11, 24))
    publication = replace(publication, write_prose=write_prose_in(dossier.language))
    expected = {
        site_path(publication, file): file.content
        for each in USUAL
        for file in each.make(publication)
    }
    assert read_all(again.list_assets()) == expected
    assert [each.size for each in again.list_downloads()] == list(map(len, expected.values()))
