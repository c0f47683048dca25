"""Origins of facts, counted from the files of a dossier without any code of the package.

A second method, to be compared with the first: it reads YAML, walks from the speaker to print,
and takes the first hand that can vouch for the words, as docs/methode.md tells readers.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

UNKNOWN = (None, "", "null", "~")
SECTIONS = ("actors", "events", "places", "topics", "articles")


class Naive:
    """All files of a dossier as plain mappings, by id."""

    def __init__(self, folder: Path) -> None:
        self.records: dict[str, dict[str, Any]] = {}
        self.section: dict[str, str] = {}
        for section in SECTIONS:
            for file in sorted((folder / section).glob("*.*")):
                text = file.read_text(encoding="utf-8")
                if file.suffix == ".md":
                    text = text.split("---\n")[1]
                self.records[file.stem] = yaml.load(text, yaml.BaseLoader) or {}
                self.section[file.stem] = section
        self.names: dict[str, str] = {}
        for id, record in self.records.items():
            if self.section[id] == "actors":
                others = [
                    each["name"] if isinstance(each, dict) else each
                    for each in record.get("aliases", [])
                ]
                for name in (record["name"], *others):
                    self.names.setdefault(name.casefold(), id)

    def actor(self, party: Any) -> str | None:
        """The id of the actor that a party is, by id or by a name that it bears."""
        id = party if isinstance(party, str) else party.get("actor")
        if id is None:
            id = self.names.get(party["name"].casefold())
        return id if self.section.get(id or "") == "actors" else None

    def kind(self, party: Any) -> str:
        """The kind of the actor that a party is; empty for nobody known."""
        return self.records[self.actor(party) or ""]["kind"] if self.actor(party) else ""

    def of_statement(self, reference: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """The origins of `record#statement`."""
        record, _, id = reference.partition("#")
        for each in self.records.get(record, {}).get("statements", []):
            if each.get("id") == id and reference not in seen:
                return self.of_fact(each, seen | {reference})
        return set()

    def of_fact(self, fact: dict[str, Any], seen: frozenset[str] = frozenset()) -> set[str]:
        """The origins of a statement, an office, a relation, a participant or a version."""
        return self.of_sources(fact.get("sources", []), fact.get("speakers", []), seen)

    def of_record(self, id: str) -> set[str]:
        """The origins of a record; an event's come from its participants and statements too."""
        record = self.records[id]
        if self.section[id] == "articles":
            outlet = self.outlet(id)
            return {outlet} if outlet else set()
        found = self.of_sources(record.get("sources", []))
        if self.section[id] == "events":
            for fact in (*record.get("participants", []), *record.get("statements", [])):
                found |= self.of_fact(fact) if isinstance(fact, dict) else set()
        return found

    def of_field(self, id: str, field: str) -> set[str]:
        """The origins of a value: the sources that name it, else those that name none."""
        sources = self.records[id].get("sources", [])
        own = [each for each in sources if field in each.get("supports", [])]
        own = own or [each for each in sources if not each.get("supports")]
        return self.of_sources(own) if own else self.of_record(id)

    def of_sources(
        self,
        sources: Iterable[dict[str, Any]],
        speakers: Any = (),
        seen: frozenset[str] = frozenset(),
    ) -> set[str]:
        """The origins of sources under a fact of these speakers."""
        speakers = speakers if isinstance(speakers, list | tuple) else [speakers]
        found: set[str] = set()
        for source in sources:
            if source.get("against") == "true":
                continue
            if "statement" in source:
                found |= self.of_statement(source["statement"], seen)
            elif speakers and all(self.kind(each) == "media" for each in speakers):
                found |= {self.actor(each) or "" for each in speakers}
            else:
                first = self.first_hand(source)
                found |= {first} if first else set()
        return found

    def first_hand(self, source: dict[str, Any]) -> str | None:
        """The first relay that is no person, else whose text it is; None where nobody knows."""
        document = source.get("document", {})
        for relay in (*source.get("via", []), *document.get("via", [])):
            if self.kind(relay) != "person":
                return self.actor(relay)
        if document:
            publisher = document.get("publisher")
            return publisher and (self.actor(publisher) or publisher["name"])
        return self.outlet(source["article"])

    def outlet(self, article: str | None, depth: int = 9) -> str | None:
        """The outlet for which an article was first written."""
        record = self.records.get(article or "", {})
        made = record.get("derived_from")
        if isinstance(made, dict) and depth and ("outlet" in made or "article" in made):
            if made.get("outlet") in UNKNOWN and made.get("article") not in UNKNOWN:
                return self.outlet(made["article"], depth - 1)
            outlet = made.get("outlet")
        else:
            outlet = record.get("outlet")
        return None if outlet in UNKNOWN or self.section.get(outlet) != "actors" else outlet
