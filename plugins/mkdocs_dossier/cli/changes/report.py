"""A change of the dossier, and what each part of it is called."""

from dataclasses import dataclass

from mkdocs_dossier.curate.diff import Change, Differences
from mkdocs_dossier.curate.diff.change import SEVERITIES
from mkdocs_dossier.languages import Texts

GROUPS: dict[str, tuple[str, ...]] = {
    "address": ("address",),
    "origin": ("origin", "status"),
    "quote": ("quote",),
    "record": ("record",),
    "statement": ("statement",),
    "relation": ("relation",),
    "office": ("office",),
    "participant": ("participant",),
    "date": ("date",),
    "source": ("source",),
    "other": ("field", "text", "word"),
}
"""The classes of a report, trust first, with the topics of each."""
ALWAYS = ("address",)
"""Classes that are told even where nothing changed."""


@dataclass(frozen=True)
class ChangeReport:
    """The differences between `base` and `head`, as they were named; `head` empty: the files."""

    differences: Differences
    base: str
    head: str
    say: Texts

    def of(self, group: str) -> list[Change]:
        """The changes of a class, the gravest first."""
        return [each for each in self.differences.changes if each.topic in GROUPS[group]]

    def verdict(self) -> str:
        """« 2 ruptures, 3 changements importants, 10 mineurs »"""
        counts = {
            severity: sum(each.severity == severity for each in self.differences.changes)
            for severity in SEVERITIES
        }
        said = [self.say.plural(f"diff.severity.{each}", n) for each, n in counts.items() if n]
        return ", ".join(said) or self.say("diff.nothing")

    def score(self) -> list[tuple[str, str]]:
        """Each class by its name, with its counts in words."""
        found = []
        for group in GROUPS:
            counts: dict[str, int] = {}
            for each in self.of(group):
                key = self._counted(each)
                counts[key] = counts.get(key, 0) + 1
            if group in ALWAYS and not counts:
                counts = {"lost": 0}
            if counts:
                said = [self.say.plural(f"diff.count.{key}", n) for key, n in counts.items()]
                found.append((self.say(f"diff.group.{group}"), ", ".join(said)))
        return found

    def _counted(self, change: Change) -> str:
        return "status" if change.topic == "status" else change.action

    def title(self, change: Change) -> str:
        """« déclaration, modification (texte) »"""
        own = f"diff.title.{change.topic}-{change.action}"
        if own in self.say:
            return self.say(own)
        topic, action = self.say(f"diff.one.{change.topic}"), self.say(f"diff.did.{change.action}")
        field = f" ({change.field})" if change.field else ""
        return f"{topic}, {action}{field}"


def values_of(change: Change) -> tuple[str, ...]:
    """What stood and what stands; one of them where there is no other."""
    if change.old and change.new and change.old != change.new:
        return change.old, change.new
    shown = change.new or change.old
    return (shown,) if shown and shown != change.fact else ()
