"""Cells of Markdown tables aligned by a class: no page lets a style stand in an attribute."""

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_ALIGNED = re.compile(r"text-align:\s*(left|center|right);?")


class AlignedCells(Extension):
    """Turns the style that the extension `tables` writes into `d-align-right` and the like."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        """Registers anywhere among what works on the tree."""
        md.treeprocessors.register(_Processor(md), "dossier-cells", 4)


class _Processor(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("td", "th") and (found := _ALIGNED.fullmatch(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", f"{cell.get('class', '')} d-align-{found[1]}".strip())
