"""A picture without credit or licence, or whose file is not a picture inside the dossier."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from mkdocs_dossier.model.records import PICTURE_ENDINGS, ImageValue
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.source.files import FULL_TEXTS

RULE = "image"
# What stands for itself in an address, and on every system.
_NAME = re.compile(r"[\w ./,()'’+=@~-]+")


def check(context: Context) -> Iterator[Finding]:
    """Each picture's file, and who made it under which licence."""
    for id, path, image in context.all_of(ImageValue):
        at = (*path, "file")
        values = {"found": image.file}
        file = PurePosixPath(image.file)
        if file.is_absolute() or ".." in file.parts or "\\" in image.file or ":" in image.file:
            yield Finding(RULE, id, at, values, key=f"{RULE}.outside")
        elif file.suffix.lower() not in PICTURE_ENDINGS:
            values["endings"] = ", ".join(PICTURE_ENDINGS)
            yield Finding(RULE, id, at, values, key=f"{RULE}.ending")
        elif not _NAME.fullmatch(image.file):
            yield Finding(RULE, id, at, values, key=f"{RULE}.name")
        elif file.parts[0] == FULL_TEXTS:
            yield Finding(RULE, id, at, {**values, "folder": FULL_TEXTS}, key=f"{RULE}.private")
        elif image.file not in context.dossier.images:
            yield Finding(RULE, id, at, values, key=f"{RULE}.missing")
        for field in ("credit", "licence"):
            if not getattr(image, field):
                needs = ((*path, field),)
                yield Finding(RULE, id, at, {"field": field}, key=f"{RULE}.field", needs=needs)
