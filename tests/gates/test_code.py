"""The code keeps its own rules: style, types, and who may import whom."""

import functools
import graphlib
import re

import grimp
import pytest
from jinja2 import nodes

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.model.reads import Service
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.trust.impact import Support


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--quiet"],
        ["ruff", "format", "--check", "--quiet"],
        ["mypy"],
        ["lint-imports", "--no-cache"],
    ],
    ids=["lint", "format", "types", "imports"],
)
def test_code_keeps_the_rules(command, run_tool):
    done = run_tool(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_stay_short(root):
    package = root / "plugins" / "mkdocs_dossier"
    files = [*package.rglob("*.py"), *(root / "tests").rglob("*.py")]
    lengths = {path.relative_to(root): len(path.read_text().splitlines()) for path in files}
    assert lengths
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_no_circle_of_imports():
    """Among files, not folders alone; imports for types count too."""
    graph = grimp.build_graph("mkdocs_dossier", cache_dir=None)
    imports = {file: graph.find_modules_directly_imported_by(file) for file in graph.modules}
    assert any(imports.values())
    try:
        graphlib.TopologicalSorter(imports).prepare()
    except graphlib.CycleError as error:
        pytest.fail(f"a circle: {' <- '.join(error.args[1])}")


def test_whatever_pages_ask_of_a_dossier_is_noted():
    """A property that is kept in another way than `made_once` would be read without a note."""
    services = list(Service.__subclasses__())
    kept = {
        f"{service.__name__}.{name}"
        for service in services
        for name, value in vars(service).items()
        if isinstance(value, functools.cached_property)
    }
    assert {Site, Indexes, Support, Publication} <= set(services)
    assert kept == {"Site.texts", "Publication.texts"}


def test_whatever_formats_keep_is_noted(root):
    """What is kept in another way would be read without a note by all pieces but the first.

    Unless it is no part of a dossier: words, folded text, the names of columns.
    """
    found = {
        f"{path.name}: {line.strip()}"
        for path in (root / "plugins/mkdocs_dossier/exports").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*@(functools\.)?(cached_property|cache|lru_cache)", line)
    }
    assert found == {
        *("publication.py: @cached_property", "table.py: @cached_property"),
        "graph_files.py: @lru_cache(2**14)",
    }


def test_templates_see_their_value_and_two_globals_alone():
    environment = Renderer(texts("fr")).environment
    assert set(environment.globals) == {"t", "plural"}
    taken = (nodes.Import, nodes.FromImport, nodes.Include)  # an include has the context, unasked
    with_context = set()
    templates = environment.list_templates(extensions=["html"])
    for name in templates:
        source, _, _ = environment.loader.get_source(environment, name)
        found = environment.parse(source).find_all(taken)
        with_context |= {(name, each.lineno) for each in found if each.with_context}
    assert templates
    assert with_context == set()


def test_nothing_is_read_or_said_in_the_encoding_of_the_machine(root):
    """On Windows that is not UTF-8."""
    by_locale = re.compile(
        r"\btext=True|\.read_text\(\)|\.open\(\)|(?<![.\w])open\(|\.write_text\([^,()]*\)"
    )
    package = root / "plugins/mkdocs_dossier"
    found = {
        (path.relative_to(package).as_posix(), line.strip())
        for path in package.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if by_locale.search(line)
    }
    assert found == set()


def test_no_language_is_named_in_the_code(root):
    """What a language does comes from its folder; one is named, for those without a folder."""
    package = root / "plugins/mkdocs_dossier"
    named = re.compile(rf"""(["'])(?:{"|".join(languages())})(?:[-_]\w+)?\1""")
    files = [path for each in ("*.py", "*.html", "*.js") for path in package.rglob(each)]
    naming = {path for path in files if named.search(path.read_text(encoding="utf-8"))}
    assert naming == {package / "model/fallback.py"}
