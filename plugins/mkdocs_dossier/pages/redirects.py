"""Addresses that were published once and still lead to their record."""

from collections.abc import Iterator

from mkdocs_dossier.model.references import is_id
from mkdocs_dossier.pages.assets import Asset
from mkdocs_dossier.pages.templating import Press
from mkdocs_dossier.views.addresses import relative


def redirect_files(press: Press) -> Iterator[Asset]:
    """A page at the address of each former id, which sends the reader on, script or no script."""
    template = press.environment.get_template("redirect.html")
    for record in press.dossier.everything():
        address = press.addresses.of(record.id)
        assert address is not None
        section = address.partition("/")[0]
        for former in filter(is_id, record.former_ids):
            if press.dossier.get(former) is None:
                old = f"{section}/{former}/"
                html = template.render(target=relative(address, old), title=record.title_text)
                yield Asset(f"{old}index.html", html.encode())
