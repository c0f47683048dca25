"""Dataclasses that never change, made as quickly as those that may."""

from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def frozen(kind: type[Made]) -> type[Made]:
    """A frozen dataclass whose fields are set where they lie, as the library attrs does it.

    That of the standard library asks `object.__setattr__` to set each, which takes twice as long.
    Where many are kept for long, slots take less memory. Raises TypeError for private fields, for
    a default that is made anew, and for a class that goes on when its fields are set.
    """
    made: Any = dataclass(frozen=True)(kind)
    if hasattr(kind, "__post_init__") or any(
        each.name[0] == "_" or each.default_factory is not MISSING or not each.init or each.kw_only
        for each in fields(made)
    ):
        raise TypeError(f"{kind.__qualname__} is none of the plain ones")
    names = [each.name for each in fields(made)]
    lines = [f"def __init__(self, {', '.join(names)}):", "    _held = self.__dict__"]
    lines += [f"    _held[{name!r}] = {name}" for name in names]
    scope: dict[str, Any] = {}
    exec("\n".join(lines), scope)
    init = scope["__init__"]
    init.__defaults__ = made.__init__.__defaults__
    init.__annotations__ = made.__init__.__annotations__
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    made.__init__ = init
    return kind
