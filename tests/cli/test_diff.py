"""`dossier diff` as a reviewer runs it: forms, exit codes, and what strangers may have written."""

import html
import json
import re

import jsonschema
import lxml.html
import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from mkdocs_dossier.cli import main
from mkdocs_dossier.cli.changes.html import mark_words
from mkdocs_dossier.cli.changes.markdown import quote_code
from mkdocs_dossier.cli.forms import read_form

CHINE = "kind: state\nname: Chine\nsummary: S.\n"
LI = "kind: person\nname: Li\nsummary: Un ministre.\n"
TIE = "relations:\n  - {type: supports, with: chine, start: 2020, basis: fait notoire}\n"
HOSTILE = (
    "@maintainer #1 GH-2 !3 https://evil.example www.evil.example a@evil.example <img src=x"
    " onerror=alert(1)> <script>alert(1)</script> [x](https://evil.example) ![x](y) `code` ``` |"
    " a | b | </code></style></title> &lt; **b** ~~c~~ \u202eevil \u200b /close \\`"
)


@pytest.fixture
def repository(make_repository):
    return make_repository({"dossier/actors/chine.yml": CHINE, "dossier/actors/li.yml": LI})


def run(repository, *words):
    return CliRunner().invoke(main, ["diff", "--dossier", str(repository.folder), *words])


def test_between_two_revisions_and_with_the_files_as_they_are(repository):
    first = repository.git("rev-parse", "HEAD")
    repository.commit({"dossier/actors/li.yml": LI + TIE})
    repository.write({"dossier/actors/li.yml": LI})
    forward = run(repository, first, "HEAD")
    assert forward.exit_code == 0
    assert "minor: Li: relation, ajout: soutient Chine (depuis 2020" in forward.stdout
    assert "1 changement mineur" in forward.stdout
    assert "major: Li: relation, retrait" in run(repository, "HEAD").stdout
    assert "rien ne change" in run(repository, first).stdout


def test_a_branch_is_compared_with_where_it_parted(repository):
    repository.git("checkout", "-q", "-b", "mine")
    repository.commit({"dossier/actors/li.yml": LI + TIE})
    repository.git("checkout", "-q", "main")
    repository.commit({"dossier/actors/chine.yml": CHINE + "tags: [x]\n"})
    repository.git("checkout", "-q", "mine")
    assert "étiquettes" in run(repository, "main").stdout
    assert "étiquettes" not in run(repository, "main...").stdout


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, (0, 0, 0, 0)),
        ({"dossier/actors/li.yml": LI + "tags: [a]\n"}, (0, 0, 3, 0)),
        ({"dossier/actors/li.yml": LI + "start: 1960\n"}, (0, 4, 4, 0)),
        ({"dossier/actors/li.yml": None}, (5, 5, 5, 0)),
    ],
)
def test_the_exit_code_says_how_grave_it_is(repository, change, codes):
    repository.write(change)
    for level, code in zip(("breaking", "major", "minor", "never"), codes, strict=True):
        assert run(repository, "HEAD", "--fail-on", level).exit_code == code


def test_data_keeps_to_its_schema(repository):
    validator = jsonschema.Draft202012Validator(read_form("diff"))
    repository.write({"dossier/actors/li.yml": LI.replace("Li", "Li Qiang") + TIE})
    repository.write({"dossier/actors/x.yml": "kind: [", "dossier/actors/chine.yml": None})
    told = json.loads(run(repository, "main", "--format", "json").stdout)
    validator.validate(told)
    assert (told["version"], told["base"], told["head"]) == (1, "main", None)
    assert told["severity"] == "breaking"
    assert told["score"]["relation"] == {"added": 1}
    assert told["unread"] == ["actors/x.yml"]
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**told, "severity": "grave"})


def make_many(count, text="Nom"):
    return {
        f"dossier/actors/a{number}.yml": f"kind: person\nname: {text} {number}\nsummary: S.\n{TIE}"
        for number in range(count)
    }


def test_a_comment_is_short_and_leads_to_the_whole(repository):
    repository.write(make_many(9))
    url = "https://example.org/r.html"
    done = run(repository, "HEAD", "--format", "markdown", "--report-url", url)
    head = done.stdout.split("\n\n**", 2)
    assert len(done.stdout.partition("\n**Fiches")[0].splitlines()) <= 15, head
    assert "(3 sur 9)" in done.stdout
    assert done.stdout.count("fiche, ajout") == 3
    assert done.stdout.endswith(f"(<{url}>)\n")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "x", "https://a.b/> [x](y)", ""])
def test_what_is_no_web_address_is_refused(repository, url):
    done = run(repository, "HEAD", "--format", "markdown", "--report-url", url)
    assert (done.exit_code, done.stdout) == (1, "")


