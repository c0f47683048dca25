"""A dossier in a language that the program has no words in checks, builds and links."""

import lxml.html
import pytest

from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load

MKDOCS = """\
site_name: 例
theme: material
plugins: [dossier, dossier-links, dossier-search, dossier-export]
"""
EVENT = """\
kind: meeting
name: 会談
summary: 東京で会った。
date: 2024-03-21
participants:
  - {name: 記者, role: guest}
"""


@pytest.mark.parametrize(
    ("language", "shown", "said"), [("ja", "ja", "2024年3月21日"), ("xx", "en", "21 March 2024")]
)
def test_a_dossier_in_any_language(project, build, language, shown, said):
    (project / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    dossier = project / "dossier"
    (dossier / "dossier.yml").write_text(f"title: 例\nlanguage: {language}\n", encoding="utf-8")
    (dossier / "places").mkdir()
    (dossier / "places/tokyo.yml").write_text(
        "kind: city\nname: 東京\nsummary: 首都。\n", encoding="utf-8"
    )
    (dossier / "events").mkdir()
    (dossier / "events/kaidan.yml").write_text(EVENT, encoding="utf-8")
    levels = {problem.level for problem in check(load(dossier)) if problem.rule == "language"}
    assert levels == {"info"}
    done = build("--strict")
    assert done.returncode == 0, done.stderr
    assert "without `site_url`" in done.stderr
    page = lxml.html.parse(project / "site/events/kaidan/index.html").getroot()
    assert page.get("lang") == shown
    assert said in page.text_content()
    assert page.xpath("//article//a[contains(@href, 'places/tokyo')]/text()") == ["東京"]
