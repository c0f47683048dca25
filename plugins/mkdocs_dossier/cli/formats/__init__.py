"""The forms in which `dossier check` reports: problems in, text out, one function a form."""

from collections.abc import Callable

from mkdocs_dossier.cli.formats.github import write_github
from mkdocs_dossier.cli.formats.gitlab import write_gitlab
from mkdocs_dossier.cli.formats.plain import write_json, write_text
from mkdocs_dossier.cli.formats.report import Report
from mkdocs_dossier.cli.formats.sarif import write_sarif

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": write_text,
    "github": write_github,
    "gitlab": write_gitlab,
    "json": write_json,
    "sarif": write_sarif,
}
