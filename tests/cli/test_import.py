"""`dossier import`: what is kept, what is written, what is said, and that nothing is lost."""

import hashlib
import http.server
import threading
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_dossier.cli import main

CASES = Path(__file__).parents[1] / "curate" / "cases" / "import"
TEXT = (
    "Accueil > Monde\n\nLe pont est ouvert : « enfin »\n\nPublié le 4 juillet 2023\n\n"
    "Le pont de Villeneuve a ouvert lundi, a dit le maire. Il a plu toute la nuit sur la ville.\n"
)
SNOW = b"Il neige sur le port."


@pytest.fixture
def folder(write_dossier, monkeypatch):
    folder = write_dossier(
        {
            "actors/courrier.yml": "kind: media\nname: Courrier\ncontrol: private\nsummary: S.\n",
            "articles/ancien.md": (
                "---\ntitle: Ancien\noutlet: null\ndate: 2020\nsummary: S.\n"
                f"full_text_sha256: {hashlib.sha256(SNOW).hexdigest()}\n---\nT.\n"
            ),
        }
    )
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def run(*words):
    return CliRunner().invoke(main, ["import", *words])


def fields(folder, id):
    text = (folder / f"articles/{id}.md").read_text("utf-8")
    return yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)


def test_article_is_begun_and_its_full_text_kept_in_private(folder):
    done = run("a.txt", "--outlet", "courrier")
    assert done.exit_code == 0, done.output
    data = fields(folder, "le-pont-est-ouvert-enfin")
    kept = (folder / "fulltext/le-pont-est-ouvert-enfin.txt").read_bytes()
    assert kept.decode().startswith("Le pont est ouvert : « enfin »\n\nLe pont de Villeneuve")
    assert data["full_text_sha256"] == hashlib.sha256(kept).hexdigest()
    assert (folder / "fulltext/.gitignore").read_text() == "*\n"
    assert (data["title"], data["date"]) == ("Le pont est ouvert : « enfin »", "2023-07-04")
    assert "Publié le 4 juillet 2023" in data["date_basis"]
    assert (data["outlet"], data["language"]) == ("courrier", "fr")
    checked = CliRunner().invoke(main, ["check"])
    assert ": error: " not in checked.stdout
    assert (
        CliRunner().invoke(main, ["verify", "--full-text", str(folder / "fulltext")]).exit_code == 0
    )


def test_what_is_dropped_is_shown_with_line_and_reason(folder):
    done = run("a.txt")
    assert "a.txt:1: Accueil > Monde [menu ou fil d'Ariane]" in done.stdout
    assert "statements:\n" in done.stdout
    assert "quote: " in done.stdout


def test_statement_drafts_are_yaml(folder):
    done = run("a.txt", "--dry-run")
    lines = done.stdout.splitlines()
    start = lines.index("statements:")
    drafts = yaml.load(
        "\n".join(each for each in lines[start:] if not each.startswith(("# ", "    7"))),
        Loader=yaml.BaseLoader,
    )
    assert drafts["statements"][0]["sources"][0]["article"] == "le-pont-est-ouvert-enfin"


def test_text_prints_the_article_alone_and_writes_nothing(folder):
    before = sorted(folder.rglob("*"))
    done = CliRunner().invoke(main, ["import", "--text", str(CASES / "wire-en.txt")])
    assert done.stdout == (CASES / "wire-en.clean").read_text("utf-8")
    assert run("a.txt", "--dry-run").exit_code == 0
    assert sorted(folder.rglob("*")) == before


def test_text_that_an_article_knows_is_kept_as_it_is(folder):
    Path("neige.txt").write_bytes(b"Il neige sur le port.")
    done = run("neige.txt")
    assert done.exit_code == 0, done.output
    assert "« ancien »" in done.stdout
    assert (folder / "fulltext/ancien.txt").read_bytes() == b"Il neige sur le port."
    assert len(list((folder / "articles").iterdir())) == 1


def test_second_import_of_a_title_writes_no_second_article(folder):
    assert run("a.txt").exit_code == 0
    Path("b.txt").write_text(TEXT + "Et le vent s'est levé sur la baie de Villeneuve.\n", "utf-8")
    done = run("b.txt")
    assert done.exit_code == 1
    assert "« le-pont-est-ouvert-enfin »" in done.stderr
    assert len(list((folder / "articles").iterdir())) == 2
    assert run("b.txt", "--id", "autre").exit_code == 0
    assert (folder / "articles/autre.md").exists()


def test_echo_of_another_import_is_named(folder):
    run("a.txt")
    Path("c.txt").write_text("Un autre titre\n\n" + TEXT.split("\n\n")[-1], "utf-8")
    done = run("c.txt")
    assert "le-pont-est-ouvert-enfin (100 %)" in done.stdout


def test_files_that_hold_no_article_are_told_and_the_others_imported(folder):
    Path("photo.txt").write_bytes(b"\xff\xd8\xff photo")
    done = run("photo.txt", "absent.txt", "a.txt")
    assert done.exit_code == 1
    assert done.stderr.count(": error: ") == 2
    assert "Traceback" not in done.output
    assert (folder / "articles/le-pont-est-ouvert-enfin.md").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("a.txt", "--id", "Pont"), "--id"),
        (("a.txt", "--id", "courrier"), "courrier"),
        (("a.txt", "--outlet", "courier"), "courrier"),
        (("a.txt", "--date", "hier"), "hier"),
        (("a.txt", "a.txt", "--title", "T"), "--title"),
    ],
)
def test_wrong_option_is_refused_before_anything_is_written(folder, words, message):
    before = sorted(folder.rglob("*"))
    done = run(*words)
    assert done.exit_code == 1
    assert message in done.stderr
    assert sorted(folder.rglob("*")) == before


def test_front_matter_holds_whatever_a_page_says(folder):
    page = (
        "<html><head><meta property='og:site_name' content='x: [y] # z'></head><body><article>"
        '<h1>--- &lt;b&gt;: "[[a]]" #1</h1><p>Il a plu sur la ville toute la nuit de lundi.</p>'
        "<p>Le maire a parlé aux habitants de la ville, qui ont ri.</p></article></body></html>"
    )
    Path("p.html").write_text(page, "utf-8")
    done = run("p.html", "--id", "page")
    assert done.exit_code == 0, done.output
    assert fields(folder, "page")["title"] == '--- <b>: "[[a]]" #1'


def test_page_is_fetched_from_its_address(folder):
    page = (CASES / "page-en.html").read_bytes()

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/harbour" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *words):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        assert run(f"{address}/harbour").exit_code == 0
        missing = run(f"{address}/none")
    finally:
        server.shutdown()
        server.server_close()
    data = fields(folder, "harbour-reopens")
    assert data["url"] == f"{address}/harbour"
    assert data["retrieved"]
    assert missing.exit_code == 1
    assert "HTTP 404" in missing.stderr
    assert run(f"{address}/harbour").exit_code == 1  # nobody answers any more
