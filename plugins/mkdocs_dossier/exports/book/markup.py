"""Blocks as XHTML, which is HTML too: every text escaped, every element closed."""

from collections.abc import Callable, Collection, Iterable
from html import escape

from mkdocs_dossier.exports.book.value import Block, Entry, Line, Run, anchor_of

Find = Callable[[str], str]
"""The address of a place in the book, as a link; empty where there is no such place."""
_BREAK = "<br/>\n"
LOWEST = 6


def nearest_place(target: str, places: Collection[str]) -> str:
    """The place itself, else the record that would hold it, else nothing."""
    record = target.partition("#")[0]
    return target if target in places else record if record in places else ""


def write_blocks(blocks: Iterable[Block], find: Find, level: int = 3) -> str:
    """Blocks in their order; the highest headings are of this level."""
    return "\n".join(_write_block(block, find, level) for block in blocks)


def _write_block(block: Block, find: Find, level: int) -> str:
    if block.form == "list":
        entries = "\n".join(_write_entry(entry, find) for entry in block.entries)
        return f"<ul>\n{entries}\n</ul>"
    if block.form == "code":
        text = "\n".join("".join(run.text for run in line) for line in block.lines)
        return f"<pre>{escape(text)}</pre>"
    lines = [write_line(line, find) for line in block.lines]
    if block.form == "heading":
        tag = f"h{min(LOWEST, level + block.level - 1)}"
        return "\n".join(f"<{tag}>{line}</{tag}>" for line in lines)
    if block.form == "small":
        return f'<p class="small">{_BREAK.join(lines)}</p>' if lines else ""
    text = "\n".join(f"<p>{line}</p>" for line in lines)
    return f"<blockquote>{text}</blockquote>" if block.form == "quote" else text


def _write_entry(entry: Entry, find: Find) -> str:
    anchor = f' id="{escape(anchor_of(entry.anchor))}"' if entry.anchor else ""
    under = "".join(f"\n<li>{write_line(line, find)}</li>" for line in entry.under)
    inner = f"<ul>{under}\n</ul>" if under else ""
    return f"<li{anchor}>{write_line(entry.line, find)}{inner}</li>"


def write_line(line: Line, find: Find) -> str:
    """A line of words, emphasis and links."""
    return "".join(_write_run(run, find) for run in line)


def _write_run(run: Run, find: Find) -> str:
    text = escape(run.text, quote=False)
    if run.style:
        text = f"<{run.style}>{text}</{run.style}>"
    address = find(run.to) if run.inside else run.to
    return f'<a href="{escape(address)}">{text}</a>' if address else text
