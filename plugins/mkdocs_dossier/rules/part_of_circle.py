"""Records that are, step by step, part of themselves."""

from collections.abc import Iterator

from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "part-of-circle"


def check(context: Context) -> Iterator[Finding]:
    """Each `part_of` that lies on a circle."""
    wholes = {
        record.id: str(record.part_of) for record in context.dossier.records() if record.part_of
    }
    outside: set[str] = set()
    circles: dict[str, list[str]] = {}
    for id in wholes:
        steps: dict[str, None] = {}
        while id in wholes and id not in steps and id not in outside and id not in circles:
            steps[id] = None
            id = wholes[id]
        if id in steps:
            circle = list(steps)[list(steps).index(id) :]
            circles |= {
                each: [*circle[index:], *circle[: index + 1]] for index, each in enumerate(circle)
            }
        outside.update(steps.keys() - circles.keys())
    for id, circle in circles.items():
        yield Finding(RULE, id, ("part_of",), {"circle": " → ".join(circle)})
