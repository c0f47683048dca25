"""The style sheets: in a layer above the theme's, and free of the theme's names but in one file."""

import re

import pytest

THEME = "theme.css"


@pytest.fixture(scope="module")
def sheets(root):
    folder = root / "plugins/mkdocs_dossier/pages/assets"
    return {each.name: each.read_text("utf-8") for each in sorted(folder.glob("*.css"))}


def test_all_is_in_our_layer(sheets):
    assert len(sheets) > 7
    for name, sheet in sheets.items():
        rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL).strip()
        assert rules.startswith("@layer dossier {"), name
        depth, ends = 0, []
        for place, char in enumerate(re.sub(r'"[^"]*"', lambda text: "_" * len(text[0]), rules)):
            depth += {"{": 1, "}": -1}.get(char, 0)
            if char == "}" and depth == 0:
                ends.append(place)
        assert ends == [len(rules) - 1], f"{name}: something stands outside of the layer"


def test_the_theme_is_named_in_one_sheet(sheets):
    named = {name for name, sheet in sheets.items() if re.search(r"(\.|--|data-)md-", sheet)}
    assert named == {THEME}


def test_the_theme_s_sheets_are_in_the_layer_below(site_dir):
    page = (site_dir / "acteurs/index.html").read_text("utf-8")
    [style] = re.findall(r"<style>(@layer[^<]*)</style>", page)
    assert style.startswith("@layer theme, dossier;")
    imported = re.findall(r'@import url\("\.\./([^"]*)"\) layer\(theme\);', style)
    assert [each.split("/")[-1].partition(".")[0] for each in imported] == ["main", "palette"]
    assert all((site_dir / each).is_file() for each in imported)
    linked = re.findall(r'<link rel="stylesheet" href="([^"]*)"', page)
    assert all("assets/dossier/" in each for each in linked)
