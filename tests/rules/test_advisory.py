"""A preview asks the rules that report no error later: none of them may report one."""

import ast
import importlib
import inspect
import pkgutil

import pytest

from mkdocs_dossier import rules
from mkdocs_dossier.rules.all_rules import ADVISORY


def modules():
    for each in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{each.name}")
        if getattr(module, "RULE", None) in ADVISORY:
            yield module


@pytest.mark.parametrize("module", list(modules()), ids=lambda module: module.RULE)
def test_all_that_an_advisory_rule_finds_is_of_its_level(module):
    assert module.LEVEL in ("warning", "info")
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding"
    ]
    assert calls
    for call in calls:
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        assert "LEVEL" in [getattr(each, "id", "") for each in given]
