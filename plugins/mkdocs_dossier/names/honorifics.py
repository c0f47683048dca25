"""What « M. » and « Mme » say about who is meant."""

import re

from mkdocs_dossier.names.french import words
from mkdocs_dossier.names.neighbours import word_before

_MASCULINE = re.compile(r"\b(?:le|du|au|un|M\.|MM\.) (?:[a-zà-ÿ-]+,? ){0,4}$", re.IGNORECASE)
_FEMININE = re.compile(r"\b(?:la|une|Mme) (?:[a-zà-ÿ-]+,? ){0,4}$", re.IGNORECASE)


def contradicts_sex(text: str, start: int, named: int) -> bool:
    """Whether « Mme » before a short name excludes whom the text named at `named`, or « M. » so.

    The only evidence is what stands before the full name: « le président Emmanuel Macron ».
    """
    before = word_before(text, start).casefold()
    if before not in words("honorifics") or named < 0:
        return False
    window = max(0, named - 60)
    masculine = _MASCULINE.search(text, window, named) is not None
    feminine = _FEMININE.search(text, window, named) is not None
    if masculine == feminine:
        return False
    return masculine == (before in words("feminine_honorifics"))
