"""The plugins within `mkdocs build`."""

import itertools
import os
import subprocess
import sys

import lxml.html
import pytest

PERSON = "kind: person\nname: Anne Martin\nsummary: Diplomate.\n"


def test_record_has_a_page_with_its_name(project, build):
    done = build("--strict")
    assert done.returncode == 0, done.stderr
    page = (project / "site/acteurs/anne-martin/index.html").read_text(encoding="utf-8")
    assert ">Anne Martin</h1>" in page


@pytest.mark.parametrize("options", [["--strict"], [], ["--quiet", "--strict"], ["--quiet"]])
def test_build_fails_on_an_error_and_names_the_place(project, build, options):
    record = project / "dossier/actors/anne-martin.yml"
    record.write_text(f"{PERSON}country: france\n", encoding="utf-8")
    done = build(*options)
    assert done.returncode == 1
    assert not (project / "site/index.html").exists(), "nothing is published"
    assert "dossier/actors/anne-martin.yml:4:10: error:" in done.stderr
    assert "[unknown-id]" in done.stderr
    assert "Traceback" not in done.stderr


def test_strict_build_passes_with_a_warning_and_tells_it(project, build):
    record = project / "dossier/actors/anne-martin.yml"
    statement = "statements:\n  - id: promesse\n    text: Elle promet.\n"
    record.write_text(PERSON + statement, encoding="utf-8")
    done = build("--strict")
    assert done.returncode == 0, done.stderr
    assert "anne-martin.yml:5:5: warning:" in done.stderr


def test_former_id_leads_to_the_record(project, build):
    record = project / "dossier/actors/anne-martin.yml"
    record.write_text(f"{PERSON}former_ids: [a-martin]\n", encoding="utf-8")
    assert build("--strict").returncode == 0
    page = (project / "site/acteurs/a-martin/index.html").read_text(encoding="utf-8")
    assert 'url=../anne-martin/"' in page


def test_page_written_by_hand_comes_before_a_made_one(project, build):
    (project / "docs/index.md").write_text("# À la main\n", encoding="utf-8")
    assert build("--strict").returncode == 0
    assert "À la main" in (project / "site/index.html").read_text(encoding="utf-8")


SIBLINGS = ("dossier-links", "dossier-search", "dossier-export")


@pytest.mark.parametrize(
    "chosen",
    [
        chosen
        for count in range(len(SIBLINGS) + 1)
        for chosen in itertools.combinations(SIBLINGS, count)
    ],
    ids=lambda chosen: "+".join(chosen) or "alone",
)
def test_every_combination_of_plugins_builds(project, build, chosen):
    names = [*chosen, "dossier"]  # the base last: the order must not matter
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        config.replace("[dossier]", f"[{', '.join(names)}]"), encoding="utf-8"
    )
    done = build("--strict")
    assert done.returncode == 0, done.stderr


def test_sibling_without_the_base_is_told_so(project, build):
    (project / "mkdocs.yml").write_text(
        "site_name: x\nplugins: [dossier-links]\n", encoding="utf-8"
    )
    done = build()
    assert done.returncode == 1
    assert "needs the plugin 'dossier'" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_dossier_the_build_says_what_is_missing(project, build):
    (project / "dossier/dossier.yml").unlink()
    done = build("--strict")
    assert done.returncode == 1
    assert "dossier/dossier.yml:1:1: error:" in done.stderr
    assert "Traceback" not in done.stderr


def test_links_and_pipes_in_docs_fail_the_build_and_are_not_read(project, build):
    """MkDocs itself follows every link: this one is a circle that grows with a power of two."""
    (project / "docs/machine.md").symlink_to("/etc/hostname")
    for name in ("a", "b"):
        (project / "docs" / name).symlink_to(".")
    os.mkfifo(project / "docs/pipe.md")
    done = build(timeout=60)
    assert done.returncode == 1
    for name in ("machine.md", "a", "b", "pipe.md"):
        assert f"docs/{name}:1:1: error: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_a_date_in_the_environment_that_is_none_is_said(project, build, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "hier")
    done = build()
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH vaut « hier »" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_nav_the_navigation_holds_indexes_and_hand_written_pages(project, build):
    for number in range(3):
        record = f"kind: state\nname: État {number}\nsummary: Un État.\ntags: [x{number}]\n"
        relation = "relations: [{type: ally-of, with: etat-0, basis: fait notoire}]\n"
        text = record + (relation if number else "")
        (project / f"dossier/actors/etat-{number}.yml").write_text(text, encoding="utf-8")
    (project / "docs/guide").mkdir()
    (project / "docs/guide/un.md").write_text("# Un\n", encoding="utf-8")
    assert build("--strict").returncode == 0
    page = lxml.html.parse(project / "site/note/index.html")
    shown = page.xpath("//nav[contains(@class, 'md-nav--primary')]//a[@class='md-nav__link']/@href")
    assert shown == [
        "..",
        "../acteurs/",
        "../evenements/",
        "../lieux/",
        "../themes/",
        "../articles/",
        "../relations/",
        "../chronologie/",
        "../guide/un/",
        "../etiquettes/",
        "../corrections/",
        "../couverture/",
    ]


def test_a_dossier_in_which_nothing_is_written_yet_is_built(project, build):
    (project / "dossier/actors/anne-martin.yml").unlink()
    (project / "docs/note.md").write_text("# Note\n", encoding="utf-8")
    config = project / "mkdocs.yml"
    plugins = "[dossier-links, dossier-search, dossier-export, dossier]"
    config.write_text(config.read_text(encoding="utf-8").replace("[dossier]", plugins))
    done = build("--strict")
    assert done.returncode == 0, done.stderr
    assert (project / "site/note/index.html").exists()


def test_a_cache_that_a_commit_brings_along_is_not_believed(project, build):
    assert build().returncode == 0
    for command in (["init", "-q"], ["add", "--force", ".cache"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    done = build()
    assert done.returncode == 1
    assert "git rm -r --cached .cache/dossier" in done.stderr
    shown = subprocess.run(
        [sys.executable, "-m", "mkdocs_dossier", "check"],
        cwd=project,
        capture_output=True,
        text=True,
    )
    assert shown.returncode == 1
    assert "git rm -r --cached" in shown.stderr
