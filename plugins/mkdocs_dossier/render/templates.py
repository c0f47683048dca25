"""How templates become programs: one call for each value that they show, compiled once."""

import contextlib
import importlib.metadata
import importlib.util
import sys
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call, Expr, Getattr
from jinja2.utils import missing
from markupsafe import Markup


class PlainCode(CodeGenerator):
    """Templates as the Python that one would write by hand. What Jinja does besides, for templates
    of strangers and of any caller, takes a quarter of the time that ours take.

    Escaping is left to `finalize`, which must give safe HTML. A dot asks for an attribute, never
    for an item; what is called gets what stands in the brackets, never the context.
    """

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in node.args:
            self.visit(each, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = tuple(each.name for each in macro_ref.node.args)
        self.write(f"environment.macro(macro, {names!r}, {macro_ref.accesses_caller!r})")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def _output_child_to_const(self, node: Expr, frame: Frame, finalize: Any) -> str:
        return str(finalize.const(node.as_const(frame.eval_ctx)))


class Macro:
    """What a template's macro is called through: it fills in what is not given."""

    __slots__ = ("_count", "_has_caller", "_names", "_write")

    def __init__(self, write: Callable[..., str], names: Sequence[str], has_caller: bool) -> None:
        self._write, self._names, self._has_caller = write, names, has_caller
        self._count = len(names)

    def __call__(self, *given: Any, caller: "Macro | None" = None, **named: Any) -> Markup:
        """Safe HTML. Raises TypeError for what it does not take; `caller`: what stands between
        `call` and `endcall`.
        """
        if named or len(given) != self._count:
            rest = self._names[len(given) :]
            given += tuple(named.pop(name, missing) for name in rest)  # its default, or an error
            if named:
                raise TypeError(f"{', '.join(named)}: no such argument")
        return as_html(self._write(*given, caller) if self._has_caller else self._write(*given))


as_html: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is HTML already. Markup itself asks each for more than that first."""


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates beside this package's own compiled modules, where those may be written.

    Never in the cache of a dossier: what lies there is data, and runs nowhere.
    """

    def __init__(self, made_for: str = "") -> None:
        """`made_for`: what else decides how a template is compiled, besides its source."""
        made_by = importlib.metadata.version("jinja2").encode() + Path(__file__).read_bytes()
        tag = blake2b(made_by + made_for.encode(), digest_size=8).hexdigest()
        folder = Path(importlib.util.cache_from_source(__file__)).parent
        super().__init__(str(folder), f"%s.{tag}.{sys.implementation.cache_tag}.jinja")

    def load_bytecode(self, bucket: Bucket) -> None:
        """What is known of a template; nothing where that is damaged."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # marshal and pickle raise whatever damage brings them to
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave a template to the next process, where that may be."""
        with contextlib.suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
