"""A site built with what earlier builds have kept is the one built without, whatever was edited.

Ten random edits with each run of the tests, fifty with `make hostile`. More, with a seed:
    STALE_STEPS=1000 STALE_SEED=1 pytest -n0 tests/site/test_never_stale.py
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from edited_project import FILES, OVERRIDE, USUAL, build_site, compare_builds
from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as set_seed
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from mkdocs_dossier.render import kept as kept_module

STEPS = int(os.environ.get("STALE_STEPS", "10"))
SEED = int(os.environ.get("STALE_SEED", "0"))
RUN = 25  # so many edits of one dossier, then another one begins
RECORDS = st.sampled_from([path for path in sorted(FILES) if path.startswith("dossier/")])
NAMES = st.sampled_from(["Nord", "Sud", "Ada Un", "Gazette", "Port", "Pacte", "Est"])
DAMAGES = st.sampled_from(["truncate", "garbage", "alter", "lose", "lock", "folder"])
WORDS = st.sampled_from(
    ["Nord", "Ada Un", "Port", "texte", "[[nord]]", "[[visite#amitie]]", "« cité »", "&", "<b>"]
)


class Edits(RuleBasedStateMachine):
    """A project edited at random; after each edit, both builds are compared."""

    steps = 0

    @initialize()
    def begin(self):
        self.project = Path(_base[0]) / f"project-{random.getrandbits(64)}"
        self.settings = dict(USUAL)
        self.write_all()
        self.compare()

    def write_all(self):
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path, text):
        file = self.project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path, old, new):
        file = self.project / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.compare()

    def compare(self):
        written = "".join(f"{name}: {value}\n" for name, value in self.settings.items())
        self.write("mkdocs.yml", written)
        Edits.steps += 1
        compare_builds(self.project)

    @rule(path=RECORDS, words=st.lists(WORDS, min_size=1, max_size=3))
    def change_summary(self, path, words):
        self.edit(path, "summary: ", f"summary: >-\n  {' '.join(words)} ")

    @rule(path=RECORDS, name=NAMES)
    def add_alias(self, path, name):
        self.edit(path, "summary:", f"short_names: [{name} court]\nsummary:")

    @rule(path=RECORDS, letter=st.sampled_from("ABC"))
    def rename(self, path, letter):
        self.edit(path, "name: ", f"name: {letter}")

    @rule(path=RECORDS)
    def delete(self, path):
        (self.project / path).unlink(missing_ok=True)
        self.compare()

    @rule(path=st.sampled_from(sorted(FILES)))
    def restore(self, path):
        self.write(path, FILES[path])
        self.compare()

    @rule()
    def restore_all(self):
        self.write_all()
        self.compare()

    @rule(kind=st.sampled_from(["person", "organisation"]))
    def add_record(self, kind):
        text = f"kind: {kind}\nname: Est\ncountry: sud\nsummary: Né à Port, dit Ada Un.\n"
        self.write("dossier/actors/est.yml", text)
        self.compare()

    @rule()
    def move_record(self):
        file = self.project / "dossier/places/port.yml"
        if file.exists():
            file.rename(file.with_name("havre.yml"))
            with file.with_name("havre.yml").open("a") as opened:
                opened.write("former_ids: [port]\n")
        self.compare()

    @rule(day=st.integers(10, 28), year=st.integers(2019, 2026))
    def move_in_time(self, day, year):
        self.edit("dossier/events/visite.yml", "date: 2024-03-21", f"date: {year}-03-{day}")

    @rule(words=st.lists(WORDS, min_size=1, max_size=3))
    def change_statement(self, words):
        path = "dossier/events/visite.yml"
        self.edit(path, "text: Nord", f"text: >-\n      {' '.join(words)} Nord")

    @rule(status=st.sampled_from(["confirmed", "refuted"]))
    def judge_statement(self, status):
        judged = f"status: {status}\n    decision: Voir Nord.\n    speakers:"
        self.edit("dossier/events/visite.yml", "speakers:", judged)

    @rule(control=st.sampled_from(["public", "private"]))
    def change_control(self, control):
        self.edit("dossier/actors/gazette.yml", "control: state", f"control: {control}")

    @rule(label=st.sampled_from(["rencontre au sommet", "entrevue"]))
    def change_vocabulary(self, label):
        text = f"kinds:\n  event:\n    meeting: {{fr: {label}, en: meeting}}\n"
        self.write("dossier/vocabulary.yml", text)
        self.compare()

    @rule(words=st.lists(WORDS, min_size=1, max_size=4))
    def change_page(self, words):
        self.write("docs/note.md", f"# Note\n\n{' '.join(words)}\n")
        self.compare()

    @rule(path=RECORDS, words=st.sampled_from(["\n  - : [", "age: 3\n", "\t", "name: Deux\n"]))
    def break_record(self, path, words):
        file = self.project / path
        if file.exists():
            file.write_text(file.read_text(encoding="utf-8") + words, encoding="utf-8")
        self.compare()

    @rule(name=st.sampled_from(["Autre", "A & <b>", "Nord"]))
    def change_settings(self, name):
        self.settings["site_name"] = f"'{name}'"
        self.compare()

    @rule(address=st.sampled_from(["''", "https://y.example/z/"]))
    def move_site(self, address):
        self.settings["site_url"] = address
        self.compare()

    @rule(
        plugins=st.sampled_from(
            [
                USUAL["plugins"],
                "[dossier]",
                "[dossier, dossier-links]",
                "[dossier: {repo: 'https://x.example/r'}, dossier-links, dossier-search]",
                "[search, dossier, dossier-links: {frequency: all}]",
            ]
        )
    )
    def change_plugins(self, plugins):
        self.settings["plugins"] = plugins
        self.compare()

    @rule(number=st.integers(0, 9))
    def change_template(self, number):
        self.write("overrides/main.html", OVERRIDE.replace("NUMBER", str(number)))
        theme = "{name: material, language: fr, font: false, custom_dir: overrides}"
        self.settings["theme"] = theme if number else USUAL["theme"]
        self.compare()

    @rule(seconds=st.sampled_from(["1700000000", "1800000000", "86400"]))
    def set_clock(self, seconds):
        os.environ["SOURCE_DATE_EPOCH"] = seconds
        self.compare()

    @rule(path=RECORDS, name=NAMES)
    def change_in_the_past(self, path, name):
        file = self.project / path
        if file.exists():
            before = file.stat()
            text = file.read_text(encoding="utf-8").replace("summary: ", f"summary: {name} ", 1)
            file.write_text(text, encoding="utf-8")
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns - 10**12))
        self.compare()

    @rule(path=st.sampled_from(["acteurs", "index.html", "evenements/visite/index.html"]))
    def delete_outputs(self, path):
        target = self.project / "site" / path
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        self.compare()

    @rule(damage=DAMAGES, name=st.sampled_from(["rendered", "formats", "rules"]))
    def damage_cache(self, damage, name):
        file = self.project / f"cache/{name}.sqlite"
        if not file.is_file():
            return
        if damage == "truncate":
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        elif damage == "garbage":
            file.write_bytes(b"no database" * 999)
        elif damage == "alter":
            file.write_bytes(file.read_bytes().replace(b"Nord", b"Nard"))
        elif damage in ("lose", "folder"):
            file.unlink()
        if damage == "folder":
            file.mkdir()
        if damage == "lock":
            other = sqlite3.connect(file)
            other.execute("BEGIN EXCLUSIVE")
            self.compare()
            other.close()
        else:
            self.compare()
        if damage == "folder":
            file.rmdir()

    @rule()
    def close_cache(self):
        for path in [*(self.project / "cache").iterdir(), self.project / "cache"]:
            path.chmod(0o500 if path.is_dir() else 0o400)
        self.compare()
        (self.project / "cache").chmod(0o700)

    @rule(after=st.floats(0, 1.5))
    def kill_build(self, after):
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        environment = {**os.environ, "DOSSIER_CACHE": str(self.project / "cache")}
        with subprocess.Popen(
            command,
            cwd=self.project,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            try:
                process.wait(after)
            except subprocess.TimeoutExpired:
                process.kill()
        self.compare()

    @rule(version=st.sampled_from(["one", "two"]))
    def use_another_version(self, version):
        real = kept_module.read_recipe
        kept_module.read_recipe = lambda: version
        try:
            self.compare()
        finally:
            kept_module.read_recipe = real

    def teardown(self):
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        if hasattr(self, "project"):
            shutil.rmtree(self.project, ignore_errors=True)


_base = [""]


@pytest.mark.filterwarnings("default")
def test_no_page_is_ever_stale(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_module, "_WAIT", 0.05)
    monkeypatch.setenv("DOSSIER_CACHE", "")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    _base[0] = str(tmp_path)
    Edits.steps = 0
    run = settings(
        max_examples=max(1, STEPS // RUN),
        stateful_step_count=min(RUN, STEPS),
        deadline=None,
        phases=[Phase.generate],  # what fails is printed as it was; to shrink it takes an hour
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(set_seed(SEED)(Edits), settings=run)
    print(f"{Edits.steps} builds compared, seed {SEED}")  # noqa: T201 - for bench/RESULTS.md


def test_the_proof_finds_a_stale_page(project, tmp_path):
    """So that the test above can be believed: a page is changed where it is kept."""
    cache = tmp_path / "cache"
    build_site(project, tmp_path / "first", cache)
    file = cache / "rendered.sqlite"
    with sqlite3.connect(file) as database:
        rows = database.execute("SELECT key, piece FROM kept").fetchall()
        for key, piece in rows:
            changed = piece.replace(b"Diplomate", b"Diplodocus")
            digest = kept_module._digest(changed)
            values = (changed, digest, key)
            database.execute("UPDATE kept SET piece = ?, digest = ? WHERE key = ?", values)
    warm, _ = build_site(project, tmp_path / "warm", cache)
    cold, _ = build_site(project, tmp_path / "cold", tmp_path / "none")
    assert warm != cold
