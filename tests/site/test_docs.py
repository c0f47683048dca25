"""Pages in docs/, which strangers may write: Markdown and no more, unless they are trusted."""

import base64
import hashlib

import lxml.html
import markdown
import pytest

from mkdocs_dossier.render.sanitise import clean_html
from mkdocs_dossier.site.docs import PlainMarkdown

CONFIG = """\
site_name: Essai
theme: {{name: material, language: fr}}
plugins:
  - dossier: {{trusted_docs: {trusted}}}
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - pymdownx.details
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tabbed: {{alternate_style: true}}
  - toc: {{permalink: true}}
"""
EXTENSIONS = ["tables", "toc", "fenced_code", "attr_list", "md_in_html", "admonition", "footnotes"]


@pytest.fixture
def render(project, build):
    """Builds the project with one page and gives its article, and what the build said."""

    def run(text, trusted=False):
        config = CONFIG.format(trusted=str(trusted).lower())
        (project / "mkdocs.yml").write_text(config, encoding="utf-8")
        (project / "docs/note.md").write_text(text, encoding="utf-8")
        done = build("--strict")
        assert done.returncode == 0, done.stderr
        page = (project / "site/note/index.html").read_text(encoding="utf-8")
        return lxml.html.fromstring(page).xpath("//article")[0], page, done.stderr

    return run


def read(text):
    """A page's text as the HTML that stands on it."""
    html = markdown.markdown(text, extensions=[*EXTENSIONS, PlainMarkdown()])
    return lxml.html.fragment_fromstring(clean_html(html, page=True), create_parent="div")


HTML = """\
---
title: 'Page </title><script>ran=1</script>'
description: '"><script>ran=1</script>'
---

# Page

<script>ran=1</script>

<div onclick="ran=1" markdown>**gras** <img src=x onerror=ran=1></div>

<iframe src="https://mal.example/"></iframe><base href="https://mal.example/">
<meta http-equiv="refresh" content="0; url=https://mal.example/">

Un mot.
{: onclick="ran=1" style="position:fixed" .d-search }

--8<-- "mkdocs.yml"
"""


def test_html_in_a_page_is_read_as_text(render):
    article, page, said = render(HTML)
    assert article.xpath(".//script | .//iframe | .//base | .//meta | .//img") == []
    assert "<script>ran=1</script>" in article.text_content()
    assert article.xpath(".//*[@onclick or @style or @class='d-search']") == []
    assert "site_name" not in article.text_content()
    assert "<script>ran" not in page
    assert "docs/note.md:8:1: warning: « <script »" in said
    assert "markdown_extensions: pymdownx.snippets" in said


def test_a_trusted_page_may_hold_html_and_its_scripts_run_by_their_hash(render):
    article, page, _ = render("# Page\n\n<script>own=1</script>\n\n<b>mot</b>\n", trusted=True)
    assert [each.text for each in article.iter("script")] == ["own=1"]
    digest = base64.b64encode(hashlib.sha256(b"own=1").digest()).decode()
    assert f"'sha256-{digest}'" in page.split('Security-Policy" content="')[1].split('"')[0]


ORDINARY = """\
# Page {#page}

## Une partie

!!! note "Titre"
    Un mot.

??? tip "Repli"
    Caché.

=== "Un"
    A.

=== "Deux"
    B.

| a | b |
|---|--:|
| 1 | 2 |

Une note[^1], un [lien](https://exemple.org/){.md-button title="Aller"}, un ![dessin](a.png).

```python
x = 1
```

[^1]: La note.
"""


def test_what_pages_are_made_of_stays(render, project):
    (project / "docs/a.png").write_bytes(b"")
    article, _, _ = render(ORDINARY)
    assert article.xpath(".//h2[@id='une-partie']/a[@class='headerlink']")
    assert article.xpath(".//div[@class='admonition note']/p[@class='admonition-title']")
    assert article.xpath(".//details[@class='tip']/summary")
    tabs = article.xpath(".//input[@type='radio']/@id")
    assert tabs == article.xpath(".//div[@class='tabbed-labels']/label/@for")
    assert len(tabs) == 2
    assert len(article.xpath(".//td[@class='d-align-right']")) == 1
    assert article.xpath(".//a[@class='md-button' and @title='Aller']")
    assert article.xpath(".//img/@src") == ["../a.png"]
    assert article.xpath(".//div[contains(@class, 'highlight')]//span[@class='mi']")
    assert article.xpath(".//sup[@id='fnref:1']/a[@href='#fn:1']")
    assert article.xpath(".//li[@id='fn:1']")


@pytest.mark.parametrize("id", ["__search", "__content", "_search"])
def test_no_heading_or_anchor_takes_an_id_of_the_program(id):
    tree = read(f"# {id}\n\n## Titre {{#{id}}}\n\nTexte\n{{: #{id} }}\n\n[TOC]\n")
    assert tree.xpath("//@id")
    assert not [each for each in tree.xpath("//@id") if each.startswith("_")]
    links = tree.xpath("//div[@class='toc']//a/@href")
    assert {link[1:] for link in links} <= set(tree.xpath("//@id"))


@pytest.mark.parametrize(
    "text",
    [
        "mot\n{: onclick=ran=1 style=position:fixed data-x=1 }",
        "[mot](javascript:ran=1)",
        "[mot](https://bon@mal.example/)",
        "[mot](x){: href=javascript:ran=1 target=_top }",
        "![mot](https://mal.example/x.png)",
        "![mot](x.png){: src=//mal.example/x.png srcset=https://mal.example/y.png onerror=ran=1 }",
        "![mot](/\\mal.example/x.png)",
        "mot\n{: .d-search .md-overlay .mermaid }",
        "<svg onload=ran=1>mot</svg>",
        "[mot](x){: data-preview='' ping=https://mal.example/ }",
    ],
)
def test_what_attributes_could_do_is_taken_out(text):
    tree = read(text)
    assert "mot" in tree.text_content() + "".join(tree.xpath("//@alt"))
    allowed = {"href", "rel", "src", "alt"}
    assert {name for each in tree.iter() for name in each.attrib} <= allowed
    assert not [each for each in tree.xpath("//@href | //@src") if "mal." in each or "ran" in each]


def test_a_file_that_strangers_put_there_is_not_published(project, build):
    (project / "docs/evil.svg").write_text("<svg onload='ran=1'/>", encoding="utf-8")
    done = build()
    assert done.returncode == 1
    assert "docs/evil.svg:1:1: error: un fichier de ce genre" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site/evil.svg").exists()
