"""What would fall without a source, and what most rests on."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.text import Link


@frozen
class AloneLine:
    """A fact that one origin alone tells: where it stands, and what it is."""

    fact: Link
    aside: str
    origins: str = ""


@frozen
class LossLine:
    """A fact, what it is, and how many origins it has before and after, in words, if it has any."""

    fact: Link
    aside: str
    count: str
    origins: str = ""


@frozen
class ImpactSection:
    """What loses its last origin, its second, and its last source of unknown origin."""

    falls: tuple[LossLine, ...] = ()
    weakens: tuple[LossLine, ...] = ()
    bare: tuple[LossLine, ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, tuple[LossLine, ...]], ...]:
        """The three lists by their names."""
        return (("falls", self.falls), ("weakens", self.weakens), ("bare", self.bare))

    @property
    def count(self) -> int:
        """How many facts it names."""
        return len(self.falls) + len(self.weakens) + len(self.bare)


@frozen
class RankLine:
    """A source, and how many facts it carries alone, with one other, and without an origin."""

    source: Link
    falls: int
    weakens: int
    bare: int
