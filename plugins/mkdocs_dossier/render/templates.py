"""How templates become programs: one call for each value that they show, compiled once."""

import contextlib
import importlib.metadata
import importlib.util
import sys
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr


class OneCall(CodeGenerator):
    """Leaves escaping to `finalize`, which must give safe HTML: a second call for each value that
    is shown takes as long as all else that is done to it.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def _output_child_to_const(self, node: Expr, frame: Frame, finalize: Any) -> str:
        return str(finalize.const(node.as_const(frame.eval_ctx)))


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates beside this package's own compiled modules, where those may be written.

    Never in the cache of a dossier: what lies there is data, and runs nowhere.
    """

    def __init__(self) -> None:
        made_by = importlib.metadata.version("jinja2").encode() + Path(__file__).read_bytes()
        tag = blake2b(made_by, digest_size=8).hexdigest()
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
