"""Renaming and merging in every layout that YAML allows: the bytes around stay as they are."""

import itertools
import re

import pytest
import yaml
from cli_projects import read_all, write_project
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.curate.answers import Language
from mkdocs_dossier.curate.fix import fix_file
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.source import load
from mkdocs_dossier.source.tree import read_tree
from mkdocs_dossier.source.vocabulary import build

P = "kind: person\nname: {}\nsummary: S.\n"
RENAMED = {
    "comment-beside": P + "country: chine # chine est un État\n",
    "quotes": P + "'country' : 'chine'\ntags: [\"chine\"]\n",
    "double-quotes": P + '"country": "chine"\n',
    "folded": P + "country: >-\n  chine\n",
    "literal": P + "country: |-\n  chine\n",
    "next-line": P + "country: # où\n  # plus\n  chine\n",
    "tag": P + "country: !!str chine\n",
    "flow": "{{kind: person, name: {}, summary: S., country: chine}}\n",
    "flow-lines": "{{kind: person,\n name: {},\n summary: S.,\n country: chine, # ici\n}}\n",
    "json": '{{"kind":"person","name":"{}","summary":"S.","country":"chine"}}\n',
    "list": P + "relations:\n- {{type: citizen-of, with: 'chine', basis: n}}   # [[chine]]\n",
    "dash-alone": P + "relations:\n  -\n    type: citizen-of\n    with: chine\n    basis: n\n",
    "explicit": P + "? country\n: chine\n",
    "prose": P + "description: >-\n  Vers [[chine]] et\n  [[chine|la\n  Chine]].\n",
    "escapes": P + 'description: "Vers \\\n  [[chine]] \\"dit\\" [[ chine |x]]"\n',
    "apostrophes": P + "description: 'L''ami de [[chine]]'\n",
    "code": P + "description: |\n  - [[chine]]\n  - `[[chine]]` code\n",
    "wrapped": P + "description: Vers la\n  frontière de [[chine]]\n  au nord.\n",
    "alias": P + "country: &c chine\nrelations:\n  - {{type: citizen-of, with: *c, basis: n}}\n",
    "document": "%YAML 1.1\n---\n" + P + "country: chine\n...\n",
    "last-line": P + "country: chine",
    "disputes": P + "country: chine\ndisputes:\n  - about: country\n    versions:\n"
    "      - {{value: chine, text: a}}\n      - {{value: russie, text: b}}\n    decision: D.\n",
    "crlf": (P + "country: chine\ndescription: >-\n  Vers [[chine]]\n").replace("\n", "\r\n"),
    "cr": (P + "country: chine\n").replace("\n", "\r"),
    "mixed": "kind: person\r\nname: {}\nsummary: S.\r\ncountry: chine\r\n",
    "bom": "\ufeff" + P + "country: chine\n",
    "signs": P + "aliases: ['{} 🙂 𝔘']\ndescription: a\u0085b [[chine]]\ncountry: chine\n",
}
STATES = {
    "dossier/actors/chine.yml": P.replace("person", "state").format("Chine"),
    "dossier/actors/russie.yml": P.replace("person", "state").format("Russie"),
    "docs/p.md": "# P\n\n[[chine]] `[[chine]]` [chine](p.md)\n\n"
    "::: chronology actors=chine,russie\n",
}
KEPT = "`[[chine]]`", "# chine est", '["chine"]', "# [[chine]]"


def test_renaming_touches_nothing_but_the_id(tmp_path):
    records = {
        f"dossier/actors/p-{name}.yml": text.format(f"Personne {name}", f"Autre {name}")
        for name, text in RENAMED.items()
    }
    folder = write_project(tmp_path, {**STATES, **records})
    before = read_all(tmp_path)
    done = CliRunner().invoke(main, ["rename", "chine", "pays-x", "--dossier", str(folder)])
    assert done.exit_code == 0, done.output
    after = read_all(tmp_path)
    for name in (*records, "docs/p.md"):
        text = after[name].decode()
        assert "pays-x" in text, name
        assert text.replace("pays-x", "chine") == before[name].decode(), name
        for kept in KEPT:
            assert text.count(kept) == before[name].decode().count(kept), name
    assert CliRunner().invoke(main, ["check", "--dossier", str(folder)]).exit_code == 0


