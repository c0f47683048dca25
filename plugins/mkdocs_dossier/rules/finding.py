"""What a rule yields."""

from dataclasses import dataclass, field

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.model.problem import Level, Problem
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.source.messages import write_message


@dataclass(frozen=True)
class Finding:
    """A breach of a rule: in which file (`id`), at which value, with what to say.

    The message is `problems.{key or rule}` with `values`; `nearest`, when given and not empty,
    becomes the suggestion. `at_key` points to the field's name instead of its value; `position`
    overrides both (for a place inside a text). `needs` are the values that the finding rests on,
    when they are not the one at `path`.
    """

    rule: str
    id: str
    path: Path = ()
    values: dict[str, str] = field(default_factory=dict)
    level: Level = "error"
    key: str = ""
    at_key: bool = False
    position: Position | None = None
    needs: tuple[Path, ...] | None = None

    def counts(self, context: Context) -> bool:
        """False where a value that it rests on was already reported as unreadable."""
        origin = context.dossier.origins[self.id]
        needed = (self.path,) if self.needs is None else self.needs
        return not any(path and origin.is_faulty(path) for path in needed)

    def problem(self, context: Context) -> Problem:
        """The finding as a problem in the dossier's language."""
        origin = context.dossier.origins[self.id]
        locate = origin.locate_key if self.at_key else origin.locate
        message = write_message(context.texts, self.key or self.rule, self.values)
        position = self.position or locate(self.path)
        return Problem(origin.path, *position, self.level, self.rule, message)
