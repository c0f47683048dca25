"""The forms of what commands print with `--format json`, as JSON Schemas.

They are stable: a new field may come; none goes or changes its meaning without another `version`.
"""

import importlib.resources
import json
from typing import Any

VERSION = 1
FORMS = ("check", "coverage", "diff", "impact", "stats")
"""The commands, by which the forms are called."""


def read_form(name: str) -> dict[str, Any]:
    """The JSON Schema of one of FORMS."""
    file = importlib.resources.files(__package__).joinpath(f"{name}.schema.json")
    form: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return form
