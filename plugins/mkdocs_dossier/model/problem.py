"""Something wrong in the data, as a value."""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Literal

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, order=True)
class Problem:
    """One problem at one place.

    `path` is relative to the dossier's folder, with `/`; `line` and `column` count from 1,
    columns in code points. `message` is in the dossier's language, `rule` is a stable English id.
    """

    path: str
    line: int
    column: int
    level: Level
    rule: str
    message: str


order_of = attrgetter(*(each.name for each in fields(Problem)))
"""Their order as a key: very many are sorted by it sooner than by comparing themselves."""
