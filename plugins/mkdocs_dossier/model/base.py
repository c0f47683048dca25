"""What all structured values share: strict keys, text as text, one way to walk through them."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Path = tuple[str | int, ...]


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("text_type", "not a text")
    return value.strip()


Text = Annotated[str, StringConstraints(min_length=1), BeforeValidator(_text)]


class Value(BaseModel):
    """A mapping of the data format. Unknown keys are errors; values never change once loaded."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)

    def walk(self, path: Path = ()) -> "Iterator[tuple[Path, Any]]":
        """Every value inside, depth first, with its path in the file's own keys."""
        for name, field in type(self).model_fields.items():
            yield from _walk(getattr(self, name), (*path, field.alias or name))


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if value is None:
        return
    yield path, value
    if isinstance(value, Value):
        yield from value.walk(path)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))


def wrap_text(key: str) -> BeforeValidator:
    """Lets a bare text stand for a mapping with one key (`wang-huning` for `{actor: wang-huning}`)."""

    def wrap(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(wrap)
