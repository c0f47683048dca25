"""What mkdocs.yml may say of the plugin `dossier`."""

from mkdocs.config import config_options as options
from mkdocs.config.base import Config

from mkdocs_dossier.pages.features import FORGES


class DossierConfig(Config):
    """The options of the plugin."""

    folder = options.Type(str, default="dossier")
    """The folder of dossier.yml, from that of mkdocs.yml."""

    repo = options.Type(str, default="")
    """The repository's web address; empty: no links to edit or report."""

    branch = options.Type(str, default="main")
    """The branch that these links lead to."""

    host = options.Choice(("", *FORGES), default="")
    """What serves the repository: github, gitlab or forgejo (Gitea too), which decides the links.
    Empty: what the name of its host tells, else github."""

    trusted_docs = options.Type(bool, default=False)
    """Whether only the curators write in docs/: then pages may hold HTML, and any file stands."""
