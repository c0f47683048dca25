"""An address that was published once and leads nowhere any more."""

from collections.abc import Iterator

from mkdocs_dossier.index.addresses import Addresses, read_addresses
from mkdocs_dossier.model.dossier import ADDRESSES_FILE
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "lost-address"


def check(context: Context) -> Iterator[Finding]:
    """Each line of `addresses.txt`: some page, former id or statement must still answer to it."""
    dossier = context.dossier
    live = Addresses(dossier, context.texts).answered()
    for line, address in read_addresses(dossier.origins[ADDRESSES_FILE].text):
        id = address.partition("#")[0].rstrip("/").rpartition("/")[2]
        if address not in live and id not in dossier.unreadable:
            values = {"found": address, "nearest": nearest(address, live)}
            yield Finding(RULE, ADDRESSES_FILE, values=values, position=(line, 1))
