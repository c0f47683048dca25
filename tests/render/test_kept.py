"""Pages kept from earlier builds: never stale, and worth nothing once damaged."""

import random
import shutil
import sqlite3
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render import kept as kept_module
from mkdocs_dossier.render import pages as pages_module
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.pages import list_keys, render_pages
from mkdocs_dossier.site import make as make_module
from mkdocs_dossier.site.make import build_pages
from mkdocs_dossier.source import Loader, load

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
NAMES = ("Nord", "Sud", "Ada Un", "Gazette", "Port", "Pacte", "Visite", "Est", "Ouest")
WORDS = st.sampled_from([*NAMES, "texte", "[[nord]]", "[[visite#amitie]]", "« cité »", "&", "<b>"])


def write(folder, files):
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def build(dossier, kept=None, **features):
    given = {"links": True, "search": True, "exports": True, "site": "https://x.example/"}
    site = Site(Indexes(dossier), Features(**{**given, "now": Day(2026, 11, 24), **features}))
    return build_pages(site, Renderer(site.texts), kept, alone=True)


@settings(
    max_examples=5,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
class Edits(RuleBasedStateMachine):
    """A dossier edited at random: pages with the kept ones are those of a cold build."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed):
        self.folder = Path(kept_folder(seed))
        write(self.folder, FILES)
        self.loader = Loader(self.folder)
        self.features = {}

    def edit(self, path, old, new):
        file = self.folder / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new, 1), encoding="utf-8")

    @rule(path=st.sampled_from(sorted(FILES)), words=st.lists(WORDS, min_size=1, max_size=3))
    def change_summary(self, path, words):
        self.edit(path, "summary: ", f"summary: >-\n  {' '.join(words)} ")

    @rule(path=st.sampled_from(sorted(FILES)), name=st.sampled_from(NAMES))
    def add_alias(self, path, name):
        self.edit(path, "summary:", f"short_names: [{name} court]\nsummary:")

    @rule(path=st.sampled_from(sorted(FILES)), letter=st.sampled_from(string.ascii_uppercase))
    def rename(self, path, letter):
        self.edit(path, "name: ", f"name: {letter}")

    @rule(path=st.sampled_from(sorted(FILES)[:-1]))
    def delete(self, path):
        if path != "dossier.yml":
            (self.folder / path).unlink(missing_ok=True)

    @rule(path=st.sampled_from(sorted(FILES)))
    def restore(self, path):
        write(self.folder, {path: FILES[path]})

    @rule(day=st.integers(10, 28), year=st.integers(2019, 2026))
    def move_in_time(self, day, year):
        self.edit("events/visite.yml", "date: 2024-03-21", f"date: {year}-03-{day}")

    @rule(control=st.sampled_from(["public", "private", "state"]))
    def change_control(self, control):
        self.edit("actors/gazette.yml", "control: state", f"control: {control}")

    @rule(label=st.sampled_from(["rencontre au sommet", "entrevue"]))
    def change_vocabulary(self, label):
        text = f"kinds:\n  event:\n    meeting: {{fr: {label}, en: meeting}}\n"
        write(self.folder, {"vocabulary.yml": text})

    @rule(name=st.sampled_from(["links", "exports"]), on=st.booleans())
    def switch(self, name, on):
        self.features[name] = on

    @rule(site=st.sampled_from(["", "https://x.example/", "https://y.example/z/"]))
    def move_site(self, site):
        self.features["site"] = site

    @rule(kind=st.sampled_from(["person", "organisation"]))
    def add_record(self, kind):
        record = f"kind: {kind}\nname: Est\ncountry: sud\nsummary: Né à Port, dit Ada Un.\n"
        write(self.folder, {"actors/est.yml": record})

    @invariant()
    def pages_are_those_of_a_cold_build(self):
        if not hasattr(self, "folder"):
            return
        dossier = self.loader.load().dossier
        kept = Kept(self.folder / ".cache")
        warm = build(dossier, kept, **self.features)
        kept.save()
        assert warm == build(load(self.folder).dossier, **self.features)

    def teardown(self):
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)


_base = [""]


def kept_folder(seed):
    return str(Path(_base[0]) / f"dossier-{seed}-{random.Random(seed).random()}")


@pytest.fixture(autouse=True, scope="module")
def base(tmp_path_factory):
    _base[0] = str(tmp_path_factory.mktemp("kept"))


TestEdits = Edits.TestCase


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
    dossier.topics["pacte"].__dict__["description"] = "Un texte de plus."
    save(dossier, tmp_path / "cache")
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
    with sqlite3.connect(tmp_path / "cache/rendered.sqlite") as database:
        (count,) = database.execute("SELECT count(*) FROM kept").fetchone()
    assert 30 <= count <= 2 * 30 + 100 + 30


def test_two_processes_give_the_pages_of_one(dossier, monkeypatch):
    monkeypatch.setattr(pages_module, "WORTH", 2)
    site = Site(Indexes(dossier), Features(links=True))
    values = list(plan_pages(site))
    renderer = Renderer(site.texts)
    keys = list_keys(renderer, values, Kept())
    alone = render_pages(renderer, values, keys, Kept(), alone=True)
    assert render_pages(renderer, values, keys, Kept()) == alone


def test_nothing_is_gathered_where_nothing_changed(dossier, tmp_path, monkeypatch):
    cold = save(dossier, tmp_path / "cache")
    monkeypatch.setattr(make_module, "plan_pages", None)
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
