"""Where Markdown cannot hold a link, none is made."""

import time

import pytest

from mkdocs_dossier.languages.name_grammar import name_grammar
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.masking import find_masks
from mkdocs_dossier.names.recogniser import Recogniser

RECOGNISER = Recogniser(
    [Bearer("chine", "state", "Chine"), Bearer("xi", "person", "Xi Jinping")], name_grammar("fr")
)


def surfaces(text):
    found = RECOGNISER.recognise(text, find_masks(text))
    return [(each.start, text[each.start : each.end]) for each in found.mentions]


@pytest.mark.parametrize(
    "masked",
    [
        "# La Chine",
        "La Chine\n---",
        "`la Chine`",
        "``la ` Chine``",
        "```\nla Chine\n```",
        "~~~\nla Chine\n~~~",
        "    la Chine en code",
        "[la Chine](x.md)",
        "[la Chine][chine]",
        "![la Chine](x.png)",
        "[chine]: https://exemple.fr 'la Chine'",
        "https://exemple.fr/Chine",
        "<b title='la Chine'>",
        "<!-- la Chine -->",
        "{#Chine}",
        "« de la Chine »{lang=en}",
        "*China, la Chine*{lang=en}",
        "Lire aussi : la Chine",
    ],
)
def test_nothing_is_linked_where_no_link_can_stand(masked):
    text = f"{masked}\n\nOui, la Chine."
    assert surfaces(text) == [(text.rindex("Chine"), "Chine")]


@pytest.mark.parametrize(
    "text",
    ["La Chine #1", "« la Chine »", "*la Chine*", "> la Chine", "- la Chine", "a\n    la Chine"],
)
def test_what_only_looks_like_it_is_linked(text):
    assert [surface for _, surface in surfaces(text)] == ["Chine"]


def test_a_heading_names_for_what_stands_below():
    text = "# Xi Jinping\n\nXi parle."
    assert surfaces(text) == [(text.rindex("Xi"), "Xi")]


@pytest.mark.parametrize(
    "text",
    ["![" * 50_000, "a" * 100_000, "Lire aussi\n" * 5_000, "[a](" * 20_000, "` `` " * 20_000],
    ids=["images", "word", "announcements", "links", "ticks"],
)
def test_a_hostile_text_is_read_in_time(text):
    started = time.process_time()
    find_masks(text)
    assert time.process_time() - started < 5
