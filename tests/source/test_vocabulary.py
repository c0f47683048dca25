"""What a dossier's own vocabulary changes of the shipped one, and what it leaves."""

from mkdocs_dossier.source.vocabulary import VocabularyFile, build

OWN = {
    "kinds": {"event": {"summit": {"fr": "conférence au sommet", "tone": "friend"}}},
    "relation_types": {
        "member-of": {"from": ["person", "company"]},
        "owns": {"fr": {"forward": "a"}},
    },
    "statuses": {"confirmed": {"en": "established"}},
}


def test_an_own_entry_changes_what_it_writes_and_leaves_the_rest():
    shipped, words = build(), build(VocabularyFile.model_validate(OWN))
    summit = words.event_kind("summit")
    before = shipped.event_kind("summit").labels
    assert summit.labels == {**before, "fr": "conférence au sommet"}
    assert (summit.tone, summit.met) == ("friend", True)
    member, before = words.relation_types["member-of"], shipped.relation_types["member-of"]
    assert member.from_kinds == ("person", "company")
    assert (member.forward, member.office, member.tone) == (before.forward, True, "body")
    assert words.statuses["confirmed"].rank == shipped.statuses["confirmed"].rank > 0
    assert words.relation_types["owns"].tone == "other"
    assert build() == shipped, "what is shipped is never changed"


def test_a_kind_is_admitted_where_the_one_it_is_like_is():
    shipped = build()
    own = {"kinds": {"actor": {"company": {"en": "company", "like": "organisation"}}}}
    words = build(VocabularyFile.model_validate(own))
    for id, type_ in words.relation_types.items():
        for now, before in (
            (type_.from_kinds, shipped.relation_types[id].from_kinds),
            (type_.to_kinds, shipped.relation_types[id].to_kinds),
        ):
            assert now == (*before, *["company"] * ("organisation" in before)), id
    assert "company" in words.relation_types["member-of"].from_kinds


def test_types_of_one_tone_follow_each_other_in_dash():
    types = build().relation_types.values()
    friends = [type_.dash for type_ in types if type_.tone == "friend"]
    assert friends[:4] == [0, 1, 2, 3]
