"""What all structured values share: strict keys, text as text, one way to walk through them."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

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


class Value(BaseModel):
    """A mapping of the data format. Unknown keys are errors; values never change once loaded."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)

    def walk(self) -> list[tuple[Path, Any]]:
        """Every value inside, depth first, with its path in the file's own keys."""
        found: list[tuple[Path, Any]] = []
        _walk(self, (), found)
        return found


@cache
def keys(model: type[Value]) -> dict[str, str]:
    """The names of a model's fields by the keys that files use for them."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _walk(value: Any, path: Path, found: list[tuple[Path, Any]]) -> None:
    items: Any
    if isinstance(value, Value):
        items = ((key, getattr(value, name)) for key, name in keys(type(value)).items())
    elif isinstance(value, list):
        items = enumerate(value)
    elif isinstance(value, dict):
        items = value.items()
    else:
        return
    for key, item in items:
        if item is not None and item != []:
            inner = (*path, key)
            found.append((inner, item))
            _walk(item, inner, found)


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
