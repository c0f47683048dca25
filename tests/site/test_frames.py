"""The layout that is rendered once and filled in: every page is what the whole theme gives."""

import re
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
from edited_project import build_site
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from mkdocs_dossier.languages import texts
from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site import joining
from mkdocs_dossier.site.frames import Frames, describe_layout
from mkdocs_dossier.site.layout import Frame

FROZEN = Path(__file__).parents[1] / "dossiers/frozen"
HOOK = "def on_page_content(html, **given):\n    return html\n"
ODD = {
    "actors/a.yml": (
        "kind: person\nname: A & \"B\" <i>'c'</i>\nsummary: |\n  « Un »  & deux\n  lignes.\n"
    ),
    "actors/b.yml": "kind: state\nname: \"B  b\"\nsummary: '&amp; <b>'\n",
    "articles/c.md": (
        "---\ntitle: C < D\noutlet: null\ndate: null\nsummary: S.\n---\n"
        '## Un "titre" & <i>x</i>\n\nA.\n\n### Dessous &lt;\n\nB.\n\n## Deux\n\nC.\n'
    ),
}
TEMPLATE = """<title>{{ page.title }}</title>{{ page.meta | striptags }}|{{ page.meta | e }}|
{%- if frame.edit %}<a href="{{ frame.edit | e }}">{% endif %}{{ frame.head }}
{%- for each in page.headings %}<a href="#{{ each.id }}" title="{{ each.title | striptags | e }}">
{{- each.title }}</a>{% endfor %}{{ page.content }}"""
WORDS = st.text(st.sampled_from("ab &<>\"'é;\n#x"), max_size=12)


def read(site):
    return {
        str(file.relative_to(site)): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and file.suffix != ".gz" and "pagefind" not in file.parts
    }


@pytest.mark.parametrize("with_nav", [True, False])
def test_pages_are_those_of_the_whole_theme(project, build, with_nav):
    shutil.copytree(FROZEN / "dossier", project / "dossier", dirs_exist_ok=True)
    for path, text in ODD.items():
        (project / "dossier" / path).write_text(text, encoding="utf-8")
    plugins = "dossier: {repo: 'https://github.com/x/y'}, dossier-links, dossier-export"
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("[dossier]", f"[{plugins}]")
    settings += "site_url: https://x.example/y/\n"
    settings += "nav: [note.md, actors/a.md, acteurs/index.md]\n" if with_nav else ""
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert build("--site-dir", "joined").returncode == 0
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{settings}hooks: [hook.py]\n", encoding="utf-8")
    done = build("--site-dir", "whole", "--verbose")
    assert "Building page acteurs/b.md" in done.stderr  # the hook is asked for every page
    joined, whole = read(project / "joined"), read(project / "whole")
    assert joined.keys() == whole.keys()
    assert [path for path in whole if joined[path] != whole[path]] == []


def test_few_pages_of_many_are_rendered_by_the_theme(project, monkeypatch):
    shutil.copytree(FROZEN / "dossier", project / "dossier", dirs_exist_ok=True)
    plugins = "[dossier: {repo: 'https://x.example/y'}, dossier-links, dossier-export]"
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("[dossier]", plugins) + "site_url: https://x.example/y/\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    rendered, real = [], joining._render_whole

    def count(build, config, env, made, frame):
        rendered.append(made.address)
        return real(build, config, env, made, frame)

    monkeypatch.setattr(joining, "_render_whole", count)
    site, _ = build_site(project, project / "site", project / "cache")
    pages = sum(path.endswith("/index.html") for path in site)
    assert 0 < len(rendered) < pages * 0.6, (len(rendered), pages)


