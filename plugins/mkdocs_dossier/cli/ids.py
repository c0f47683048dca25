"""Whether what a contributor gives, or a name gives, can be the id of something new."""

import click

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.references import RESERVED, is_id
from mkdocs_dossier.model.slug import slugify


def check_id(id: str, say: Texts, name: str = "") -> None:
    """Raises click.ClickException where the id, which a name gave, cannot be one."""
    if not is_id(id) or len(id) > limits.ID:
        nearest = slugify(id)[: limits.ID].strip("-") if id else "wang-yi"
        found = (id or name)[: limits.ID]
        raise click.ClickException(say("new.no-id", found=found, nearest=nearest))
    if id in RESERVED:
        raise click.ClickException(say("new.reserved", found=id))
