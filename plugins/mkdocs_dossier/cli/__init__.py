"""The command `dossier`: one verb a file, none of which knows MkDocs."""

import errno
import importlib
import io
import keyword
import os
import sys
from typing import Any

import click

from mkdocs_dossier import collect_seldom

VERBS = (
    "addresses",
    "check",
    "completion",
    "coverage",
    "diff",
    "export",
    "impact",
    "import",
    "init",
    "mentions",
    "merge",
    "new",
    "prove",
    "reference",
    "release",
    "rename",
    "schema",
    "stats",
    "suggest",
    "verify",
    "verify-edition",
)


class _Verbs(click.Group):
    """Imports a verb's module only when it is called, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        collect_seldom()
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command = importlib.import_module(f"mkdocs_dossier.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """A file that cannot be read, a full disk under the output: one line, exit code 1."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads has seen enough: click ends quietly
                raise
            where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from None


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-dossier")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of how far a long work has come.")
def main(quiet: bool) -> None:
    """Check and explore a dossier: a folder of YAML records and Markdown articles.

    \b
    For example:
      dossier check
      dossier new person "Wang Yi"
      dossier import depeche.txt
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # names in any script, whatever the locale
