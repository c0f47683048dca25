"""A preview hears of a saved file at once; MkDocs alone would look after each interval."""

import threading
import time

import pytest
from mkdocs.livereload import LiveReloadServer

from mkdocs_dossier.site import watching

HOUR = 3600.0


@pytest.fixture
def folders(tmp_path):
    for name in ("dossier/actors", "docs"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path / "dossier", tmp_path / "docs"


@pytest.fixture
def built(folders):
    """A preview whose MkDocs looks once an hour; the times at which it built."""
    times = []
    server = LiveReloadServer(
        lambda: times.append(time.monotonic()),
        "127.0.0.1",
        0,
        str(folders[1]),
        polling_interval=HOUR,
    )
    server.watch(str(folders[1]))
    watching.watch(server, *folders)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    while not server.observer.is_alive():
        time.sleep(0.01)
    yield times
    server.shutdown()
    thread.join(timeout=10)


def wait_for(built, count):
    end = time.monotonic() + 10
    while len(built) < count and time.monotonic() < end:
        time.sleep(0.02)
    assert len(built) == count


def test_each_save_is_heard_and_builds_once(folders, built):
    files = (folders[0] / "actors/anne.yml", folders[1] / "page.md")
    for count, file in enumerate(files, 1):
        file.write_text("name: Anne\n", encoding="utf-8")
        wait_for(built, count)
    file.write_text("name: Bob Martin\n", encoding="utf-8")
    wait_for(built, 3)
    file.read_text(encoding="utf-8")
    time.sleep(0.5)
    assert len(built) == 3, "whoever only reads a file changes nothing"


def test_a_folder_made_meanwhile_is_heard_too(folders, built):
    (folders[0] / "events").mkdir()
    (folders[0] / "events/rencontre.yml").write_text("name: Rencontre\n", encoding="utf-8")
    wait_for(built, 1)


def test_a_system_that_watches_no_more_leaves_it_to_mkdocs(folders, monkeypatch):
    class Full(watching.Observer):
        def start(self):
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Full)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folders[1]))
    watching.watch(server, *folders)
    assert str(folders[0]) in server._watched_paths
    server.server_close()
