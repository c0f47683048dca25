"""What `dossier check` says of pages written by hand, and of the files beside them."""

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

DOSSIER = {
    "dossier/dossier.yml": "title: Essai\nlanguage: fr\n",
    "dossier/actors/nord.yml": "kind: state\nname: Nord\nsummary: Un État.\n",
    "dossier/events/visite.yml": (
        "kind: visit\nname: Visite\nsummary: Une.\ndate: 2024\nparticipants:\n"
        "  - {actor: nord, basis: fait notoire}\n"
    ),
}
SITE = "site_name: Essai\nplugins: [dossier, dossier-links]\n"


@pytest.fixture
def check(tmp_path):
    """A function that checks a project with these files, and gives what is said of docs/."""

    def run(files, site=SITE):
        for name, text in {**DOSSIER, "mkdocs.yml": site, **files}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)
        done = CliRunner().invoke(main, ["check", "--dossier", str(tmp_path / "dossier")])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        lines = done.output.replace(f"{tmp_path}/", "").splitlines()
        return [line for line in lines if line.startswith("docs/")]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntemplate: mal.html\n---\nx\n", "2:1: error: champ inconnu « template »"),
        ("---\nicon: ../../x\n---\nx\n", "2:1: error: champ inconnu « icon »"),
        (
            "---\ndate: 2024-01-31\n---\nx\n",
            "2:1: error: champ inconnu « date » ; au choix : title, description, hide, "
            "mentions ; les champs d'autres extensions, comme ceux d'un blog, sont lus avec "
            "`trusted_docs: true`",
        ),
        ("---\ntitle: [a, b]\n---\nx\n", "2:8: error: "),
        ("---\nhide: [tout]\n---\nx\n", "2:8: error: "),
        ("---\ntitle: 'oups\n---\nx\n", "2:8: error: "),
        ("---\n- a\n---\nx\n", "2:1: error: "),
        ("---\ntitle: !!python/object/apply:os.system [x]\n---\nx\n", "2:8: error: "),
        (
            "a\n\n::: cronology\n",
            "3:5: error: vue inconnue « cronology » ; vouliez-vous dire « c",
        ),
        ("::: zzz\n", "1:5: error: vue inconnue « zzz » ; valeurs possibles : chronology, map, "),
        ("::: map\tactor=nord\n", "1:9: error: option inconnue « actor » ; vouliez-vous dire « ac"),
        ("::: map actors=nrod\n", "1:9: error: « nrod » n'est pas une valeur de « actors » ; v"),
        ("::: map actors=\n", "1:9: error: « actors » attend une valeur : actors=…"),
        ("::: map doubt=\n", "1:9: error: « doubt » attend une valeur : doubt=… ; valeurs possib"),
        (
            "::: map from=2020,2021\n",
            "1:9: error: « from » n'a qu'une valeur, trouvé « 2020, 2021 »",
        ),
        ("::: map to=2024 from=2025\n", "1:17: error: « from » vient après « to »"),
        ("::: chronology from=hier\n", "1:16: error: « from » attend une année"),
        ("::: chronology doubt=peut-être\n", "1:16: error: « peut-être » n'est pas une valeur"),
        ("Voir [[nrod]].\n", "1:8: error: fiche inconnue « nrod » ; vouliez-vous dire « nord »"),
        ("---\ntitle: a\n---\n\nVoir [[nord#x]].\n", "5:8: error: déclaration inconnue « nord#x »"),
        ("a\r\n\r\n[x](javascript:alert(1))\r\n", "3:5: error: « javascript:alert(1) »"),
        (
            "![x](https://ailleurs.example/x.png)\n",
            "1:6: error: « https://ailleurs.example/x.png »",
        ),
        ("![x][y]\n\n[y]: //ailleurs.example/x\n", "3:6: error: « //ailleurs.example/x »"),
        ("Un \u202emot.\n", "1:4: error: le caractère U+202E est interdit"),
        ("---\ntitle: a\n---\nUn \ufdd0mot.\n", "4:4: error: le caractère U+FDD0 est interdit"),
        ("Un <b onclick=x>mot</b>.\n", "1:4: warning: « <b » : le HTML se lit tel quel"),
    ],
)
def test_a_fault_of_a_page_is_told_with_its_place(text, expected, check):
    lines = check({"docs/sous/page.md": text})
    assert lines, "nothing was said"
    assert lines[0].startswith(f"docs/sous/page.md:{expected}")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Titre\ndescription: Un mot.\nhide: [toc]\n---\n# Page\n",
        "---\n\nUn trait en tête.\n",
        "template: mal.html\n\nUne ligne qui n'est pas un champ.\n",
        "`<b onclick=x>`, `[[nrod]]`, `[x](javascript:1)`\n\n    <script>\n    [[nrod]]\n",
        "```html\n<script>::: map</script>\n::: cronology\n[x](javascript:1)\n```\n",
        "<https://exemple.org/>, <nous@exemple.org>, 1 < 2, a<b, [x](../autre.md#ici)\n",
        "::: chronology actors=nord kinds=visit from=2023 to=2024 highlight=visite doubt=no\n",
        "",
    ],
)
def test_a_right_page_is_not_complained_of(text, check):
    assert check({"docs/page.md": text}) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("page.html", "un fichier de ce genre n'est pas publié"),
        ("script.js", "un fichier de ce genre"),
        ("dessin.SVG", "un fichier de ce genre"),
        ("style.css", "un fichier de ce genre"),
        ("sans-fin", "un fichier de ce genre"),
        ("assets/javascripts/bundle.png", "cet endroit du site"),
        ("Assets/dossier/images/a.png", "cet endroit du site"),
        ("acteurs/nord.md", "prendrait la place de la fiche « nord »"),
        ("acteurs/nord/index.md", "prendrait la place de la fiche « nord »"),
    ],
)
def test_a_file_that_is_not_published_is_told(path, said, check):
    lines = check({f"docs/{path}": "x\n"})
    assert [line for line in lines if said in line and line.startswith(f"docs/{path}:1:1: error")]


def test_pictures_and_pages_are_published(check):
    assert (
        check({"docs/images/a.png": b"x", "docs/acteurs/index.md": "x", "docs/.nojekyll": ""}) == []
    )


@pytest.mark.parametrize(
    "how", ["[{dossier: {trusted_docs: true}}]", "{dossier: {trusted_docs: yes}}"]
)
def test_what_mkdocs_yml_trusts_is_the_curators_affair(how, check):
    site = f"site_name: Essai\nplugins: {how}\n"
    page = "---\ntemplate: x.html\n---\n<b>x</b> ![x](https://ailleurs.example/x.png) [[nrod]]\n"
    assert check({"docs/page.md": page, "docs/x.js": "x"}, site) == []


def test_a_bomb_of_aliases_is_told_at_once(check):
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    lines = check({"docs/page.md": f"---\na0: &a0 x\n{levels}---\nx\n"})
    assert any("error" in line for line in lines)


def test_too_many_views_are_told_once(check):
    views = "\n\n".join(["::: chronology"] * 20)
    assert check({"docs/a.md": f"# A\n\n{views}\n"}) == []
    [line] = check({"docs/a.md": f"# A\n\n{views}\n\n::: map\n\n::: map\n"})
    assert line == "docs/a.md:43:1: error: trop de vues dans cette page : 20 au plus [limit]"
