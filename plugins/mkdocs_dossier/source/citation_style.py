"""A curator's own citation style, `style.csl`, judged before the library may follow it."""

from pathlib import Path

from lxml import etree

from mkdocs_dossier.model.dossier import Origin
from mkdocs_dossier.source import files
from mkdocs_dossier.source.parse import Parsed
from mkdocs_dossier.source.tree import Fault

STYLE_FILE = "style.csl"
_CSL = "{http://purl.org/net/xbiblio/csl}"
_DEEPEST = 40
"""Parts inside each other; so many macros that call each other."""
_MOST = 500_000
"""How long a style may be, in characters, once each macro is written out."""


class _Unfit(Exception):
    """What is wrong with the file: the key of a message."""


def read_style(file: Path) -> Parsed:
    """The text of a style, in the origin, or what is wrong with it. Raises nothing."""
    try:
        text = files.read_text(file)
    except files.Unreadable as error:
        fault = Fault(error.position, "file", error.key, error.values)
        return Parsed(Origin(STYLE_FILE), (fault,))
    try:
        _judge(text)
    except etree.XMLSyntaxError as error:
        line, column = error.position or (1, 1)
        fault = Fault((max(line, 1), max(column, 1)), "file", "style.xml")
        return Parsed(Origin(STYLE_FILE), (fault,))
    except _Unfit as error:
        return Parsed(Origin(STYLE_FILE), (Fault((1, 1), "file", str(error)),))
    return Parsed(Origin(STYLE_FILE, text))


def _judge(text: str) -> None:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:  # by which a file could be read, or text grow
        raise _Unfit("style.doctype")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(text.encode(), parser)
    layout = root.find(f"{_CSL}bibliography/{_CSL}layout")
    if root.tag != f"{_CSL}style" or layout is None:
        raise _Unfit("style.kind")
    macros = {each.get("name"): each for each in root.findall(f"{_CSL}macro")}
    if _measure(layout, macros, {}, ()) > _MOST:
        raise _Unfit("style.grows")


def _measure(
    part: etree._Element,
    macros: dict[str | None, etree._Element],
    known: dict[str, int],
    above: tuple[str, ...],
    depth: int = 0,
) -> int:
    """The length of a part with each macro that it calls written out; of a choice, the longest.

    Raises _Unfit for a macro that calls itself, or that does not exist.
    """
    if depth > _DEEPEST or len(above) > _DEEPEST:
        raise _Unfit("style.macro")
    size = 10 + sum(map(len, part.attrib.values())) + len(part.text or "")
    inside = [_measure(each, macros, known, above, depth + 1) for each in part]
    size += max(inside, default=0) if part.tag == f"{_CSL}choose" else sum(inside)
    called = part.get("macro")
    if called is None:
        return size
    if called not in macros or called in above:
        raise _Unfit("style.macro")
    if called not in known:
        known[called] = _measure(macros[called], macros, known, (*above, called))
    return size + known[called]
