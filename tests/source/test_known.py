"""What an earlier run read is not read again, and nothing differs for it."""

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.processes import start
from mkdocs_dossier.source import parse
from mkdocs_dossier.source.load import Beside, Loaded, Loader

DOSSIERS = sorted(each.parent for each in Path("tests/dossiers").rglob("dossier.yml"))
FAULTS = {
    "syntax": "name: [a\n",
    "field": "name: A\nkind: person\nsumary: x\n",
    "characters": "name: A\x08\nkind: person\n",
    "surrogate": 'name: "A\\uD800"\nkind: person\n',
}


def load(folder: Path, cache: Path) -> Loaded:
    kept = Kept(cache)
    loaded = Loader(folder, kept).load()
    kept.save(drop=False)
    return loaded


def places(loaded: Loaded) -> dict[str, tuple[object, ...]]:
    return {
        id: (each.path, each.text, dict(each.positions), dict(each.key_positions), each.faulty)
        for id, each in loaded.dossier.origins.items()
    }


def are_the_same(one: Loaded, other: Loaded) -> bool:
    assert one.problems == other.problems
    assert list(one.dossier.everything()) == list(other.dossier.everything())
    assert [each.id for each in one.dossier.records()] == [
        each.id for each in other.dossier.records()
    ]
    assert [(each.text, each._body_line) for each in one.dossier.articles.values()] == [
        (each.text, each._body_line) for each in other.dossier.articles.values()
    ]
    return places(one) == places(other)


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda each: each.parent.name)
def test_a_dossier_is_the_same_when_it_is_known(folder: Path, tmp_path: Path) -> None:
    read = load(folder, tmp_path)
    assert are_the_same(load(folder, tmp_path), read)
    assert are_the_same(Loader(folder).load(), read)


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda each: each.parent.name)
@pytest.mark.parametrize("beside", [start, lambda job: job], ids=["process", "none"])
def test_a_dossier_is_the_same_when_two_processes_read_it(
    folder: Path, beside: Beside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[Loader.__module__], "_WORTH", 2)
    kept = Kept(tmp_path)
    read = Loader(folder, kept, beside).load()
    kept.save()
    assert are_the_same(read, Loader(folder).load())
    monkeypatch.setattr(parse, "_make_value", make_none_but_faulty(parse._make_value))
    assert are_the_same(load(folder, tmp_path), read)


def make_none_but_faulty(real: Callable[..., Any]) -> Callable[..., Any]:
    def make(*given: Any) -> Any:
        parsed = real(*given)
        assert parsed.faults or parsed.value is None, "it was read before"
        return parsed

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree("tests/dossiers/frozen/dossier", tmp_path / "dossier"))


@pytest.mark.parametrize("text", FAULTS.values(), ids=FAULTS)
def test_a_file_with_a_fault_is_told_each_time(folder: Path, tmp_path: Path, text: str) -> None:
    (folder / "actors/wrong.yml").write_text(text)
    first, second = load(folder, tmp_path / "cache"), load(folder, tmp_path / "cache")
    assert are_the_same(first, second)
    assert are_the_same(first, Loader(folder).load())
    assert any(each.path == "actors/wrong.yml" for each in first.problems)


@pytest.mark.parametrize("text", FAULTS.values(), ids=FAULTS)
def test_a_file_with_a_fault_is_told_where_another_process_read_it(
    folder: Path, tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[Loader.__module__], "_WORTH", 1)
    monkeypatch.setattr(sys.modules[Loader.__module__], "_OWN", 0)
    (folder / "actors/wrong.yml").write_text(text)
    kept = Kept(tmp_path / "cache")
    read = Loader(folder, kept, start).load()
    kept.save()
    assert are_the_same(read, Loader(folder).load())
    assert are_the_same(load(folder, tmp_path / "cache"), read)


def test_what_is_edited_moved_or_read_as_something_else_is_read_anew(
    folder: Path, tmp_path: Path
) -> None:
    load(folder, tmp_path / "cache")
    actor, *others = sorted((folder / "actors").glob("*.yml"))
    actor.write_text("# moved by a line\n" + actor.read_text())
    others[0].rename(folder / "events" / f"another{others[0].suffix}")
    others[1].rename(folder / "actors" / "renamed.yml")
    article = next((folder / "articles").glob("*.md"))
    article.write_text(article.read_text() + "\nOne more paragraph.\n")
    assert are_the_same(load(folder, tmp_path / "cache"), Loader(folder).load())


def test_what_is_known_is_not_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(folder, tmp_path / "cache")
    read: list[str] = []
    read_on = parse.read_on
    monkeypatch.setattr(parse, "read_on", lambda text, *a: read.append(text) or read_on(text, *a))
    actor = next((folder / "actors").glob("*.yml"))
    actor.write_text(actor.read_text() + "# a comment\n")
    load(folder, tmp_path / "cache")
    assert read == [actor.read_text()]
