"""What holds for any text."""

import re
import unicodedata
from html.parser import HTMLParser

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.languages import languages
from mkdocs_dossier.languages.name_grammar import name_grammar
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.masking import find_masks
from mkdocs_dossier.names.recogniser import Recogniser
from mkdocs_dossier.names.weaving import MentionLinks, weave

BEARERS = [
    Bearer("chine", "state", "Chine", "actor", ("RPC", "中国")),
    Bearer("coree", "state", "Corée du Nord"),
    Bearer("kim", "person", "Kim Jong-un", "actor", ("김정은",), ("Kim",)),
    Bearer("song", "person", "Kim Song-nam"),
    Bearer("choigou", "person", "Sergueï Choïgou", "actor", ("Шойгу",)),
    Bearer("ivoire", "state", "Côte d'Ivoire"),
    Bearer("pekin", "city", "Pékin", "place", government_of="chine"),
    Bearer("oeuvre", "concept", "Œuvre de paix", "topic"),
    Bearer(
        "marks", "organisation", "Groupe A-", "actor", ("Groupe B !!", "(Groupe C)", "\u200b\u200c")
    ),
]
RECOGNISERS = {
    language: Recogniser(BEARERS, name_grammar(language)) for language in (*languages(), "neutral")
}
RECOGNISER = RECOGNISERS["fr"]
NAMES = [name for each in BEARERS for name in (each.name, *each.aliases, *each.short_names)]
PIECES = st.sampled_from(
    [
        *NAMES,
        *(unicodedata.normalize("NFD", name) for name in NAMES),
        *(name.upper() for name in NAMES),
        *(name.replace(" ", "\u00a0").replace("-", "\u00ad-") for name in NAMES),
        *(name.replace(" ", "\r\n") for name in NAMES),
        *"aé. ,-'’«»()\n\t\r*_`[]<>#!|{}&\\\u00ad\u0301\u200b\ufdd0\U0001f600İ",
        "l'", "M. ", "\n\n", "    ", "# ", "> ", "- ", "](x)", "![", "[[chine]]", "[[kim|Kim]]",
        "https://a.fr/", "**", "```\n", "1. ", "&amp;", "---\n", "(OMS)",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80)


class Page(HTMLParser):
    """The visible text of a page, and its links with what they show."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.links, self.depth, self.nested = "", [], 0, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.depth += 1
            self.nested |= self.depth > 1
            self.links.append(dict(attrs).get("data-record"))

    def handle_endtag(self, tag):
        self.depth -= tag == "a"

    def handle_data(self, data):
        self.text += data


def render(text: str, linked: bool) -> Page:
    mentions = RECOGNISER.recognise(text, find_masks(text)).mentions if linked else []
    links = MentionLinks()
    links.mentions = mentions
    links.resolve = lambda record: f"../{record}/"
    return Page(markdown.Markdown(extensions=[links]).convert(weave(text, mentions)))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(sorted(RECOGNISERS)))
def test_mentions_lie_in_the_text_in_order_without_overlap(text, language):
    last = 0
    for mention in RECOGNISERS[language].recognise(text, find_masks(text)).mentions:
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_what_is_sliced_is_a_form_of_the_record(text):
    known = {plain(name) for name in NAMES} | {plain(name.split()[0]) for name in NAMES}
    known |= {plain(name.split()[-1]) for name in NAMES}
    for mention in RECOGNISER.recognise(text, find_masks(text)).mentions:
        assert plain(text[mention.start : mention.end]).removesuffix("s") in {
            each.removesuffix("s") for each in known
        }


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_linking_changes_no_visible_text_and_nests_no_link(text):
    bare, linked = render(text, False), render(text, True)
    if "\ufdd0" not in text:
        assert linked.text == bare.text
    assert not linked.nested


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_linking_twice_changes_nothing(text):
    mentions = RECOGNISER.recognise(text, find_masks(text)).mentions
    woven = weave(text, mentions)
    if woven != text:
        assert weave(woven, mentions) == woven
    assert RECOGNISER.recognise(text, find_masks(text)).mentions == mentions


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*NAMES, "a", "et", ",", "."]), max_size=12).map(" ".join))
def test_the_form_of_unicode_and_line_ends_do_not_matter(text):
    def read(version):
        found = RECOGNISER.recognise(version).mentions
        return [(plain(version[each.start : each.end]), each.record) for each in found]

    assert read(unicodedata.normalize("NFD", text)) == read(text)
    assert read(text.replace(" ", "\u00a0")) == read(text)


def plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "Oe"))
    parts = "".join(char for char in parts if not unicodedata.combining(char)).casefold()
    return re.sub(r"[\W_]+", "", parts)
