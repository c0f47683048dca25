"""A former id that cannot lead to its record: a live one, one claimed twice, or none at all."""

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.references import RESERVED, is_id
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "former-id"


def check(context: Context) -> Iterator[Finding]:
    """Each former id: its address redirects to the record that had it."""
    claims: dict[str, list[tuple[str, Path]]] = defaultdict(list)
    for holder in context.dossier.everything():
        for index, former in enumerate(holder.former_ids):
            claims[former].append((holder.id, ("former_ids", index)))
    for former, claimed in claims.items():
        for id, path in claimed:
            values = {"found": former}
            if not is_id(former) or former in RESERVED or len(former) > limits.ID:
                values["nearest"] = "" if is_id(former) else slugify(former)
                yield Finding(RULE, id, path, values, key=f"{RULE}.invalid")
            elif former in context.dossier.origins:
                values["other"] = context.dossier.origins[former].path
                yield Finding(RULE, id, path, values, key=f"{RULE}.live")
            elif len(claimed) > 1:
                others = {
                    context.dossier.origins[other].path for other, _ in claimed if other != id
                }
                values["other"] = ", ".join(sorted(others)) or context.dossier.origins[id].path
                yield Finding(RULE, id, path, values, key=f"{RULE}.twice")
