"""What an editor offers and refuses while one writes, asked of the server that editors run.

`.ci/editor` installs it where npm is (`make test` calls it); without it, the test is skipped,
and tests/cli/test_schema.py alone holds the schemas.
"""

import json
import shutil
import subprocess

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main

FILES = {
    "actors/chine.yml": "kind: state\nname: Chine\nsummary: S.\n",
    "actors/li.yml": "kind: person\nname: Li Qiang\nsummary: S.\n",
}
MODELINE = "# yaml-language-server: $schema=../../schema/{}.json\n"


class Server:
    """A language server, asked over its standard input."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        options = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "completion": True}}
        self.tell("workspace/didChangeConfiguration", {"settings": options})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self.process.stdin.flush()

    def tell(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def read(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self.process.stdout.read(length))

    def wait(self, wanted):
        """The next message that is wanted; questions of the server are answered by nothing."""
        while True:
            message = self.read()
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items") or []
                empty = [None] * len(items) if message["method"].endswith("configuration") else None
                self.send({"id": message["id"], "result": empty})
            if wanted(message):
                return message

    def ask(self, method, parameters):
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": parameters})
        return self.wait(lambda each: each.get("id") == number and "method" not in each)["result"]

    def open(self, file, text):
        """Open a file with a text; gives the messages about it."""
        file.write_text(text, encoding="utf-8")
        uri = file.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        told = self.wait(
            lambda each: (
                each.get("method") == "textDocument/publishDiagnostics"
                and each["params"]["uri"] == uri
            )
        )
        return [each["message"] for each in told["params"]["diagnostics"]]

    def complete(self, file, text):
        """What may stand at the end of a text."""
        self.open(file, text)
        place = {"line": text.count("\n"), "character": len(text.rpartition("\n")[2])}
        parameters = {"textDocument": {"uri": file.as_uri()}, "position": place}
        return [each["label"] for each in self.ask("textDocument/completion", parameters)["items"]]


@pytest.fixture(scope="module")
def server(root):
    command = root / "tools/editor/node_modules/yaml-language-server/bin/yaml-language-server"
    if not command.exists() or not shutil.which("node"):
        pytest.skip("needs the language server in tools/editor")
    running = Server(["node", str(command), "--stdio"])
    yield running
    running.process.kill()
    running.process.wait()
    running.process.stdin.close()
    running.process.stdout.close()


@pytest.fixture(scope="module")
def folder(write_dossier):
    folder = write_dossier(FILES)
    words = ["schema", "--dossier", str(folder), "--write", str(folder.parent / "schema")]
    assert CliRunner().invoke(main, words).exit_code == 0
    (folder / "events").mkdir()
    return folder


ACTOR = MODELINE.format("actors") + "kind: person\nname: A\nsummary: S.\n"
EVENT = MODELINE.format("events") + "kind: visit\nname: A\nsummary: S.\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("actors/a.yml", MODELINE.format("actors") + "ki", {"kind"}),
        ("actors/b.yml", MODELINE.format("actors") + "kind: ", {"person", "state", "media"}),
        ("actors/c.yml", ACTOR + "country: ", {"chine"}),
        ("events/d.yml", EVENT + "participants:\n  - actor: ", {"chine", "li"}),
        ("events/e.yml", EVENT + "participants:\n  - actor: li\n    role: ", {"host", "veto"}),
        ("events/f.yml", EVENT + "statements:\n  - text: T.\n    act: ", {"claim", "deny"}),
    ],
)
def test_fields_words_and_ids_are_offered(server, folder, path, text, expected):
    assert expected <= set(server.complete(folder / path, text))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("actors/g.yml", ACTOR.replace("person", "persone")),
        ("events/h.yml", EVENT + "participants:\n  - {actor: li, role: hote}\n"),
        ("events/i.yml", EVENT + "statements:\n  - {text: T., act: affirme}\n"),
        ("actors/j.yml", ACTOR + "country: La Chine\n"),
        ("actors/k.yml", ACTOR + "sumary: S.\n"),
    ],
)
def test_a_wrong_word_field_or_id_is_told(server, folder, path, text):
    assert server.open(folder / path, text) != []


def test_a_right_file_is_not_complained_of(server, folder):
    text = ACTOR + "country: chine\nstart: 1955-10\nofficers: []\n".replace("officers", "offices")
    assert server.open(folder / "actors/l.yml", text) == []
    fresh = ACTOR + "country: un-etat-tout-neuf\n"
    assert server.open(folder / "actors/m.yml", fresh) == []


def test_hovering_says_what_a_field_is_for_in_both_languages(server, folder):
    file = folder / "actors/n.yml"
    server.open(file, ACTOR)
    place = {"line": 3, "character": 2}
    shown = server.ask(
        "textDocument/hover", {"textDocument": {"uri": file.as_uri()}, "position": place}
    )
    said = json.dumps(shown, ensure_ascii=False)
    assert "résumé" in said
    assert "summary" in said
