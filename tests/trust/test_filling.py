"""A reference that is filled in is the one that its style writes."""

from functools import partial
from io import BytesIO

import pytest
from citeproc import CitationStylesStyle
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.trust.citing.filling import Filling
from mkdocs_dossier.trust.citing.formats import _write

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2024-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix=".">
<names variable="author" suffix=", "><name/></names>
<text variable="title" {title} suffix=". "/>
<date variable="issued" suffix=", "><date-part name="year"/></date>
<text variable="container-title" {title} prefix="in " suffix=", "/>
<text variable="note" prefix="(" suffix="), "/>
<text variable="URL" {url}/>
<text variable="archive_location" {url}/></layout></bibliography></style>"""
CASES = [
    ("", ""),
    ('quotes="true"', ""),
    ('text-case="title"', ""),
    ('text-case="capitalize-first"', 'prefix="&lt;" suffix="&gt;"'),
    ('text-case="uppercase"', 'suffix="."'),
    ('text-case="lowercase"', ""),
    ('strip-periods="true"', ""),
    ('text-case="sentence" quotes="true"', ""),
]
LETTERS = st.text(st.sampled_from("abÉéQz中7  -'’(),.:?«»“"), min_size=1, max_size=14)
WORDS = st.sampled_from(["Aa", "b", "É", "7", "Qz", "中", "de", "the"])
BETWEEN = st.sampled_from(
    [" ", "-", "’", ", ", ". ", " : ", " ; ", " – ", " — ", " (", ") ", " « ", " », ", "” ", " “"]
)
PLAIN = st.lists(st.tuples(WORDS, BETWEEN), min_size=1, max_size=6).map(
    lambda pairs: "".join(f"{word}{between}" for word, between in pairs) + "z"
)
TITLES = (LETTERS | PLAIN).map(str.strip).filter(bool)


def make(title, url):
    text = STYLE.format(title=title, url=url).encode()
    return partial(_write, CitationStylesStyle(BytesIO(text), validate=False))


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(case).strip() or "plain")
@given(
    titles=st.lists(TITLES, min_size=2, max_size=5),
    further=st.lists(TITLES, min_size=2, max_size=2),
    address=st.sampled_from(
        ["", "https://x.example/a-b/", "https://x.example/a?b=(c)", "https://x.example/a/#b-1"]
    ),
    copy=st.sampled_from(
        ["", "https://w.example/web/2024/https://x.example/a", "https://w.example/?a=(b)", "x."]
    ),
)
def test_it_reads_as_the_style_writes_it(case, titles, further, address, copy):
    write = make(*case)
    filling = Filling(write)
    for title in titles:
        item = {"id": "i", "type": "webpage", "title": title}
        item |= {"author": [{"literal": "A. B."}], "issued": {"date-parts": [[2024]]}}
        item |= {"URL": address} if address else {}
        item |= {"archive_location": copy} if copy else {}
        item |= dict(zip(("container-title", "note"), further, strict=True))
        assert filling.write(item) == write(item)


@pytest.mark.parametrize(
    "word", ["a ", "a (a) ", "a, ", "a-", "a'", "a ; ", "a » : « ", "« a » ", "a. "]
)
def test_a_long_title_is_judged_at_once(word):
    item = {"id": "i", "type": "webpage", "title": f"{500 * word}!"}
    assert Filling(lambda given: given["title"]).write(item) == item["title"]


def test_many_titles_are_written_once():
    asked = []
    write = make("", "")
    filling = Filling(lambda item: asked.append(item) or write(item))
    for number in range(50):
        filling.write({"id": f"i{number}", "type": "webpage", "title": f"Wang Huning {number}"})
    assert len(asked) == 1
