"""Words as filters and orders compare them."""

import unicodedata


def fold(text: str) -> str:
    """Without accents, in lower case: « Événement » is `evenement`."""
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    return unicodedata.normalize("NFC", plain).casefold()


def initials(name: str) -> str:
    """The first letters of the first two words with a capital: « Kim Jong-un » is `KJ`."""
    words = [word for word in name.replace("-", " ").split() if word[0].isupper()]
    return "".join(word[0] for word in (words or name.split())[:2])
