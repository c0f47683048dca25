"""The changes between two dossiers, in meaning and in trust."""

import pytest

from mkdocs_dossier.curate.diff import compare_dossiers

KCNA = "kind: media\nname: KCNA\nsummary: S.\ncontrol: state\nbasis: fait notoire\n"
AFP = "kind: media\nname: AFP\nsummary: S.\ncontrol: private\nbasis: fait notoire\n"
CHINE = "kind: state\nname: Chine\nsummary: S.\n"
HASH = "a" * 64


def article(outlet, body="« restera forte » et « un autre mot », dit-il."):
    return (
        f"---\ntitle: Article {outlet}\noutlet: {outlet}\ndate: 2024-03-21\nlanguage: fr\n"
        f"full_text_sha256: {HASH}\nsummary: S.\n---\n{body}\n"
    )


def statement(*sources, text="Elle restera forte.", id="forte", more=""):
    written = "".join(f"      - {each}\n" for each in sources)
    listed = f"    sources:\n{written}" if sources else ""
    return f"  - id: {id}\n    text: {text}\n    speakers: [chine]\n    act: say\n{more}{listed}"


def event(*statements, more="date: 2024-03-21\n"):
    listed = f"statements:\n{''.join(statements)}" if statements else ""
    return f"kind: meeting\nname: Entretien\nsummary: S.\n{more}{listed}"


BASE = {
    "actors/kcna.yml": KCNA,
    "actors/afp.yml": AFP,
    "actors/chine.yml": CHINE,
    "articles/a-kcna.md": article("kcna"),
    "articles/a-afp.md": article("afp"),
}
K, A = "{article: a-kcna, quote: restera forte}", "{article: a-afp, quote: restera forte}"


@pytest.fixture
def compare(load_dossier):
    """A function that compares two dossiers of files, each with those of BASE; None leaves out."""

    def run(before, after):
        sides = []
        for files in (before, after):
            chosen = {name: text for name, text in (BASE | files).items() if text is not None}
            sides.append(load_dossier(chosen))
        return compare_dossiers(*sides)

    return run


def told(differences, *topics):
    return [
        (each.severity, each.topic, each.action)
        for each in differences.changes
        if not topics or each.topic in topics
    ]


@pytest.mark.parametrize(
    ("old", "new", "severity", "action"),
    [
        ((K,), (K, A), "minor", "second"),
        ((K, A), (K,), "major", "down-to-one"),
        ((K,), (), "breaking", "lost-last"),
        ((), (K,), "minor", "first"),
        ((A,), (K,), "major", "state-only"),
    ],
)
def test_origins_of_a_statement(compare, old, new, severity, action):
    found = compare(
        {"events/e.yml": event(statement(*old))}, {"events/e.yml": event(statement(*new))}
    )
    statements = [each for each in found.of("origin") if each.fact]
    assert [(each.severity, each.action) for each in statements] == [(severity, action)]
    assert found.severity == severity


def test_a_verified_quote_that_is_edited_is_breaking(compare):
    verified = (
        f"quotes:\n  - quote: {hash_of('restera forte')}\n    text: {HASH}\n    date: 2024-04-01\n"
    )
    files = {"events/e.yml": event(statement(K)), "verified.yml": verified}
    edited = {**files, "events/e.yml": event(statement(K.replace("restera forte", "forte")))}
    [change] = compare(files, edited).of("quote")
    assert (change.severity, change.action) == ("breaking", "edited")
    assert (change.old, change.new) == ("restera forte", "forte")
    unverified = compare({**files, "verified.yml": None}, {**edited, "verified.yml": None})
    assert told(unverified) == [("minor", "source", "changed")]
    assert told(compare({**files, "verified.yml": None}, files)) == [("minor", "quote", "verified")]


def hash_of(quote):
    from mkdocs_dossier.model.verification import hash_quote

    return hash_quote(quote)


