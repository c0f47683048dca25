"""What all structured values share: strict keys, text as text, one way to walk through them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NoReturn, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import PydanticCustomError, core_schema

from mkdocs_dossier.model import limits

Path = tuple[str | int, ...]


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("text_type", "not a text")
    return value.strip()


Text = Annotated[str, StringConstraints(min_length=1), BeforeValidator(_text)]
"""Words; how long they may be at most is judged where the file is read (limits.TEXT)."""


_BLANK = "\u115f\u1160\u3164\uffa0"  # letters of Korean that show nothing


def _name(value: Any) -> Any:
    text = _text(value)
    if text[:1].isalpha() and text[0] not in _BLANK:  # nearly all
        return text
    if text and not any(each.isalnum() and each not in _BLANK for each in text):
        raise PydanticCustomError("no_word", "nothing to be read")
    return text


Name = Annotated[
    str, StringConstraints(min_length=1, max_length=limits.NAME), BeforeValidator(_name)
]
Title = Annotated[
    str, StringConstraints(min_length=1, max_length=limits.TITLE), BeforeValidator(_name)
]
Tag = Annotated[str, StringConstraints(min_length=1, max_length=limits.TAG), BeforeValidator(_name)]
Quote = Annotated[
    str, StringConstraints(min_length=1, max_length=limits.QUOTE), BeforeValidator(_name)
]
Address = Annotated[
    str, StringConstraints(min_length=1, max_length=limits.ADDRESS), BeforeValidator(_text)
]


def bracket(title: str, ours: bool) -> str:
    """A title as shown and cited: in brackets where it is the dossier's own."""
    return f"[{title}]" if ours else title


class _Nothing(list[Any]):
    """The list of all fields that hold nothing: pydantic would copy one that has no hash for each
    value, which takes a tenth of the time and a place in memory for every field of every value.
    """

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return 0

    def _refuse(self, *_: Any) -> NoReturn:
        raise TypeError("a value never changes")

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        return core_schema.list_schema()  # so that JSON Schema shows it

    append = extend = insert = __setitem__ = __iadd__ = _refuse


_NOTHING = _Nothing()


class Value(BaseModel):
    """A mapping of the data format. Unknown keys are errors; values never change once loaded."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)

    def __init_subclass__(cls, **given: Any) -> None:
        super().__init_subclass__(**given)
        for name, default in list(vars(cls).items()):  # before pydantic reads them
            if isinstance(default, list) and not default:
                setattr(cls, name, _NOTHING)

    def walk(self) -> list[tuple[Path, Any]]:
        """Every value inside, depth first, with its path in the file's own keys."""
        return self.find(object)

    def find(self, *types: type) -> list[tuple[Path, Any]]:
        """Of the values inside those of one of the types, depth first, with their paths.

        Looks only where one may stand: the cost is that of what is there, not of the whole file.
        """
        found: list[tuple[Path, Any]] = []
        _walk(self, (), _seek(types), found)
        return found


_INSIDE = (Value, list, dict)


@cache
def keys(model: type[Value]) -> dict[str, str]:
    """The names of a model's fields by the keys that files use for them."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


@cache
def _keys_to(model: type[Value], types: tuple[type, ...]) -> tuple[tuple[str, str], ...]:
    """The keys and names of a model's fields that may hold, or lead to, one of the types."""
    fields = model.model_fields
    return tuple(
        (key, name)
        for key, name in keys(model).items()
        if _leads_to(fields[name].annotation, types, frozenset())
    )


def _leads_to(annotation: Any, types: tuple[type, ...], seen: frozenset[Any]) -> bool:
    if inner := get_args(annotation):
        return any(_leads_to(each, types, seen) for each in inner)
    if not isinstance(annotation, type) or annotation in seen:
        return annotation is Any or isinstance(annotation, types)  # a word of a Literal
    if issubclass(annotation, types):
        return True
    return issubclass(annotation, Value) and any(
        _leads_to(field.annotation, types, seen | {annotation})
        for field in annotation.model_fields.values()
    )


class _Sought(dict[type, tuple[bool, bool]]):
    """What is looked for: of each class whether it is among that, and whether it may hold some.

    `isinstance` takes ten times as long for what may be a Value, and there are many values.
    """

    def __init__(self, types: tuple[type, ...]) -> None:
        self.types = types

    def __missing__(self, kind: type) -> tuple[bool, bool]:
        found = self[kind] = issubclass(kind, self.types), issubclass(kind, _INSIDE)
        return found


@cache
def _seek(types: tuple[type, ...]) -> _Sought:
    return _Sought(types)


def _walk(value: Any, path: Path, sought: _Sought, found: list[tuple[Path, Any]]) -> None:
    items: Iterable[tuple[str | int, Any]]
    if isinstance(value, list):
        items = enumerate(value)
    elif isinstance(value, dict):
        items = value.items()
    else:
        model: type[Value] = type(value)
        fields = _keys_to(model, sought.types)
        items = [(key, getattr(value, name)) for key, name in fields]
    for key, item in items:
        if item is None or (isinstance(item, list) and not item):
            continue
        is_one, may_hold = sought[type(item)]
        inner = (*path, key)
        if is_one:
            found.append((inner, item))
        if may_hold:
            _walk(item, inner, sought, found)


@dataclass(frozen=True)
class TextFor:
    """Lets a bare text stand for a mapping with one key (`chine` for `{actor: chine}`)."""

    key: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def wrap(value: Any) -> Any:
            return {self.key: value} if isinstance(value, str) else value

        return core_schema.no_info_before_validator_function(wrap, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}
