"""Tags that are not the same and whose pages would have one address."""

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_dossier.languages.spelling import fold
from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.slug import slugify_tag
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "tag-address"


def check(context: Context) -> Iterator[Finding]:
    """The tags of each address; those that differ in case and accents only are one."""
    uses: dict[str, dict[str, list[tuple[str, str, Path]]]] = defaultdict(dict)
    for holder in context.dossier.everything():
        for index, tag in enumerate(holder.tags):
            place = (tag, holder.id, ("tags", index))
            uses[slugify_tag(tag)].setdefault(fold(tag), []).append(place)
    for address, tags in uses.items():
        if len(tags) < 2:
            continue
        for folded, places in tags.items():
            others = sorted(each[0][0] for name, each in tags.items() if name != folded)
            for tag, id, path in places:
                values = {"found": tag, "others": ", ".join(others), "address": address}
                yield Finding(RULE, id, path, values)