def test_pages_that_stay_as_they_were_are_not_put_together_again(project, monkeypatch):
    shutil.copytree(FROZEN / "dossier", project / "dossier", dirs_exist_ok=True)
    joined, real = [], Frames.join

    def count(self, page, frame):
        joined.append(page.address)
        return real(self, page, frame)

    monkeypatch.setattr(Frames, "join", count)
    monkeypatch.setattr("mkdocs_dossier.render.processes._can_fork", lambda: False)
    monkeypatch.setattr(Kept.save, "__kwdefaults__", {"drop": True, "slack": 0})
    site, _ = build_site(project, project / "site", project / "cache")
    pages, pieces = len(joined), len(Kept(project / "cache").list_keys())
    joined.clear()
    file = project / "dossier/actors/xi-jinping.yml"
    file.write_text(
        re.sub(r"(?m)^summary: .*", "summary: Autre.", file.read_text("utf-8")), "utf-8"
    )
    again, _ = build_site(project, project / "site", project / "cache")
    assert again["acteurs/xi-jinping/index.html"] != site["acteurs/xi-jinping/index.html"]
    assert 0 < len(joined) < pages / 10, joined
    assert len(Kept(project / "cache").list_keys()) > pieces * 0.9, "else they are made next time"


@pytest.mark.parametrize(
    "setting",
    ["custom_dir: overrides", "hooks: [hook.py]", "use_directory_urls: false"],
)
def test_whoever_looks_at_pages_is_given_each(project, build, setting):
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    (project / "overrides").mkdir()
    text = '{% extends "base.html" %}{% block announce %}{{ page.url }}!{% endblock %}'
    (project / "overrides/main.html").write_text(text, encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    if setting.startswith("custom"):
        settings = settings.replace("{name: material", f"{{name: material, {setting}")
    else:
        settings += f"{setting}\n"
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert "Building page acteurs/anne-martin.md" in build("--verbose").stderr


def make_render(count, template=TEMPLATE):
    found = Environment(autoescape=False).from_string(template)

    def render(page, frame):
        count.append(page.address)
        shown = [replace(each, title=escape(each.title)) for each in page.headings]
        return found.render(
            frame=frame,
            page={
                "title": escape(page.title),
                "meta": escape(page.description),
                "content": page.html,
                "headings": shown,
            },
        )

    return render


def make_page(number, title="T", description="D", heading="H", text="x"):
    headings = (Heading("h", heading),)
    return Page(f"acteurs/a{number}/", "actor", title, description, f"<h1>{text}", headings)


def make_frame(edit=None, head=""):
    given = {"t": texts("fr"), "title": "T", "edit": edit, "head": Markup(head), "cite": Markup()}
    return Frame(**{**{each.name: None for each in fields(Frame)}, **given})


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), min_size=2, max_size=6))
def test_whatever_the_words_are(words):
    count = []
    render = make_render(count)
    frames = Frames(render)
    for number, each in enumerate(words):
        page, frame = make_page(number, *each), make_frame(each[1] or None, each[2])
        assert frames.join(page, frame) == render(page, frame)


def test_a_layout_is_rendered_once_for_pages_of_one_shape():
    count = []
    frames = Frames(make_render(count))
    for number in range(50):
        frames.join(make_page(number, f"Titre {number}"), make_frame())
    assert len(count) == 2  # the second one is compared


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.title | urlencode }}{{ page.content }}",
        "{{ page.title | upper }}{{ page.content }}",
        "<script>var x = '{{ page.title }}'</script>{{ page.content }}",
        "{{ page.content | length }}",
        "{% if page.title == 'Titre 3' %}!{% endif %}{{ page.content }}",
    ],
)
def test_a_template_that_does_more_with_a_word_is_left_to_the_theme(template):
    pages = [make_page(number, f"Titre {number}") for number in (3, 1, 2)]
    render = make_render([], template)
    frames = Frames(render)
    assert [frames.join(each, make_frame()) for each in pages] == [
        render(each, make_frame()) for each in pages
    ]


def test_kept_shapes_are_used_and_never_where_the_layout_is_another(tmp_path):
    def join(template, settings, folder=tmp_path):
        count, kept = [], Kept(folder)
        render = make_render(count, template)
        settings += describe_layout(render, make_frame())
        frames = Frames(render, kept, settings)
        pages = [(make_page(number, title=f"T{number}"), make_frame()) for number in range(4)]
        joined = [frames.join(*each) for each in pages]
        frames.keep()
        kept.save()
        times = len(count)
        assert joined == [render(*each) for each in pages]
        return times

    cold = join(TEMPLATE, "a")
    assert join(TEMPLATE, "a") == 1  # the page that is made up
    assert join(TEMPLATE, "b") == cold
    assert join(f"{TEMPLATE}!", "b") == cold  # what was kept shows to be old
    assert join(f"{TEMPLATE}!", "b") == 1
