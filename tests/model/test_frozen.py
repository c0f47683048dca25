"""Frozen values: made quickly, and otherwise what the standard library makes."""

from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace

import orjson
import pytest

from mkdocs_dossier.model.frozen import frozen


@frozen
class Held:
    held: str
    words: tuple[str, ...] = ("none",)


@dataclass(frozen=True)
class Plain:
    held: str
    words: tuple[str, ...] = ("none",)


def test_it_says_what_a_plain_one_says():
    made, plain = Held("a", words=("b",)), Plain("a", words=("b",))
    assert asdict(made) == asdict(plain)
    assert asdict(Held("a")) == asdict(Plain("a"))
    assert orjson.dumps(made) == orjson.dumps(plain)
    assert repr(made) == repr(plain).replace("Plain", "Held")


def test_equal_fields_are_equal_values():
    assert Held("a") == Held("a", ("none",))
    assert hash(Held("a")) == hash(Held("a"))
    assert Held("a") != replace(Held("a"), held="b")


def test_nothing_changes_it():
    with pytest.raises(FrozenInstanceError):
        Held("a").held = "b"
    with pytest.raises(FrozenInstanceError):
        del Held("a").held


@pytest.mark.parametrize("given", [(), ("a", (), "b")])
def test_fields_are_neither_left_out_nor_added(given):
    with pytest.raises(TypeError, match="__init__"):
        Held(*given)


def test_what_it_cannot_make_is_refused():
    with pytest.raises(TypeError, match="Anew"):

        @frozen
        class Anew:
            words: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="Further"):

        @frozen
        class Further:
            words: str

            def __post_init__(self) -> None: ...
