"""Hostile inputs as readable files: `cases/*.yml`, a file a class, with the texts of payloads.yml.

A case has a `name`, `files` that are written over those of base/, and what must come out:

    expect: rejected        `dossier check` ends with an error; `at` lists paths with lines of some
    expect: harmless        it builds, and nothing of it runs, asks elsewhere or breaks the page

Further fields: `with`, a list of payloads.yml (the case stands for one input with each: `$n` is its
number, `$raw` the text, `$payload` the text as a YAML scalar in quotation marks); `let`, generated
texts by name (`$name` in files); `see`, what readers must find on the page; `pages`, the addresses
to open, else those of the records written; `alone: true` for what is built by itself, since it
replaces files that other cases have, or is measured.

A file is a text, or one of: `repeat: {text, times}` (`$i` is the turn), `join: [...]`, `hex: 00ff`,
`picture: [width, height]`, `size: bytes` (zeros), `link: target`, `pipe: true`, `folder: true`; or
`copies: {text, times}`, as many files, with `$i` in their name too.
"""

import os
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_SECTIONS = {
    "dossier/actors": "acteurs",
    "dossier/events": "evenements",
    "dossier/places": "lieux",
    "dossier/topics": "themes",
    "dossier/articles": "articles",
}
_UNQUOTABLE = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')


@dataclass(frozen=True)
class Case:
    """One input; `kind` is its class (its file), `group` the name that the file gives it."""

    kind: str
    group: str
    name: str
    files: dict[str, Any]
    expect: str
    at: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    alone: bool = False
    words: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What a failing test calls it."""
        return f"{self.kind}: {self.name}"

    @property
    def place(self) -> str:
        """In which project it is tried: 'shared', 'alone', or 'none' when it is not built."""
        if self.expect == "rejected":
            return "none"
        return "alone" if self.alone else "shared"

    def write(self, folder: Path) -> None:
        """Put the case's files into a folder, over what is there."""
        for name, entry in self.files.items():
            if isinstance(entry, dict) and "copies" in entry:
                text = generate(entry["copies"]["text"], self.words)
                for turn in map(str, range(entry["copies"]["times"])):
                    _write(folder / name.replace("$i", turn), text.replace("$i", turn), {})
            else:
                _write(folder / _fill(name, self.words), entry, self.words)

    def addresses(self) -> list[str]:
        """The pages that a reader opens to see it."""
        given = [_fill(page, self.words) for page in self.pages]
        return given or list(_guess_addresses(_fill(name, self.words) for name in self.files))

    def places(self) -> list[str]:
        """How the lines of `check` start that must tell of it."""
        return [_fill(place, self.words) for place in self.at]

    def wanted(self) -> list[str]:
        """What readers must find on its pages."""
        return [_fill(text, self.words) for text in self.see]


def read_payloads() -> list[str]:
    """All texts of payloads.yml."""
    return [generate(each) for group in _load_payloads().values() for each in group]


def _load_payloads() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = yaml.safe_load((HERE / "payloads.yml").read_text("utf-8"))
    return found


def read_cases() -> list[Case]:
    """All cases, those with payloads once for each."""
    payloads = _load_payloads()
    return [
        case
        for file in sorted((HERE / "cases").glob("*.yml"))
        for written in yaml.safe_load(file.read_text(encoding="utf-8"))
        for case in _unfold(file.stem, written, payloads)
    ]


def _unfold(kind: str, written: dict[str, Any], payloads: dict[str, list[Any]]) -> Iterator[Case]:
    written = dict(written)
    name, groups = written.pop("name"), written.pop("with", None)
    words: dict[str, str] = {}
    for key, value in written.pop("let", {}).items():
        words[key] = generate(value, words)
    lists = {key: tuple(written.pop(key, ())) for key in ("at", "see", "pages")}
    if groups is None:
        yield Case(kind, name, name, words=words, **lists, **written)
        return
    wanted = [each for group in groups for each in payloads[group]]
    for number, each in enumerate(wanted, start=1):
        text = generate(each)
        shown = text if len(text) <= 40 else f"{text[:39]}…"
        filled = {**words, "n": f"{number:02}", "raw": text, **_vary(text, number)}
        yield Case(kind, name, f"{name}: {shown!a}", words=filled, **lists, **written)


def _vary(text: str, number: int) -> dict[str, str]:
    """The text alone, and apart from others that hold it too: names must not be shared."""
    varied = {"": text, **{str(turn): f"{text} {turn}.{number}" for turn in range(1, 10)}}
    return {
        **{f"payload{key}": quote(each) for key, each in varied.items()},
        **{f"shown{key}": each for key, each in varied.items()},
    }


def quote(text: str) -> str:
    """The text as a YAML scalar in double quotation marks, on one line."""
    return '"' + _UNQUOTABLE.sub(lambda found: _escape(found[0]), text) + '"'


def _escape(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return f"\\u{ord(character):04x}"


def generate(wanted: Any, words: dict[str, str] | None = None) -> str:
    """A text as a case writes it: itself, or repeated, or joined of such."""
    words = words or {}
    match wanted:
        case {"repeat": {"text": text, "times": times}}:
            inner = generate(text, words)
            if "$i" not in inner:
                return inner * times
            return "".join(inner.replace("$i", str(turn)) for turn in range(times))
        case {"join": parts}:
            return "".join(generate(part, words) for part in parts)
        case str():
            return _fill(wanted, words)
    raise ValueError(f"no text: {wanted!r}")


def _fill(text: str, words: dict[str, str]) -> str:
    if not words:
        return text
    names = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.sub(rf"\$({names})\b", lambda found: words[found[1]], text)


def _write(file: Path, entry: Any, words: dict[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    match entry:
        case {"link": target}:
            file.symlink_to(target)
        case {"pipe": True}:
            os.mkfifo(file)
        case {"folder": True}:
            file.mkdir()
        case {"hex": digits}:
            file.write_bytes(bytes.fromhex(digits))
        case {"size": size}:
            with file.open("wb") as opened:
                opened.truncate(size)
        case {"picture": [width, height]}:
            file.write_bytes(make_picture(width, height))
        case _:
            # surrogates stand for themselves: a file may hold bytes that are no UTF-8
            file.write_bytes(generate(entry, words).encode("utf-8", "surrogatepass"))


def make_picture(width: int, height: int) -> bytes:
    """A black PNG of a size in pixels, at most some kilobytes for each megapixel."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _guess_addresses(names: Iterator[str]) -> Iterator[str]:
    for name in names:
        path = Path(name)
        if section := _SECTIONS.get("/".join(path.parts[:2])):
            yield f"{section}/{path.stem}/"
        elif name.startswith("docs/") and path.suffix == ".md":
            stem = path.relative_to("docs").with_suffix("").as_posix()
            yield "" if stem == "index" else f"{stem.removesuffix('/index')}/"
