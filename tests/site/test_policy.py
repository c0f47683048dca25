"""The policy of a page: what the theme wrote inline runs, what came in by a text does not."""

import base64
import hashlib

import pytest
from jinja2 import DictLoader, Environment

from mkdocs_dossier.site.policy import Compiled, CompiledTheme, Marks, mark_templates, secure

EVIL = "<script>evil()</script><style>evil{}</style>"


def hash_of(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def render(template, **values):
    environment = Environment(loader=DictLoader({"page": template}))
    marks = Marks()
    mark_templates(environment, marks)
    return secure(environment.get_template("page").render(**values), marks)


def test_scripts_and_styles_of_the_theme_are_let_through_by_their_hash():
    page = render("<head></head><script>own({{ n }})</script><style>a{}</style>", n=1)
    assert f"'sha256-{hash_of('own(1)')}'" in page
    assert f"'sha256-{hash_of('a{}')}'" in page
    assert "<script>own(1)</script><style>a{}</style>" in page


def test_what_came_in_by_a_text_is_not():
    page = render("<head><title>{{ title }}</title></head>", title=EVIL)
    assert EVIL in page
    assert "sha256" not in page
    assert "unsafe-inline" not in page


def test_a_text_cannot_know_the_mark():
    assert Marks().mark("<script>") != Marks().mark("<script>")


def test_the_same_page_is_the_same_bytes():
    pages = {render("<head></head><script>own()</script>") for _ in range(3)}
    assert len(pages) == 1


@pytest.mark.parametrize(
    ("page", "before"),
    [
        ('<head>\n<meta charset="utf-8"><title>x</title>', '<head>\n<meta charset="utf-8">'),
        ("<HEAD lang=fr><title>x</title>", "<HEAD lang=fr>"),
        ("<head><script>a()</script><meta charset=utf-8>", "<head>"),
    ],
)
def test_the_policy_comes_before_all_that_it_rules(page, before):
    secured = secure(page)
    meta = '<meta http-equiv="Content-Security-Policy" content="'
    assert secured.startswith(before + meta)
    assert secured.endswith(page.removeprefix(before))


def test_what_is_no_page_stays_as_it_is():
    assert secure("<urlset></urlset>") == "<urlset></urlset>"


def test_nobody_else_is_asked_and_nothing_else_is_framed():
    policy = secure("<head>").split('content="')[1].split('"')[0]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == "'none'"
    assert rules["script-src"] == rules["worker-src"] == "'self'", "no eval, of WebAssembly neither"
    assert rules["form-action"] == rules["connect-src"] == rules["style-src"] == "'self'"
    assert not {"frame-src", "child-src", "object-src"} & rules.keys()
    assert "http" not in policy
    assert "*" not in policy


def test_templates_are_compiled_once_for_a_preview_and_changed_ones_anew(monkeypatch):
    compiled, marks, counted = Compiled(), Marks(), []
    real = Environment._compile

    def count(self, source, filename):
        counted.append(filename)
        return real(self, source, filename)

    monkeypatch.setattr(Environment, "_compile", count)
    for text, shown in (("a{{ x }}", "a1"), ("a{{ x }}", "a1"), ("b{{ x }}", "b1")):
        environment = Environment(loader=DictLoader({"t": text}), bytecode_cache=compiled)
        mark_templates(environment, marks)
        assert environment.get_template("t").render(x=1) == shown
    assert len(counted) == 2


def test_a_theme_is_compiled_once_for_all_processes_and_its_marks_are_those_of_each(
    monkeypatch, tmp_path
):
    counted, real = [], Environment._compile

    def count(self, source, filename):
        counted.append(filename)
        return real(self, source, filename)

    def show(source):
        environment, marks = Environment(loader=DictLoader({"t": source})), Marks()
        mark_templates(environment, marks)
        environment.bytecode_cache = kept = CompiledTheme(marks, environment)
        kept.directory = str(tmp_path)
        template = environment.get_template("t")
        page = template.render(evil=EVIL)
        marked = marks.mark("<script>")
        assert marked in page
        word = marked.removeprefix("<script ").removesuffix(">").encode()
        assert not any(word in each.read_bytes() for each in tmp_path.iterdir())
        return secure(page, marks)

    monkeypatch.setattr(Environment, "_compile", count)
    source = "<head>{% macro x() %}<script>own()</script>{% endmacro %}{{ x() }}{{ evil }}"
    first, again, other = show(source), show(source), show(source.replace("own", "other"))
    assert first == again
    assert f"'sha256-{hash_of('own()')}'" in first
    assert f"'sha256-{hash_of('other()')}'" in other
    assert hash_of("evil()") not in first
    assert len(counted) == 2
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert show(source) == first
