"""Plain texts, such as a summary or a statement: no Markdown, but names are links."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from mkdocs_dossier.links.bearer import Mention
from mkdocs_dossier.links.explicit import find_explicit
from mkdocs_dossier.pages.explicit_links import Resolve
from mkdocs_dossier.views.typography import set_spaces


def link_names(text: str, mentions: Iterable[Mention], resolve: Resolve, language: str) -> Markup:
    """The text as HTML: links at the mentions and in place of `[[id]]`, the rest escaped."""
    text = set_spaces(text, language)  # no length changes
    written = list(find_explicit(text))
    places = [
        (each.start, each.end, _target(each.target, each.anchor), each.label) for each in written
    ]
    places += [
        (each.start, each.end, each.record, text[each.start : each.end])
        for each in mentions
        if not any(link.start < each.end and each.start < link.end for link in written)
    ]
    parts: list[Markup] = []
    last = 0
    for start, end, target, label in sorted(places):
        found = resolve(target)
        words = escape(label or (found[1] if found else target))
        parts.append(escape(text[last:start]))
        last = end
        record = target.partition("#")[0]
        link = Markup('<a href="{}" data-record="{}">{}</a>')
        parts.append(link.format(found[0], record, words) if found else words)
    return Markup("").join([*parts, escape(text[last:])])


def _target(record: str, anchor: str | None) -> str:
    return f"{record}#{anchor}" if anchor else record
