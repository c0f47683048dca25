"""Which parts of a dossier, and of what follows from it, are read while something is made.

What is read is noted by the containers that hold it, so that whoever reads need not think of it,
and cannot forget it. Where nobody records, a container is a dict like any other.
"""

from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, KeysView, ValuesView
from contextvars import ContextVar
from typing import Any, Generic, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
Made = TypeVar("Made")

Read = tuple[str, Any]
"""The name of a table and a key in it, be there something or not; WHOLE: all that it holds."""
WHOLE = None

_reads: ContextVar[set[Read] | None] = ContextVar("reads", default=None)


class record_reads:  # noqa: N801 - as what the library gives for `with` is written
    """Let everything that is read go into this set, and into no other; None: let it pass."""

    __slots__ = ("_reads", "_token")

    def __init__(self, reads: set[Read] | None) -> None:
        self._reads = reads

    def __enter__(self) -> None:
        self._token = _reads.set(self._reads)

    def __exit__(self, *_: object) -> None:
        _reads.reset(self._token)


def note(reads: Iterable[Read]) -> None:
    """Say that these were read, where somebody records."""
    found = _reads.get()
    if found is not None:
        found.update(reads)


class Service:
    """What only leads to tables, and to what it reads in them each time: itself nothing to note."""


class Table(dict[K, V]):
    """A dict that notes which of its keys are asked for; whoever goes through it reads all."""

    __slots__ = ("_whole", "name")

    def __init__(self, name: str, content: dict[K, V]) -> None:
        super().__init__(content)
        self.name = name
        self._whole: Read = (name, WHOLE)

    def _note(self) -> None:
        reads = _reads.get()
        if reads is not None:
            reads.add(self._whole)

    def __getitem__(self, key: K) -> V:
        reads = _reads.get()
        if reads is not None:
            reads.add((self.name, key))
        return dict.__getitem__(self, key)  # `super()` is looked up anew at each call

    def get(self, key: Any, default: Any = None) -> Any:
        """As of a dict."""
        reads = _reads.get()
        if reads is not None:
            reads.add((self.name, key))
        return dict.get(self, key, default)

    def __contains__(self, key: object) -> bool:
        reads = _reads.get()
        if reads is not None:
            reads.add((self.name, key))
        return dict.__contains__(self, key)

    def __iter__(self) -> Iterator[K]:
        self._note()
        return super().__iter__()

    def __reversed__(self) -> Iterator[K]:
        self._note()
        return super().__reversed__()

    def __len__(self) -> int:
        self._note()
        return super().__len__()

    def __eq__(self, other: object) -> bool:
        self._note()
        return super().__eq__(other)

    __hash__ = None

    def __or__(self, other: Any) -> Any:
        self._note()
        return super().__or__(other)

    def __ror__(self, other: Any) -> Any:
        self._note()
        return super().__ror__(other)

    def keys(self) -> KeysView[K]:  # type: ignore[override]
        """As of a dict."""
        self._note()
        return super().keys()

    def values(self) -> ValuesView[V]:  # type: ignore[override]
        """As of a dict."""
        self._note()
        return super().values()

    def items(self) -> ItemsView[K, V]:  # type: ignore[override]
        """As of a dict."""
        self._note()
        return super().items()

    def copy(self) -> dict[K, V]:
        """As of a dict."""
        self._note()
        return super().copy()

    def peek(self, key: Any, default: Any) -> Any:
        """What is there, without a note."""
        return dict.get(self, key, default)


class made_once(Generic[Made]):  # noqa: N801 - as cached_property is written
    """A property that is made when first asked for, from whatever it needs.

    What its making reads is no business of whoever asks: they read what was made. A dict becomes a
    Table, named by its class and its own name; of anything but a Service, all is read.
    """

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._slot = f"{name} "  # no attribute is called so: each access comes here
        self._read: Read = (f"{owner.__name__}.{name}", WHOLE)

    @overload
    def __get__(self, instance: None, owner: type) -> "made_once[Made]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> Made: ...
    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        held = instance.__dict__
        try:
            made = held[self._slot]
        except KeyError:
            with record_reads(None):
                made = self._make(instance)
            if isinstance(made, dict):
                made = Table(self._read[0], made)
            held[self._slot] = made
        if not isinstance(made, Table | Service):
            reads = _reads.get()
            if reads is not None:
                reads.add(self._read)
        return made


def make_each(owner: object) -> None:
    """Make all that is made once, before several processes would each make it."""
    for kind in type(owner).__mro__:
        for name, each in vars(kind).items():
            if isinstance(each, made_once):
                getattr(owner, name)


class NotedApart:
    """A field that is noted by itself: whoever reads the rest of its record does not read it.

    For long fields that few pages show. It is found again in a table of all of them, by the
    record's id and the field's name.
    """

    def __init__(self, table: str, name: str) -> None:
        self._table, self._name = table, name

    def __get__(self, record: Any, owner: type) -> Any:
        if record is None:
            raise AttributeError(self._name)  # the class has no value: pydantic asks it for one
        reads = _reads.get()
        if reads is not None:
            reads.add((self._table, (record.id, self._name)))
        return record.__dict__[self._name]

    def __set__(self, record: Any, value: Any) -> None:
        raise AttributeError(self._name)  # a value never changes


class Lookup(Service, Generic[K, Made]):
    """A table whose answers are made one by one, each when it is first asked for."""

    def __init__(self, name: str, make: Callable[[K], Made]) -> None:
        self.name = name
        self._make = make
        self._made: dict[K, Made] = {}

    def __getitem__(self, key: K) -> Made:
        note({(self.name, key)})
        return self.peek(key)

    def peek(self, key: K, default: Any = None) -> Made:
        """The answer, without a note."""
        if key not in self._made:
            with record_reads(None):
                self._made[key] = self._make(key)
        return self._made[key]


class Memo(Service, Generic[Made]):
    """Results by key, each made once; whoever asks for one reads what its making read."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Made, set[Read]]] = {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make()` gave when the key was first asked for."""
        found = self._made.get(key)
        if found is None:
            reads: set[Read] = set()
            with record_reads(reads):
                made = make()
            found = self._made[key] = made, reads
        note(found[1])
        return found[0]