def write_hostile(repository):
    text = json.dumps(HOSTILE, ensure_ascii=False)
    repository.commit({"dossier/topics/t.yml": f"kind: concept\nname: {text}\nsummary: {text}\n"})
    other = json.dumps(f"| x {HOSTILE}\n\n# titre\n\n- @all", ensure_ascii=False)
    li = f"{LI}description: {other}\noffices:\n  - {{title: {text}, basis: {text}}}\n"
    repository.write({"dossier/actors/li.yml": li, "dossier/topics/t.yml": None})


def test_nothing_that_strangers_write_is_markup_in_a_comment(repository):
    write_hostile(repository)
    done = run(repository, "HEAD", "--format", "markdown", "--fail-on", "never")
    assert done.exit_code == 0, done.output
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tree = lxml.html.fromstring(f"<div>{rendered.render(done.stdout)}</div>")
    allowed = {"div", "h3", "p", "strong", "ul", "li", "code"}
    assert {each.tag for each in tree.iter()} <= allowed
    outside = "".join(tree.xpath("//text()[not(ancestor::code)]"))
    assert not re.search(r"[@<>|`\[\]\\]|https?:|#\d|evil|/close", outside), outside
    assert "@maintainer" in "".join(tree.xpath("//code//text()"))
    assert not re.search("[\u200b\u202e]", done.stdout)


def test_nothing_that_strangers_write_is_markup_in_a_page(repository):
    write_hostile(repository)
    done = run(repository, "HEAD", "--format", "html", "--fail-on", "never")
    tree = lxml.html.fromstring(done.stdout)
    assert tree.xpath("//script | //img | //iframe | //link | //form") == []
    assert tree.xpath("//@*[starts-with(name(), 'on')] | //@href | //@src") == []
    assert "url(" not in done.stdout
    assert "@import" not in done.stdout
    assert "@maintainer #1" in html.unescape(done.stdout)
    assert tree.xpath("//meta[contains(@content, \"default-src 'none'\")]")
    assert "\u202e" not in done.stdout


def test_a_page_has_both_versions_and_the_figures_of_both(repository):
    repository.commit({"dossier/actors/li.yml": LI + TIE})
    changed = (LI + TIE).replace("Un ministre", "Un vieux ministre").replace("supports", "opposes")
    repository.write({"dossier/actors/li.yml": changed})
    page = run(repository, "HEAD", "--format", "html", "--fail-on", "never").stdout
    tree = lxml.html.fromstring(page)
    assert "vieux" in "".join(tree.xpath("//ins/text()"))
    assert len(tree.xpath("//figure//svg[contains(@class, 'd-graph__svg')]")) == 2
    assert len(tree.xpath("//table[@class='d-matrix']")) == 2


def test_a_side_with_errors_is_reported_and_not_drawn(repository):
    repository.write({"dossier/actors/li.yml": f"{LI}country: nulle-part\n{TIE}"})
    done = run(repository, "HEAD", "--format", "html", "--fail-on", "never")
    assert done.exit_code == 0, done.output
    assert "1 erreur" in done.stderr
    assert "ne sont pas dessinées" in done.stdout


def test_a_file_takes_the_report(repository, tmp_path):
    done = run(repository, "HEAD", "--output", str(tmp_path / "out/r.txt"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "rien ne change" in (tmp_path / "out/r.txt").read_text(encoding="utf-8")


def test_every_form_is_the_same_each_time(repository):
    repository.write(make_many(5))
    for form in ("text", "markdown", "json", "html"):
        first = run(repository, "HEAD", "--format", form).stdout
        assert first == run(repository, "HEAD", "--format", form).stdout


@pytest.mark.parametrize("text", ["`", "``a`` `", "a\nb", "", " ", "`a", "\\`", "a|b", "\u202e"])
def test_a_code_span_holds_any_text(text):
    rendered = MarkdownIt("commonmark").render(f"- {quote_code(text)} x")
    tree = lxml.html.fromstring(rendered)
    shown = [each.text_content() for each in tree.iter("code")]
    plain = " ".join(text.replace("\u202e", "").split())
    assert shown == ([plain] if plain else [])


def test_only_the_words_that_differ_are_marked():
    old, new = mark_words("Il a dit oui hier.", "Il a dit non hier.")
    assert [text for same, text in old if not same] == ["oui"]
    assert [text for same, text in new if not same] == ["non"]
    assert "".join(text for _, text in new) == "Il a dit non hier."


def test_what_is_no_revision_is_one_line(repository):
    for words in (("nowhere",), ("HEAD", "nowhere")):
        done = run(repository, *words)
        assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
