"""The example in English, on another subject: sound, built strictly, and told in its own words."""

import os
import re
import subprocess
import sys

import lxml.html
import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load


@pytest.fixture(scope="module")
def example(root):
    return root / "examples/standard-oil"


@pytest.fixture(scope="module")
def site(example, tmp_path_factory):
    target = tmp_path_factory.mktemp("example") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=example,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return target


def read(site, address):
    return lxml.html.parse(site / address / "index.html").getroot()


def test_it_has_no_problem(example):
    assert list(check(load(example / "dossier"))) == []


def test_ownership_family_and_money_are_told(site):
    [main] = read(site, "actors/standard-oil-new-jersey").xpath("//article")
    text = main.text_content()
    assert "49.95%" in text
    assert "$4,000,000" in text
    assert "child-in-law of" in read(site, "actors/archbold-son-in-law").text_content()


def test_own_kinds_have_their_place_in_index_and_graph(site):
    headings = [" ".join(each.text_content().split()) for each in read(site, "actors").iter("h2")]
    assert {"Companies 4", "Courts 2"} <= set(headings)
    assert "company" in {each.get("value") for each in read(site, "relations").iter("option")}


def test_names_are_linked_in_articles(site):
    page = read(site, "articles/1907-09-21-standard-oils-gains")
    linked = page.xpath("//div[@class='d-account']//a/text()")
    assert {"Frank B. Kellogg", "Judge Landis", "New York"} <= set(linked)


def test_its_reference_of_the_format_is_up_to_date(example, tmp_path):
    page = tmp_path / "format.md"
    page.write_bytes((example / "docs/format.md").read_bytes())
    options = ["reference", "--dossier", str(example / "dossier"), "--write", str(page)]
    done = CliRunner().invoke(main, options)
    assert done.exit_code == 0, done.output
    assert page.read_text("utf-8") == (example / "docs/format.md").read_text("utf-8"), (
        "in examples/standard-oil, run `dossier reference --write docs/format.md`"
    )


def test_its_guide_names_commands_that_exist(example):
    text = (example / "docs/guide.md").read_text("utf-8")
    named = set(re.findall(r"(?:^|`)dossier ([a-z-]+)", text, re.MULTILINE))
    assert len(named) > 5
    assert named <= set(main.list_commands(None))
