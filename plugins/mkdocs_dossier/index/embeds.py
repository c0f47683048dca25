"""Views asked for in hand-written pages: `::: chronology actors=chine,coree-du-nord from=2023`.

A line holds the view's name and its options, `key=value` or `key=value,value`, without spaces in a
value.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.source.tree import Fault

VIEWS = ("chronology", "relations", "map")
OPTIONS = ("actors", "states", "places", "kinds", "types", "from", "to", "doubt", "highlight")
YEARS = ("from", "to")
SINGLE = (*YEARS, "doubt")
"""Options of one value."""
LISTED = 40
"""As many possible values as a message lists."""
RULE = "embed"
_LINE = re.compile(r"^:::[ \t]+(\S+)(.*)$")
_WORD = re.compile(r"\S+")
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
# Noncharacters, which no text means to hold, so that Markdown carries the place of a view through.
_OPEN, _CLOSE = "\ufdd3", "\ufdd4"
PLACE = re.compile(f"<p>{_OPEN}([0-9]+){_CLOSE}</p>")


@dataclass(frozen=True)
class Embed:
    """A view asked for on a page; `line` counts from 1 in the text given, `columns` too.

    `columns` says where the view's name (under the empty key) and each option stand.
    """

    line: int
    view: str
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)

    def locate(self, option: str = "") -> Position:
        """Where an option stands, or the view's name."""
        return self.line, self.columns.get(option, 5)

    @property
    def doubt(self) -> bool:
        """Whether only what is in doubt is asked for."""
        return self.options.get("doubt") == ("yes",)


def find_embeds(markdown: str) -> tuple[str, list[Embed]]:
    """The text with a mark (see PLACE) for each embed, and the embeds. Code is left alone."""
    embeds: list[Embed] = []
    lines, fence = [], ""
    for number, line in enumerate(re.sub(f"[{_OPEN}{_CLOSE}]", "", markdown).split("\n"), start=1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1][:3]
        found = None if fence else _LINE.match(line)
        if found:
            line = f"\n{_OPEN}{len(embeds)}{_CLOSE}\n"
            embeds.append(_read(number, found))
        lines.append(line)
    return "\n".join(lines), embeds


def _read(line: int, found: re.Match[str]) -> Embed:
    """The options by name; one written twice has the values of both."""
    options: dict[str, tuple[str, ...]] = {}
    columns = {"": found.start(1) + 1}
    for word in _WORD.finditer(found[2]):
        name, _, values = word[0].partition("=")
        options[name] = (*options.get(name, ()), *filter(None, values.split(",")))
        columns.setdefault(name, found.start(2) + word.start() + 1)
    return Embed(line, found[1], options, columns)


def find_faults(embed: Embed, dossier: Dossier) -> Iterator[Fault]:
    """What is wrong with an embed: an unknown view, option or value, or none where one belongs."""
    if embed.view not in VIEWS:
        yield _fault(embed, "", "view", embed.view, VIEWS)
    for name, values in embed.options.items():
        if name not in OPTIONS:
            yield _fault(embed, name, "option", name, OPTIONS)
        elif not values:
            yield _fault(embed, name, "no-value", "", _known(name, dossier))
        elif name in SINGLE and len(values) > 1:
            yield _fault(embed, name, "single", ", ".join(values))
        elif name in YEARS:
            yield from (_fault(embed, name, "year", each) for each in values if not _is_year(each))
        else:
            known = _known(name, dossier)
            yield from (
                _fault(embed, name, "value", each, known) for each in values if each not in known
            )
    if not _bounds_in_order(embed):
        yield _fault(embed, "from", "order")


def _fault(
    embed: Embed, option: str, key: str, found: str = "", known: Collection[str] = ()
) -> Fault:
    """A fault with the nearest value that is possible, else with all, where they are few."""
    values = {"found": found, "option": option, "nearest": nearest(found, sorted(known))}
    if known and len(known) <= LISTED and not values["nearest"]:
        return Fault(
            embed.locate(option),
            RULE,
            f"{RULE}.{key}-of",
            values | {"known": ", ".join(sorted(known))},
        )
    return Fault(embed.locate(option), RULE, f"{RULE}.{key}", values)


def _is_year(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4}", text) is not None


def _bounds_in_order(embed: Embed) -> bool:
    bounds = [embed.options.get(name, ()) for name in YEARS]
    years = [int(each[0]) for each in bounds if len(each) == 1 and _is_year(each[0])]
    return years == sorted(years)


def _known(option: str, dossier: Dossier) -> set[str]:
    """The values that an option can have."""
    words = dossier.vocabulary
    match option:
        case "actors" | "states":
            return set(dossier.actors)
        case "places":
            return {*dossier.places, *dossier.actors}
        case "kinds":
            return {*words.kinds.get("event", {}), "article"}
        case "types":
            return {*words.relation_types, "office", "part", "event", "statement"}
        case "highlight":
            return {record.id for record in dossier.everything()}
        case "doubt":
            return {"yes", "no"}
    return set()
