"""Names of files that can be no ids, and ids that only look like it."""

import pytest

TOPIC = "kind: concept\nname: A\nsummary: Une notion.\n"


@pytest.mark.parametrize(
    "name",
    ["index", "con", "nul", "aux", "prn", "com1", "lpt9", "outlet", "a" * 81, f"{'a-' * 100}b"],
)
def test_ids_that_stand_for_something_else_or_are_too_long(dossier, check, name):
    (dossier / f"topics/{name}.yml").write_text(TOPIC)
    [line], code = check()
    assert line.startswith(f"dossier/topics/{name}.yml:1:1: error: ")
    assert line.endswith("[invalid-id]")
    assert code == 1


def test_ids_that_only_look_reserved(dossier, check):
    for number, name in enumerate(("indexation", "con-man", "com10", "a" * 80)):
        (dossier / f"topics/{name}.yml").write_text(TOPIC.replace("A", f"A{number}"))
    assert check() == ([], 0)


def test_former_id_that_can_be_no_address(dossier, check):
    (dossier / "topics/a.yml").write_text(f"{TOPIC}former_ids: [index, nul, {'a' * 81}]\n")
    lines, _ = check()
    assert [line.rpartition(" ")[2] for line in lines] == ["[former-id]"] * 3
