"""Digests of plain values: another value is another digest, and nothing but data has one."""

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

import pytest

from mkdocs_dossier.model.reads import Table
from mkdocs_dossier.model.records import AliasValue, Topic
from mkdocs_dossier.source.digest import Digests


class Pair(NamedTuple):
    one: object
    other: object


@dataclass(frozen=True)
class Hidden:
    _name: str


def make_topic(**given):
    topic = Topic(kind="treaty", name="T", **{"summary": "S.", **given})
    topic._id = "t"
    return topic


VALUES = [
    *([], None, "", "a", 1, 1.5, True, date(2024, 3, 1)),
    *(["a"], ["a", "b"], ["ab"], [["a"], "b"], {"a": "b"}, {"a": "c"}),
    *({("a", "b"): 1}, {("a", "c"): 1}, {("a",): "\ud800"}, {("a",): "\ud801"}, 2**70, 2**71),
    *({1: "a"}, {None: "a"}, frozenset({"a"}), frozenset({"a", "b"}), str, int),
    *(Pair("a", "b"), Pair("a", Pair("b", "c")), Hidden("a"), Hidden("b"), [Hidden("a")]),
    *(AliasValue(name="A"), AliasValue(name="B"), make_topic(), make_topic(aliases=["U"])),
]


def test_each_value_has_a_digest_of_its_own():
    for one, other in combinations(VALUES, 2):
        assert Digests().of(one) != Digests().of(other), (one, other)


def test_equal_values_have_one_digest():
    digests = Digests()
    assert digests.of(frozenset("abc")) == digests.of(frozenset("cba"))
    assert digests.of(make_topic()) == Digests().of(make_topic())
    assert digests.of(Table("t", {"a": ("b",)})) == digests.of({"a": ["b"]})


def test_what_stands_apart_is_not_in_the_digest_of_its_record():
    assert Digests().of(make_topic()) == Digests().of(make_topic(summary="Another."))


@pytest.mark.parametrize("value", [object(), [object()], {"a": lambda: None}, {("a",): object()}])
def test_what_is_no_data_has_none(value):
    with pytest.raises(TypeError):
        Digests().of(value)
