"""What is installed is pinned: directly asked for or not, for the site or for the tests."""

import ast
import re
import sys
import tomllib
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def read_pins(path):
    """Names to exact versions; any other line than a pin, an option or a comment is an error."""
    pins = {}
    for line in path.read_text().splitlines():
        line = line.partition("#")[0].strip()
        if line and not line.startswith("-"):
            name, version = re.fullmatch(r"([\w.-]+)==([\w.]+)", line).groups()
            pins[canonicalize_name(name)] = version
    return pins


def read_dependencies(root):
    with (root / "plugins/pyproject.toml").open("rb") as file:
        return [Requirement(text) for text in tomllib.load(file)["project"]["dependencies"]]


def read_extras(root):
    """What the extras of the package ask for."""
    with (root / "plugins/pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    return [Requirement(text) for texts in extras.values() for text in texts]


def follow(requirements):
    """The names of all that these requirements need on this machine, themselves included."""
    found, waiting = set(), list(requirements)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting += map(Requirement, metadata.requires(name) or [])
    return found


def test_the_site_needs_exactly_what_is_pinned(root):
    pins = read_pins(root / "requirements.txt")
    assert follow(read_dependencies(root)) == set(pins)


def test_the_tests_need_exactly_what_is_pinned(root):
    site, tests = (read_pins(root / name) for name in ("requirements.txt", "requirements-dev.txt"))
    assert follow(Requirement(name) for name in tests) - set(site) == set(tests)


def test_extras_are_there_for_the_tests_alone(root):
    site, tests = (read_pins(root / name) for name in ("requirements.txt", "requirements-dev.txt"))
    extras = {canonicalize_name(each.name): each.specifier for each in read_extras(root)}
    assert extras
    assert not extras.keys() & site.keys()
    assert {name: tests[name] in allowed for name, allowed in extras.items()} == dict.fromkeys(
        extras, True
    )


def test_pins_are_what_is_installed(root):
    pins = read_pins(root / "requirements.txt") | read_pins(root / "requirements-dev.txt")
    assert pins == {name: metadata.version(name) for name in pins}


def test_the_package_imports_only_what_it_asks_for(root):
    requirements = [*read_dependencies(root), *read_extras(root)]
    asked = {canonicalize_name(requirement.name) for requirement in requirements}
    modules = metadata.packages_distributions()
    unasked = set()
    for path in (root / "plugins/mkdocs_dossier").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for top in {name.partition(".")[0] for name in names}:
                if top not in sys.stdlib_module_names and top != "mkdocs_dossier":
                    distributions = {canonicalize_name(name) for name in modules.get(top, [top])}
                    unasked |= set() if distributions & asked else {(path.name, top)}
    assert unasked == set()
