"""Whether files can lie on any disk: Windows has names that no file can bear, and takes small
letters for capitals.
"""

import re
from collections.abc import Iterable

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')


def find_refused(paths: Iterable[str]) -> list[str]:
    """The paths that cannot be made beside each other, or at all."""
    paths, seen = sorted(paths), set()
    for path in paths:
        for part in filter(None, path.split("/")):
            if _DEVICE.fullmatch(part) or _REFUSED.search(part):
                seen.add(path)
    folded = [path.casefold() for path in paths]
    return sorted(seen | {path for path in paths if folded.count(path.casefold()) > 1})
