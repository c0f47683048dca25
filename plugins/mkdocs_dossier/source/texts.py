"""What no text of a file may hold, whatever it says: odd characters, and too much of anything."""

from collections.abc import Iterator

from mkdocs_dossier.model import characters, limits
from mkdocs_dossier.model.excess import are_plain, find_excess
from mkdocs_dossier.model.places import position_of
from mkdocs_dossier.source.tree import Fault, Tree


def find_forbidden(text: str) -> Iterator[Fault]:
    """The characters of a file that no text holds, each where it stands."""
    for at in characters.find_forbidden(text):
        values = {"found": f"U+{ord(text[at]):04X}"}
        yield Fault(position_of(text, at), "yaml", "yaml.character", values)


def judge_body(body: str, first_line: int) -> Iterator[Fault]:
    """Where the text of an article, which starts on `first_line` of its file, is too much."""
    if len(body) > limits.BODY:
        values = {"most": str(limits.BODY)}
        yield Fault((first_line, 1), "limit", "limit.body", values)
        return
    for excess in find_excess(body):
        line, column = position_of(body, excess.at)
        position = (line + first_line - 1, column)
        yield Fault(position, "limit", excess.key, {"most": str(excess.most)})


def judge_fields(tree: Tree) -> Iterator[Fault]:
    """Which texts in a file's fields are too much, each at its beginning, or all together."""
    texts = [text for _, text in tree.texts]
    length = sum(map(len, texts))
    if length <= limits.BODY and are_plain(texts):
        return
    length = 0
    for path, text in tree.texts:
        length += len(text)
        if length > limits.BODY:
            position = tree.positions.get(path, (1, 1))
            yield Fault(position, "limit", "limit.fields", {"most": str(limits.BODY)})
            return
        for excess in find_excess(text):
            position = tree.positions.get(path, (1, 1))
            yield Fault(position, "limit", excess.key, {"most": str(excess.most)})
