"""The manual of each rule: why it is there, what fails it, what passes."""

import importlib.resources
from functools import lru_cache

import yaml

from mkdocs_dossier.languages import Texts


@lru_cache
def read_examples() -> dict[str, dict[str, str]]:
    """By rule: `file`, `fails` and `passes` (empty where only a file's name is at fault)."""
    text = importlib.resources.files(__package__).joinpath("manuals.yml").read_text("utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CBaseLoader)
    return found


def list_rules(say: Texts) -> list[str]:
    """All rules that have a manual, sorted."""
    return sorted(say.under("rules"))


def explain(rule: str, say: Texts) -> str:
    """The manual of a rule. Raises KeyError for one that does not exist."""
    parts = [f"{rule}\n\n{say(f'rules.{rule}')}"]
    example = read_examples().get(rule)
    for key in ("fails", "passes") if example else ():
        assert example
        if example[key]:
            indented = "".join(f"    {line}\n" for line in example[key].splitlines())
            parts.append(f"{say(f'explain.{key}')}\n\n    # {example['file']}\n{indented.rstrip()}")
    return "\n\n".join(parts) + "\n"
