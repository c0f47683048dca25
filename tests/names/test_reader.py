"""A dossier's texts are read as their files hold them."""

import json
import subprocess
import sys
import unicodedata

import pytest

RECORDS = {
    "actors/chine.yml": "kind: state\nname: Chine\nsummary: Un État.\n",
    "actors/coree-du-nord.yml": "kind: state\nname: Corée du Nord\nsummary: Un État.\n",
    "actors/kim.yml": "kind: person\nname: Kim Jong-un\nsummary: Dirigeant.\n",
    "places/pekin.yml": "kind: city\nname: Pékin\ngovernment_of: chine\nsummary: Une ville.\n",
}
HEADER = "---\ntitle: T\noutlet: null\ndate: 2024\nlanguage: fr\nsummary: S.\n{extra}---\n"


@pytest.fixture
def make_dossier(write_dossier):
    def make(body: str, extra: str = "", newline: str = "\n", form: str = "NFC"):
        files = {**RECORDS, "articles/visite.md": HEADER.format(extra=extra) + body}
        return write_dossier(
            {
                name: unicodedata.normalize(form, text).replace("\n", newline)
                for name, text in files.items()
            }
        )

    return make


def run(*arguments):
    command = [sys.executable, "-m", "mkdocs_dossier", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def list_mentions(folder, *arguments):
    done = run("mentions", "--dossier", folder, "--format", "jsonl", *arguments)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_count_in_the_file_as_it_is(make_dossier, newline, form):
    body = "\n  La Corée du\nNord, puis « Kim\u00a0Jong Un ».\n\nKim est à Pékin.\n"
    folder = make_dossier(body, newline=newline, form=form)
    text = (folder / "articles/visite.md").read_bytes().decode()
    body = text.split("---" + newline, 2)[2]
    found = list_mentions(folder)
    assert [each["record"] for each in found] == ["coree-du-nord", "kim", "kim", "pekin"]
    for each in found:
        assert body[each["start"] : each["end"]] == each["surface"]
    assert unicodedata.normalize("NFC", found[0]["surface"]).split() == ["Corée", "du", "Nord"]


def test_keys_and_ways(make_dossier):
    body = "[[kim|Le dirigeant]] voit la Chine. Kim écrit à [[pekin]], et Pékin répond."
    found = list_mentions(make_dossier(body))
    assert list(found[0]) == ["article", "start", "end", "surface", "record", "how"]
    assert [(each["surface"], each["record"], each["how"]) for each in found] == [
        ("Le dirigeant", "kim", "explicit"),
        ("Chine", "chine", "name"),
        ("Kim", "kim", "short"),
        ("pekin", "pekin", "explicit"),
        ("Pékin", "chine", "metonym"),
    ]


def test_the_curator_has_the_last_word(make_dossier):
    extra = "mentions:\n  ignore: [la Chine populaire, kim]\n  as:\n    - text: à Pékin\n"
    extra += "      link: {Pékin: chine}\n"
    body = "Kim Jong-un et la Chine populaire, la Chine, à Pékin, vers Pékin."
    found = list_mentions(make_dossier(body, extra))
    assert [(each["surface"], each["record"], each["how"]) for each in found] == [
        ("Chine", "chine", "name"),
        ("Pékin", "chine", "explicit"),
        ("Pékin", "pekin", "name"),
    ]


def test_errors_of_check_change_nothing(make_dossier):
    folder = make_dossier("La Chine.", extra="nonsense: true\n")
    (folder / "actors/x.yml").write_text("kind: [", encoding="utf-8")
    assert [each["surface"] for each in list_mentions(folder)] == ["Chine"]


def test_an_unknown_article_is_named_with_the_nearest(make_dossier):
    done = run("mentions", "visit", "--dossier", make_dossier("La Chine."))
    assert done.returncode == 2
    assert "« visit »" in done.stderr
    assert "« visite »" in done.stderr
    assert "Traceback" not in done.stderr


def test_full_texts_are_found_by_their_hash(make_dossier, tmp_path_factory):
    import hashlib

    full = "La Corée du Nord.\r\n\r\nLire aussi | La Chine\r\n"
    digest = hashlib.sha256(full.encode()).hexdigest()
    folder = make_dossier("La Chine.", extra=f"full_text_sha256: {digest}\n")
    texts = tmp_path_factory.mktemp("texts")
    (texts / "anything").write_bytes(full.encode())
    found = list_mentions(folder, "--full-text", texts)
    assert [(each["start"], each["surface"]) for each in found] == [(3, "Corée du Nord")]
