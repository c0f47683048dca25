"""Records that break the rules of YAML or of the format, many at once or beyond all measure."""

import time

TOPIC = "kind: concept\nname: A\nsummary: Une notion.\n"


def test_nesting_aliases_and_size_are_bounded(dossier, check):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
    )
    texts = {
        "bombe": TOPIC + bomb,
        "crochets": TOPIC + "tags: " + "[" * 100_000,
        "mots": TOPIC + "about:\n" + "- un-mot\n" * 90_000,
        "profond": TOPIC + "tags: " + "[" * 60 + "]" * 60 + "\n",
        "soi": TOPIC + "tags: &t [*t]\n",
        "trop": TOPIC + "#" * 1_000_001,
    }
    for name, text in texts.items():
        (dossier / "topics" / f"{name}.yml").write_text(text.replace("A", name))
    start = time.monotonic()
    lines, _ = check()
    assert {line.split(":")[0].split("/")[-1] for line in lines} == {
        f"{name}.yml" for name in texts
    }
    assert time.monotonic() - start < 60


def test_a_dozen_broken_files_are_all_reported_in_one_run(dossier, check):
    broken = {
        "actors/a.yml": ("kind: person\nname: A\nsummary: Il dit : oui.\n", "3:10"),
        "actors/b.yml": ('kind: person\nname: "B\nsummary: Une personne.\n', "2:7"),
        "actors/c.yml": ("kind: persone\nname: C\nsummary: Une personne.\n", "1:7"),
        "actors/d.yml": ("kind: person\nnom: D\nname: D\nsummary: Une personne.\n", "2:1"),
        "actors/e.yml": ("kind: person\nname: E\nname: E\nsummary: Une personne.\n", "3:1"),
        "actors/f.yml": ("kind: person\nname: F\nstart: 1950-02-30\nsummary: X.\n", "3:8"),
        "actors/g.yml": ("kind: person\nname: G\nstart: 1950\nend: 1940\nsummary: X.\n", "4:6"),
        "actors/h.yml": ("kind: person\nname: H\ncountry: nulle-part\nsummary: X.\n", "3:10"),
        "events/i.yml": ("kind: visit\nname: I\ndate: [2024..2025]\nsummary: X.\n", "3:7"),
        "events/j.yml": ("kind: visit\n\tname: J\nsummary: X.\n", "2:1"),
        "topics/k.yml": ("kind: concept\nname: K\nsummary:\n", "3:9"),
        "topics/l.yml": ("kind: concept\nsummary: X.\n", "1:1"),
        "places/m.yml": ("- kind: city\n", "1:1"),
        "articles/n.md": ("title: N\n", "1:1"),
    }
    for name, (text, _) in broken.items():
        (dossier / name).parent.mkdir(exist_ok=True)
        (dossier / name).write_text(text)
    lines, code = check()
    assert [line.split(": error: ")[0] for line in lines] == [
        f"dossier/{name}:{where}" for name, (_, where) in sorted(broken.items())
    ]
    assert code == 1