FIRST = {
    "block": "kind: person\nname: Un\nsummary: S1.\naliases:\n  # nom\n  - U1   # ici\n"
    "  - {name: 王, language: zh}\noffices:\n  - title: t1\n    basis: n\n# fin\n",
    "flow": "{kind: person, name: Un, summary: S1., aliases: [U1, 'U 2'], "
    "offices: [{title: t1, basis: n}]}\n",
    "dashes": "kind: person\nname: Un\nsummary: S1.\noffices:\n"
    "- title: t1\n  basis: |\n    n\n    m\n",
    "quoted": '"kind": person\n\'name\': Un\n"summary": >-\n  S1.\n"aliases": [U1]\n'
    "'description': |\n  Long\n    en retrait\n  [[un]]\n",
    "anchors": "kind: person\nname: Un\nsummary: S1.\noffices:\n  - title: t1\n    basis: &b su\n"
    "  - title: t2\n    basis: *b\n",
    "explicit": "? kind\n: person\n? name\n: Un\n? summary\n: S1.\n? aliases\n: - U1\n",
    "crlf": "kind: person\r\nname: Un\r\nsummary: S1.\r\naliases:\r\n  - U1",
}
SECOND = {
    "block": "kind: person\nname: Deux\nsummary: S2. # gardé\n# alias\naliases:\n  - D1 # d\n"
    "offices:\n  - title: t2\n    basis: n\n# fin\n",
    "flow": "{kind: person, name: Deux, summary: S2., aliases: [D1], # gardé\n}\n",
    "empty": "kind: person\nname: Deux\nsummary: S2.\naliases: [D1, ] # x\noffices: [] # y\n"
    "former_ids: []\n",
    "lines": "kind: person\nname: Deux\nsummary: S2.\naliases: [\n  D1, # un\n  D2\n]\n",
    "short": "kind: person\nname: Deux\nsummary: S2.",
    "document": "---\nkind: person\nname: Deux\nsummary: S2.\n...\n",
    "explicit": "? kind\n: person\n? name\n: Deux\n? summary\n: S2.\n? aliases\n: - D1\n",
    "blank": "kind: person\nname: Deux\nsummary: S2.\ndescription: |+\n  fin\n\n\n",
    "anchors": "kind: person\nname: Deux\nsummary: S2.\noffices:\n  - title: t3\n    basis: &b su\n"
    "  - title: t4\n    basis: *b\n",
}
# An item behind an alias that ends the list cannot be placed.
UNFOLLOWED = {
    (first, "anchors") for first in FIRST if first in ("block", "flow", "dashes", "anchors")
}


@pytest.mark.parametrize(("first", "second"), list(itertools.product(FIRST, SECOND)))
def test_merging_keeps_what_stands_there(first, second, tmp_path):
    others = {
        "dossier/actors/obs.yml": "kind: person\nname: Obs\nsummary: S.\nstatements:\n"
        "  - {id: a, text: T., basis: n, about: [un, deux]}\n  - id: b\n    text: T.\n"
        "    basis: n\n    about:\n      # premier\n      - un   # un\n      - 'deux' # deux\n",
        "dossier/actors/un.yml": FIRST[first],
        "dossier/actors/deux.yml": SECOND[second],
    }
    folder = write_project(tmp_path, others)
    files, before = read_all(tmp_path), load(folder).dossier
    done = CliRunner().invoke(main, ["merge", "un", "deux", "--dossier", str(folder)])
    if (first, second) in UNFOLLOWED and done.exit_code:
        assert read_all(tmp_path) == files
        assert "actors/un.yml" in done.stderr
        return
    assert done.exit_code == 0, done.output
    text = (folder / "actors/deux.yml").read_bytes().decode()
    left = iter(text)
    assert all(
        sign in left for sign in SECOND[second].rstrip("\n.").replace(" ", "") if sign != " "
    )
    after = load(folder)
    assert [each for each in after.problems if each.level == "error"] == []
    names = {alias.name for alias in after.dossier.actors["deux"].aliases}
    assert {"Un", *(alias.name for alias in before.actors["un"].aliases)} <= names
    titles = [office.title for office in after.dossier.actors["deux"].offices]
    assert sorted(titles) == sorted(
        office.title for id in ("un", "deux") for office in before.actors[id].offices
    )
    assert after.dossier.actors["deux"].former_ids == ["un"]
    assert yaml.safe_load(text.replace("\ufeff", ""))["summary"].strip() == "S2."


SPOKEN = Language(build(), "fr")
LAYOUTS = {name: text.format("Nom", "Autre") for name, text in RENAMED.items()}


@pytest.mark.parametrize("text", [*LAYOUTS.values(), *FIRST.values(), *SECOND.values()])
def test_mending_keeps_data_and_comments_and_has_nothing_more_to_do(text):
    text = text.removeprefix("\ufeff")
    mended = fix_file(text, Actor, SPOKEN)
    assert read_tree(mended).data == read_tree(text).data
    comments = r"#[^\r\n]*"
    assert sorted(re.findall(comments, mended)) == sorted(re.findall(comments, text))
    assert fix_file(mended, Actor, SPOKEN) == mended
