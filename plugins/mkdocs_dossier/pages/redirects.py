"""Addresses that were published once and still lead to their record."""

from collections.abc import Iterator

from mkdocs_dossier.index.addresses import relative
from mkdocs_dossier.model.references import is_id
from mkdocs_dossier.pages.assets import FOLDER
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.values.page import Redirect

_SCRIPT = f"{FOLDER}/scripts/redirect.mjs"


def list_redirects(site: Site) -> Iterator[Redirect]:
    """One for each former id that no other record has taken."""
    for record in site.dossier.everything():
        address = site.addresses.of(record.id)
        assert address is not None
        section = address.partition("/")[0]
        for former in filter(is_id, record.former_ids):
            if site.dossier.get(former) is None:
                old = f"{section}/{former}/"
                script = relative(_SCRIPT, old)
                yield Redirect(old, relative(address, old), record.title_text, script)
