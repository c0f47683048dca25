"""A curator's own citation style is judged as untrusted input, and followed."""

import pytest

from mkdocs_dossier.model import limits
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.citing import to_text

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
STYLE = (
    f"{HEAD}<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>"
    '<macro name="name"><text variable="title" prefix="** " suffix=" **"/></macro>'
    '<citation><layout><text macro="name"/></layout></citation>'
    '<bibliography><layout><text macro="name"/></layout></bibliography></style>'
)
ITEM = {"id": "a", "type": "webpage", "title": "Veto", "container-title": "Site"}


def bibliography(inside, macros=""):
    return f"{HEAD}{macros}<bibliography><layout>{inside}</layout></bibliography></style>"


def nested(levels, calls):
    """Macros each of which calls the next so many times."""
    parts = [
        f'<macro name="m{at}">{f"<text macro=%sm{at + 1}%s/>" % (chr(34), chr(34)) * calls}</macro>'
        for at in range(levels)
    ]
    return bibliography(
        '<text macro="m0"/>', "".join(parts) + f'<macro name="m{levels}"><text value="x"/></macro>'
    )


def judge(write_dossier, text):
    loaded = load(write_dossier({"style.csl": text}))
    faults = [each for each in check(loaded) if each.path.endswith("style.csl")]
    return loaded.dossier.citation_style, faults


def test_an_own_style_is_followed(write_dossier):
    style, problems = judge(write_dossier, STYLE)
    assert problems == []
    assert to_text(ITEM, "en", style) == "** Veto **"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<style", 1),
        ("\n<a>\n</b>", 3),
        ('<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + STYLE, 1),
        ("<html/>", 1),
        (f"{HEAD}<info/></style>", 1),
        (bibliography('<text macro="a"/>', '<macro name="a"><text macro="a"/></macro>'), 1),
        (bibliography('<text macro="none"/>'), 1),
        (nested(9, 10), 1),
        (bibliography("<group>" * 100 + "</group>" * 100), 1),
        ("<a>" * 100_000, 1),
        (" " * (limits.STYLE_BYTES + 1), 1),
    ],
)
def test_what_is_no_style_is_refused(write_dossier, text, line):
    style, problems = judge(write_dossier, text)
    assert style == ""
    assert [each.line for each in problems] == [line]


def test_where_an_own_style_fails_that_of_the_language_stands():
    broken = bibliography('<names variable="author"><name et-al-min="x"/></names><number/>')
    assert "Veto" in to_text(ITEM, "en", broken)
