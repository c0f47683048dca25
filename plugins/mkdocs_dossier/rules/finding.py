"""What a rule yields, and what it is given."""

from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_dossier.locales import Texts, texts
from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.dossier import Dossier, Position
from mkdocs_dossier.model.problem import Level, Problem


@dataclass(frozen=True)
class Context:
    """What rules may look at."""

    dossier: Dossier

    @cached_property
    def texts(self) -> Texts:
        """The messages in the dossier's language."""
        return texts(self.dossier.language)


@dataclass(frozen=True)
class Finding:
    """A breach of a rule: in which record or article (`id`), at which value, with what to say.

    The message is `problems.{key or rule}` with `values`; `nearest`, when given and not empty,
    becomes the suggestion. `at_key` points to the field's name instead of its value; `position`
    overrides both (for a place inside a text).
    """

    rule: str
    id: str
    path: Path = ()
    values: dict[str, str] = field(default_factory=dict)
    level: Level = "error"
    key: str = ""
    at_key: bool = False
    position: Position | None = None

    def counts(self, context: Context) -> bool:
        """False where the value was already reported as unreadable."""
        origin = context.dossier.origins[self.id]
        return not (self.path and origin.is_faulty(self.path))

    def problem(self, context: Context) -> Problem:
        """The finding as a problem in the dossier's language."""
        origin = context.dossier.origins[self.id]
        locate = origin.locate_key if self.at_key else origin.locate
        nearest = self.values.get("nearest")
        suggestion = context.texts("did-you-mean", nearest=nearest) if nearest else ""
        values = {"suggestion": suggestion, **self.values}
        message = context.texts(f"problems.{self.key or self.rule}", **values)
        position = self.position or locate(self.path)
        return Problem(origin.path, *position, self.level, self.rule, message)
