"""The folders of a dossier: what the files of each hold, and what one of them is called."""

from dataclasses import dataclass

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified, Place, Topic


@dataclass(frozen=True)
class Section:
    """A folder. Its name is also that of the field in a Dossier, and the key of its address.

    `model` is what each file holds; `ending` is that of the files.
    """

    folder: str
    model: type[Identified]
    ending: str = ".yml"

    @property
    def singular(self) -> str:
        """What one of its files is called: messages, labels and the vocabulary use it as a key."""
        return self.model.section


SECTIONS = (
    Section("actors", Actor),
    Section("events", Event),
    Section("places", Place),
    Section("topics", Topic),
    Section("articles", Article, ".md"),
)
"""All sections, in the order in which pages and lists follow each other."""
_BY_SINGULAR = {section.singular: section for section in SECTIONS}


def section_of(singular: str) -> Section:
    """The section whose files are so called. Raises KeyError where there is none."""
    return _BY_SINGULAR[singular]
