"""`dossier completion`: the script by which a shell completes verbs, options and ids."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete verbs, options, articles, records and rules.

    \b
    For example, once, and then open a new terminal:
      dossier completion bash >> ~/.bashrc
      dossier completion zsh >> ~/.zshrc
      dossier completion fish > ~/.config/fish/completions/dossier.fish
    """
    complete = get_completion_class(shell)
    assert complete is not None
    root = context.find_root()
    script = complete(root.command, {}, "dossier", "_DOSSIER_COMPLETE")
    click.echo(script.source_template % script.source_vars())