def test_a_record_that_goes_loses_its_address_unless_another_answers_for_it(compare):
    gone = compare({"actors/li.yml": LI}, {})
    assert told(gone) == [("breaking", "address", "lost"), ("major", "record", "removed")]
    assert gone.of("address")[0].old == "acteurs/li/"
    renamed = compare({"actors/li.yml": LI}, {"actors/li-qiang.yml": LI + "former_ids: [li]\n"})
    assert told(renamed) == [("minor", "record", "renamed")]
    assert (renamed.changes[0].old, renamed.changes[0].new) == ("li", "li-qiang")
    other = LI.replace("Li", "Li Qiang")
    merged = compare(
        {"actors/li.yml": LI, "actors/li-qiang.yml": other},
        {"actors/li-qiang.yml": other + "former_ids: [li]\n"},
    )
    assert told(merged) == [("minor", "record", "merged")]


LI = "kind: person\nname: Li\nsummary: S.\n"


def test_references_to_a_renamed_record_are_no_change(compare):
    def files(id, more=""):
        held = f"relations:\n  - {{type: supports, with: {id}, basis: fait notoire}}\n"
        return {f"actors/{id}.yml": LI + more, "actors/chine.yml": CHINE + held}

    assert told(compare(files("li"), files("li-qiang", "former_ids: [li]\n"))) == [
        ("minor", "record", "renamed")
    ]


def test_offices_relations_participants_and_dates_in_words(compare):
    office = "offices:\n  - {title: ministre, start: 2023-03, basis: fait notoire}\n"
    later = office.replace("2023-03", "2023-04")
    change = compare({"actors/li.yml": LI + office}, {"actors/li.yml": LI + later}).changes[0]
    assert (change.severity, change.topic) == ("major", "office")
    assert (change.old, change.new) == ("mars 2023", "avril 2023")
    dated = {"events/e.yml": event(more="date: 2024-03-22\n")}
    change = compare({"events/e.yml": event()}, dated).changes[0]
    assert (change.topic, change.old, change.new) == ("date", "21 mars 2024", "22 mars 2024")
    part = event(more="date: 2024-03-21\nparticipants:\n  - {actor: chine, role: host}\n")
    change = compare({"events/e.yml": part}, {"events/e.yml": event()}).changes[0]
    assert (change.severity, change.topic, change.action) == ("major", "participant", "removed")
    assert change.old.startswith("Chine (")


def test_a_statement_that_moves_to_another_record_is_the_same(compare):
    sides = (
        {"events/e.yml": event(statement(K)), "events/f.yml": event()},
        {"events/e.yml": event(), "events/f.yml": event(statement(K))},
    )
    found = compare(*sides)
    assert ("minor", "statement", "moved") in told(found, "statement")
    assert ("breaking", "address", "lost") in told(found)


def test_order_of_files_and_lists_and_layout_say_nothing(compare):
    one = LI + "tags: [a, b]\naliases: [X, Y]\n"
    other = "# remarque\naliases: [Y, X]\n" + LI + "tags:\n  - b\n  - a\n"
    assert compare({"actors/li.yml": one}, {"actors/li.yml": other}).changes == ()


def test_paragraphs_of_an_article_are_compared_one_by_one(compare):
    found = compare(
        {"articles/x.md": article("afp", "Un.\n\nDeux.\n\nTrois.")},
        {"articles/x.md": article("afp", "Un.\n\n2.\n\nTrois.")},
    )
    assert [(each.old, each.new) for each in found.of("text")] == [("Deux.", "2.")]


def test_a_file_that_cannot_be_read_is_named_and_not_taken_for_gone(load_dossier, write_dossier):
    from mkdocs_dossier.source import load

    before = load_dossier(BASE | {"actors/li.yml": LI})
    after = load(write_dossier(BASE | {"actors/li.yml": "kind: [\n"})).dossier
    found = compare_dossiers(before, after)
    assert (found.changes, found.unread) == ((), ("actors/li.yml",))


def test_a_dossier_is_no_different_from_itself(compare):
    files = {"events/e.yml": event(statement(K, A))}
    assert compare(files, files).changes == ()
