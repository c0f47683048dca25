"""Names and links on pages written by hand."""

import lxml.html
import pytest

CHINA = "kind: state\nname: Chine\nsummary: Un État.\n"
BEIJING = "kind: city\nname: Pékin\ngovernment_of: chine\nsummary: Capitale.\n"
MEETING = """\
kind: meeting
name: Entretien de Pékin
summary: Un entretien.
date: 2024-01-02
participants: [anne-martin]
statements:
  - id: promesse
    text: Elle promet.
    speakers: [anne-martin]
    basis: fait notoire
"""


@pytest.fixture
def render(project, build):
    """Builds the project with one page of docs/ and gives what MkDocs said and the article."""
    for name, text in {
        "actors/chine.yml": CHINA,
        "places/pekin.yml": BEIJING,
        "events/entretien.yml": MEETING,
    }.items():
        file = project / "dossier" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run(text, *options, plugin="dossier-links"):
        (project / "mkdocs.yml").write_text(
            "site_name: Essai\ntheme: {name: material, language: fr, font: false}\n"
            "markdown_extensions: [admonition, pymdownx.superfences]\n"
            f"plugins: [{plugin}, dossier]\n",
            encoding="utf-8",
        )
        (project / "docs/sous").mkdir(exist_ok=True)
        (project / "docs/sous/page.md").write_text(text, encoding="utf-8")
        done = build(*options)
        file = project / "site/sous/page/index.html"
        article = lxml.html.parse(file).xpath("//article")[0] if file.exists() else None
        return done, article

    return run


def links(article):
    return [
        (" ".join(each.text_content().split()), each.get("href"))
        for each in article.xpath(".//a[@data-record]")
    ]


def test_names_lead_to_their_pages(render):
    done, article = render(
        "# Page\n\nAnne Martin arrive à\nPékin ; la Chine s'en félicite.\n", "--strict"
    )
    assert done.returncode == 0, done.stderr
    assert links(article) == [
        ("Anne Martin", "../../acteurs/anne-martin/"),
        ("Pékin", "../../lieux/pekin/"),
        ("Chine", "../../acteurs/chine/"),
    ]


def test_written_links_lead_to_records_and_statements(render):
    text = "[[chine]], [[anne-martin|elle]], [[entretien#promesse|sa\npromesse]].\n"
    done, article = render(text, "--strict")
    assert done.returncode == 0, done.stderr
    assert links(article) == [
        ("Chine", "../../acteurs/chine/"),
        ("elle", "../../acteurs/anne-martin/"),
        ("sa promesse", "../../evenements/entretien/#promesse"),
    ]


LEFT_ALONE = """\
## La Chine

La Chine
--------

`Chine` et `[[chine]]`

```yaml
name: Chine
id: [[chine]]
```

- un cas :
    ```yaml
    name: Chine # [[chine]]
    ```

Du code :

    name: Chine

[la Chine](https://example.org/) ![la Chine](../image.png)

!!! note "La Chine"
    Un mot.

chinois, Chinatown, l'antichine

::: map places=pekin
"""


def test_what_cannot_be_linked_is_left_as_it_was(render, project):
    (project / "docs/image.png").write_bytes(b"")
    done, article = render(LEFT_ALONE, "--strict")
    assert done.returncode == 0, done.stderr
    assert links(article) == []
    assert "name: Chine # [[chine]]" in article.text_content()
    assert "antichine" in article.text_content()
    assert not any(mark in article.text_content() for mark in "\ufdd0\ufdd1\ufdd2")


def test_inside_a_box_names_are_linked(render):
    _, article = render("!!! note\n    La Chine.\n", "--strict")
    assert links(article) == [("Chine", "../../acteurs/chine/")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: Page\n---\n\nUn mot, `[[chinne]]`.\n\nIci [[chinne|eux]].\n",
            "docs/sous/page.md:7:7: error: fiche inconnue « chinne » ;"
            " vouliez-vous dire « chine » ? [unknown-id]",
        ),
        (
            "Ici [[entretien#promese]].\n",
            "docs/sous/page.md:1:7: error: déclaration inconnue « entretien#promese » ;"
            " vouliez-vous dire « entretien#promesse » ? [unknown-id]",
        ),
        (
            "!!! note\n\n    Ici [[chinne]].\n",
            "docs/sous/page.md:3:11: error: fiche inconnue « chinne »",
        ),
        (
            "---\nmentions:\n  frequency: always\n---\nTexte.\n",
            "docs/sous/page.md:3:14: error: ",
        ),
        (
            "---\nmentions: {as: [{text: à Pékin, link: {Pékin: chinne}}]}\n---\nTexte.\n",
            "docs/sous/page.md:2:47: error: fiche inconnue « chinne »",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_ends_a_strict_build(render, text, message):
    done, _ = render(text, "--strict")
    assert done.returncode == 1
    assert message in done.stderr
    assert done.stderr.count("page.md:") == 1
    assert "Traceback" not in done.stderr


def test_frequency_of_the_plugin_and_of_the_page(render):
    twice = "La Chine. La Chine.\n"
    often = "{dossier-links: {frequency: all}}"
    assert len(links(render(twice, "--strict", plugin=often)[1])) == 2
    once = f"---\nmentions: {{frequency: page}}\n---\n{twice}"
    assert len(links(render(once, "--strict", plugin=often)[1])) == 1


def test_words_mean_what_the_page_says(render):
    meant = "mentions: {as: [{text: à Pékin, link: {Pékin: chine}}]}"
    text = f"---\n{meant}\n---\nElle va à Pékin.\n"
    assert links(render(text, "--strict")[1]) == [("Pékin", "../../acteurs/chine/")]


def test_unknown_frequency_of_the_plugin_is_told(render):
    done, _ = render("Texte.\n", plugin="{dossier-links: {frequency: often}}")
    assert done.returncode == 1
    assert "frequency" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_plugin_pages_stay_as_written(render):
    _, article = render("La Chine, [[chine]].\n", "--strict", plugin="search")
    assert links(article) == []
