"""Talking to Pagefind: documents in, the files of an index out; none of them touches the disk.

Its service reads messages and answers each, in order: JSON, in base64, with a comma after it. The
client in Python that Pagefind has waits 0.1 s for each answer, and takes none of more than 2 MiB.
"""

import os
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import orjson
from pagefind_bin import get_executable

_ENDS = b","
_HEARD = 2**20
"""How many bytes are read of it at most at a time."""
Documents = Iterable[tuple[str, str]]
"""The address of each and its HTML."""


class IndexingFailed(Exception):
    """With what Pagefind said."""


class Pagefind:
    """A process that indexes documents once. Raises OSError where it cannot be begun."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [get_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us: it ends when nobody talks to it any more
        )

    def index(self, documents: Documents, language: str) -> dict[str, bytes]:
        """The files of the index by path. Raises IndexingFailed."""
        # both at once: it answers while it is talked to, and waits for us to listen
        talk = threading.Thread(target=self._talk, args=(documents, language), daemon=True)
        talk.start()
        try:
            for answer in self._listen():
                if answer["type"] == "Error":
                    raise IndexingFailed(answer["message"])
                if answer["type"] == "GetFiles":
                    files = answer["files"]
                    return {each["path"]: b64decode(each["content"]) for each in files}
        finally:
            self.close()
            talk.join()
            for each in (self._process.stdin, self._process.stdout):
                with suppress(OSError):  # what was never sent is lost
                    each.close()  # type: ignore[union-attr]
        raise IndexingFailed(f"pagefind ended ({self._process.wait()})")

    def close(self) -> None:
        """End it, whatever it does."""
        with suppress(OSError):
            self._process.kill()
            self._process.wait()

    def _talk(self, documents: Documents, language: str) -> None:
        given = self._process.stdin
        assert given
        try:
            for number, payload in enumerate(_list_messages(documents, language)):
                message = orjson.dumps({"message_id": number, "payload": payload})
                given.write(b64encode(message) + _ENDS)
            given.flush()
        except OSError:  # it has ended, or it shall: whoever listens sees that
            self.close()

    def _listen(self) -> Iterator[dict[str, Any]]:
        """What it answers, until it ends."""
        answered = self._process.stdout
        assert answered
        begun: list[bytes] = []
        while heard := os.read(answered.fileno(), _HEARD):
            *ended, rest = heard.split(_ENDS)
            for each in ended:
                answer: dict[str, Any] = orjson.loads(b64decode(b"".join([*begun, each])))
                begun = []
                yield answer["payload"]
            begun.append(rest)


def _list_messages(documents: Documents, language: str) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    for address, text in documents:
        yield {
            "type": "AddFile",
            "index_id": 0,
            "file_path": f"{address}index.html",
            "url": None,
            "file_contents": text,
        }
    yield {"type": "GetFiles", "index_id": 0}
